package dev.pinion.benchmarks.footprint;

import dev.pinion.benchmarks.client.Peer;
import dev.pinion.benchmarks.client.Query;
import dev.pinion.benchmarks.client.QueryClient;
import dev.pinion.benchmarks.client.SampleFile;
import dev.pinion.benchmarks.contest.Spread;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What one peer costs before it does anything.
 *
 * @param peer who
 * @param firstRowMillis from nothing to the first row, in a JVM that has done it before
 * @param heapBytes of a connection at rest, on the heap
 * @param otherBytes of a connection at rest, outside of the heap
 */
public record Footprint(Peer peer, Spread firstRowMillis, Spread heapBytes, Spread otherBytes) {

  private static final int CONNECTIONS = 32;
  private static final int STARTS_A_ROUND = 5;
  private static final long PATIENCE_SECONDS = 60;

  /**
   * Measures it.
   *
   * @param peer who
   * @param file what is opened
   * @param vertx on whose event loops it runs
   * @param rounds how often
   * @return the figures; of memory only where the system tells
   * @throws IOException if no JVM can be started
   * @throws SQLException if the file cannot be opened
   * @throws InterruptedException if the thread is interrupted
   * @throws ExecutionException if the file cannot be queried
   * @throws TimeoutException if that takes a minute
   */
  public static Footprint of(Peer peer, SampleFile file, Vertx vertx, int rounds)
      throws IOException, SQLException, InterruptedException, ExecutionException, TimeoutException {
    List<Double> starts = new ArrayList<>();
    List<long[]> memory = new ArrayList<>();
    firstRowMillis(peer, file, vertx);
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < STARTS_A_ROUND; i++) {
        starts.add(firstRowMillis(peer, file, vertx));
      }
      if (IdleMemory.isAvailable() && peer != Peer.LOOP) {
        memory.add(memory(peer, file));
      }
    }
    return new Footprint(peer, Spread.of(starts.stream().mapToDouble(Double::doubleValue)),
        memory.isEmpty() ? null : Spread.of(memory.stream().mapToDouble(bytes -> bytes[0])),
        memory.isEmpty() ? null : Spread.of(memory.stream().mapToDouble(bytes -> bytes[1])));
  }

  private static double firstRowMillis(Peer peer, SampleFile file, Vertx vertx)
      throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    long startedAt = System.nanoTime();
    try (QueryClient client = peer.open(file, vertx, 1)) {
      client.query(Query.POINT, 1).toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return (System.nanoTime() - startedAt) / 1e6;
    }
  }

  private static long[] memory(Peer peer, SampleFile file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(IdleMemory.JVM_OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), IdleMemory.class.getName(), peer.name(),
        file.path().toString(), String.valueOf(CONNECTIONS)));
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("Failed: " + String.join(" ", command));
    }
    String[] bytes = printed.strip().split(" ");
    return new long[] {Long.parseLong(bytes[0]), Long.parseLong(bytes[1])};
  }
}

package dev.pinion.benchmarks.footprint;

import dev.pinion.benchmarks.client.Peer;
import dev.pinion.benchmarks.client.QueryClient;
import dev.pinion.benchmarks.client.SampleFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that opens connections in a JVM of its own, whose heap is all there from the start, and prints what they
 * have taken: heap, and memory outside of it.
 */
public final class IdleMemory {

  /** JVM options without which the figures mean nothing. */
  static final List<String> JVM_OPTIONS =
      List.of("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

  private static final Path STATUS = Path.of("/proc/self/status");

  private IdleMemory() {
  }

  /**
   * Runs the program.
   *
   * @param arguments the peer's name, the file, how many connections
   * @throws IOException if the memory cannot be read
   * @throws SQLException if the file cannot be opened
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    int connections = Integer.parseInt(arguments[2]);
    Vertx vertx = Vertx.vertx();
    // One connection first, so that what is loaded once for all is not counted.
    try (QueryClient client = Peer.valueOf(arguments[0]).open(SampleFile.of(Path.of(arguments[1])), vertx,
        connections + 1)) {
      await(client.connections(1));
      long heap = heap();
      long resident = resident();
      await(client.connections(connections + 1));
      System.out.println((heap() - heap) / connections + " " + (resident() - resident) / connections);
    }
    await(vertx.close());
  }

  private static void await(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Of the process; the heap does not grow, so what is added is outside of it. */
  private static long resident() throws IOException {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines.filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst().orElseThrow();
    }
  }

  /**
   * Whether this system tells how much memory a process has.
   *
   * @return true on Linux
   */
  static boolean isAvailable() {
    return Files.isReadable(STATUS);
  }
}

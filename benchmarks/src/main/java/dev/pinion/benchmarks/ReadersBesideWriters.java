package dev.pinion.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.stage.Stage;
import org.hibernate.reactive.vertx.VertxInstance;

/**
 * How much of their throughput 32 reading sessions keep while 8 others write without a pause: turns of readers alone,
 * both, and writers alone, whose processor time for each write tells what was left for the readers beside them.
 *
 * <p>Arguments: rounds, seconds of a turn; by default 7 and 3.
 */
public final class ReadersBesideWriters {

  private static final int READERS = 32;
  private static final int WRITERS = 8;
  private static final int ROWS = 10_000;

  private final ContextInternal[] contexts;
  private final Stage.SessionFactory sessions;

  private ReadersBesideWriters(Vertx vertx, Stage.SessionFactory sessions) {
    this.sessions = sessions;
    this.contexts = IntStream.range(0, Runtime.getRuntime().availableProcessors())
        .mapToObj(i -> ((VertxInternal) vertx).createEventLoopContext()).toArray(ContextInternal[]::new);
  }

  /**
   * Measures and prints.
   *
   * @param args rounds, seconds of a turn
   * @throws IOException if no directory can be made
   */
  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 3;
    Vertx vertx = Vertx.vertx();
    Configuration configuration = new Configuration()
        .addAnnotatedClass(Counter.class)
        .setProperty("jakarta.persistence.jdbc.url",
            "jdbc:sqlite:" + Files.createTempDirectory("pinion").resolve("readers.db"))
        .setProperty("hibernate.connection.pool_size", String.valueOf(READERS + WRITERS))
        .setProperty("hibernate.hbm2ddl.auto", "create");
    try (SessionFactory factory = configuration.buildSessionFactory(new ReactiveServiceRegistryBuilder()
        .applySettings(configuration.getProperties())
        .addService(VertxInstance.class, (VertxInstance) () -> vertx)
        .build())) {
      new ReadersBesideWriters(vertx, factory.unwrap(Stage.SessionFactory.class)).measure(rounds, seconds, System.out);
    } finally {
      vertx.close();
    }
  }

  private void measure(int rounds, double seconds, PrintStream out) {
    OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    int cores = machine.getAvailableProcessors();
    fill();
    turn(READERS, WRITERS, seconds);
    List<Double> perCpu = new ArrayList<>();
    List<Double> perCore = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Turn alone = turn(READERS, 0, seconds);
      Turn both = turn(READERS, WRITERS, seconds);
      Turn writers = turn(0, WRITERS, seconds);
      double writersCpu = both.writes() * writers.cpu() / writers.writes();
      perCpu.add(both.reads() / (both.cpu() - writersCpu) / (alone.reads() / alone.cpu()));
      perCore.add(both.reads() / (cores - writersCpu) / (alone.reads() / cores));
      out.printf(Locale.ROOT, "%d: alone %.0f reads/s on %.2f cores; both %.0f reads/s, %.0f writes/s on %.2f cores, of"
          + " which the writers %.2f; writers alone %.0f writes/s on %.2f; load %.1f%n", round, alone.reads(),
          alone.cpu(), both.reads(), both.writes(), both.cpu(), writersCpu, writers.writes(), writers.cpu(),
          machine.getSystemLoadAverage());
    }
    out.printf(Locale.ROOT, "Readers keep, median (min to max): per core that the writers leave %s; per second of"
        + " processor time %s%n", summary(perCore), summary(perCpu));
  }

  private void fill() {
    sessions.withTransaction(session -> session.persist(
        IntStream.rangeClosed(1, ROWS).mapToObj(Counter::new).toArray())).toCompletableFuture().join();
  }

  private Turn turn(int readers, int writers, double seconds) {
    OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    AtomicLong reads = new AtomicLong();
    AtomicLong writes = new AtomicLong();
    long cpu = machine.getProcessCpuTime();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    List<CompletableFuture<Void>> lanes = new ArrayList<>();
    IntStream.range(0, readers).forEach(i -> lanes.add(lane(i, end, reads, () -> sessions.withSession(session ->
        session.find(Counter.class, anyId())))));
    IntStream.range(0, writers).forEach(i -> lanes.add(lane(i, end, writes, () -> sessions.withTransaction(session ->
        session.find(Counter.class, anyId()).thenAccept(Counter::increment)))));
    CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new)).join();
    double took = System.nanoTime() - start;
    return new Turn(reads.get() * 1e9 / took, writes.get() * 1e9 / took, (machine.getProcessCpuTime() - cpu) / took);
  }

  /** Does the same again and again until the time is up, on a context of its own. */
  private CompletableFuture<Void> lane(int number, long end, AtomicLong done, Supplier<CompletionStage<?>> work) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    ContextInternal context = contexts[number % contexts.length].duplicate();
    context.runOnContext(start -> next(context, end, done, work, ended));
    return ended;
  }

  private void next(ContextInternal context, long end, AtomicLong done, Supplier<CompletionStage<?>> work,
      CompletableFuture<Void> ended) {
    work.get().whenComplete((result, failure) -> {
      if (failure != null) {
        ended.completeExceptionally(failure);
      } else if (System.nanoTime() > end) {
        ended.complete(null);
      } else {
        done.incrementAndGet();
        context.runOnContext(again -> next(context, end, done, work, ended));
      }
    });
  }

  private static int anyId() {
    return ThreadLocalRandom.current().nextInt(ROWS) + 1;
  }

  private static String summary(List<Double> shares) {
    double[] sorted = shares.stream().mapToDouble(share -> 100 * share).sorted().toArray();
    return String.format(Locale.ROOT, "%.0f %% (%.0f to %.0f %%)",
        sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
  }

  /** What was done in a second, and on how many cores. */
  private record Turn(double reads, double writes, double cpu) {
  }

  /** What is read and written. */
  @Entity(name = "Counter")
  static class Counter {

    @Id
    private int id;

    private long n;

    protected Counter() {
    }

    Counter(int id) {
      this.id = id;
    }

    void increment() {
      n++;
    }
  }
}

package dev.pinion.benchmarks;

import dev.pinion.benchmarks.client.Peer;
import dev.pinion.benchmarks.client.SampleFile;
import dev.pinion.benchmarks.contest.Limits;
import dev.pinion.benchmarks.contest.Outcome;
import dev.pinion.benchmarks.page.Machine;
import dev.pinion.benchmarks.page.OutcomeTables;
import dev.pinion.benchmarks.page.Page;
import dev.pinion.benchmarks.page.Table;
import dev.pinion.benchmarks.session.SessionPeer;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Pinion and its peers, prints tables and writes a page of them. */
@Command(name = "benchmarks", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Runs the same workloads on Pinion and on what else there is, in turns, and compares.")
public final class Benchmarks implements Callable<Integer> {

  private static final double QUICK_SECONDS = 0.15;

  @Option(names = "--rounds", defaultValue = "5", description = "How many (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--seconds", defaultValue = "0.5",
      description = "How long each client's turn in a round is (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "1",
      description = "How long each client runs before the first round (default: ${DEFAULT-VALUE}).")
  private double warmUp;

  @Option(names = "--quick", description = "About two minutes: 3 rounds, turns of " + QUICK_SECONDS + " s.")
  private boolean quick;

  @Option(names = "--slow", paramLabel = "MILLIS", defaultValue = "2000",
      description = "How long the detector's slow statement takes (default: ${DEFAULT-VALUE}).")
  private int slowMillis;

  @Option(names = "--filter", paramLabel = "TEXT", defaultValue = "",
      description = "Only workloads with this in their name, or one of: rapsqlite, footprint, detector, jmh.")
  private String filter;

  @Option(names = "--dir", defaultValue = "benchmarks/target/db",
      description = "Where the database is made, on the disk to be measured (default: ${DEFAULT-VALUE}).")
  private Path directory;

  @Option(names = "--out", paramLabel = "FILE", description = "The page to write; without a filter and unless quick, "
      + "docs/benchmarks.md.")
  private Path page;

  private final PrintStream out;

  private Benchmarks(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the program.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(execute(System.out, arguments));
  }

  static int execute(PrintStream out, String... arguments) {
    System.getProperties().putIfAbsent("org.jboss.logging.provider", "slf4j");
    return new CommandLine(new Benchmarks(out)).setOut(new PrintWriter(out, true)).execute(arguments);
  }

  @Override
  public Integer call() throws Exception {
    if (quick) {
      rounds = 3;
      seconds = QUICK_SECONDS;
      warmUp = QUICK_SECONDS;
    }
    Limits limits = new Limits(rounds, duration(seconds), duration(warmUp));
    Files.createDirectories(directory);
    Map<String, String> machine = Machine.facts(directory);
    Vertx vertx = Vertx.vertx();
    try (SampleFile file = SampleFile.in(directory)) {
      Page result = new Page(LocalDate.now(), machine,
          rounds + " rounds, turns of " + seconds + " s, warm-up of " + warmUp + " s",
          tables(new Run(vertx, file, limits, slowMillis, filter)));
      out.println(result.text());
      if (page == null && filter.isEmpty() && !quick) {
        page = Path.of("docs", "benchmarks.md");
      }
      if (page != null) {
        Files.writeString(page, result.markdown());
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
    return CommandLine.ExitCode.OK;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private static List<Table> tables(Run run) throws Exception {
    Contests contests = new Contests(run);
    List<Outcome> reads = contests.queries(
        run.selected(Workloads.reads()), EnumSet.complementOf(EnumSet.of(Peer.PINION_GROUPED)));
    List<Outcome> writes = contests.queries(run.selected(Workloads.writes()), EnumSet.allOf(Peer.class));
    List<Outcome> sessions = new ArrayList<>(contests.sessions(
        run.selected(Workloads.readingSessions()), EnumSet.complementOf(EnumSet.of(SessionPeer.PINION_GROUPED))));
    sessions.addAll(contests.sessions(
        run.selected(Workloads.writingSessions()), EnumSet.allOf(SessionPeer.class)));
    List<Outcome> all = new ArrayList<>(reads);
    all.addAll(writes);
    all.addAll(sessions);
    List<Table> tables = new ArrayList<>();
    tables.add(OutcomeTables.bars(all));
    tables.add(OutcomeTables.clients("Reading", "", reads));
    tables.add(OutcomeTables.clients("Writing", "", writes));
    tables.add(OutcomeTables.stalls(all));
    tables.add(OutcomeTables.clients("Hibernate sessions", "Each operation opens a session and closes it. Reactive "
        + "sessions (HR) run on one event loop and have the same dialect, blocking ones have the community's dialect "
        + "and run on as many threads as connections.", sessions));
    if (run.has("rapsqlite")) {
      tables.add(Rapsqlite.table(
          contests.queries(Workloads.rapsqlite(), EnumSet.of(Peer.PINION, Peer.LOOP, Peer.VERTX_JDBC))));
    }
    if (run.has("footprint")) {
      tables.add(Footprints.table(run));
    }
    if (run.has("detector")) {
      tables.add(Detections.table(run));
    }
    if (run.has("jmh")) {
      tables.add(MicroBenchmarks.table(run));
    }
    tables.removeIf(table -> table.rows().isEmpty());
    return tables;
  }
}

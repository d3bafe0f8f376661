package dev.pinion.benchmarks;

import dev.pinion.benchmarks.client.Peer;
import dev.pinion.benchmarks.contest.Outcome;
import dev.pinion.benchmarks.page.Figures;
import dev.pinion.benchmarks.page.Table;
import java.util.ArrayList;
import java.util.List;

/** The four workloads of rapsqlite, with what it has published of them. */
final class Rapsqlite {

  /** Milliseconds, in the order of {@link Workloads#rapsqlite()}: 1,000 × 0.123 ms mean, and three totals. */
  private static final List<Double> PUBLISHED = List.of(123.0, 45.234, 1250.456, 234.567);

  private static final String NOTE = """
      rapsqlite (Python, Rust and Tokio) has published these under "Example Results (typical system)" in
      `benchmarks/README.md` of its repository `eddiethedean/rapsqlite` (commit de519ae), without naming the machine,
      the Python or the pragmas, so the columns cannot be divided by each other: another machine, another disk, another
      journal mode. Here as there, queries scan 100 rows for one by value; rapsqlite's workers each open a connection,
      ours share a pool. Later versions of that page measure other sizes. Milliseconds for the whole workload.""";

  private Rapsqlite() {
  }

  static Table table(List<Outcome> outcomes) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      rows.add(List.of(outcome.workload().name(), Figures.of(PUBLISHED.get(i)),
          millis(outcome, Peer.PINION), millis(outcome, Peer.LOOP), millis(outcome, Peer.VERTX_JDBC)));
    }
    return new Table("The workloads of rapsqlite", NOTE,
        List.of("workload", "rapsqlite, published", Peer.PINION.label(), Peer.LOOP.label(), Peer.VERTX_JDBC.label()),
        rows);
  }

  private static String millis(Outcome outcome, Peer peer) {
    return Figures.of(outcome.of(peer.label(), sample -> sample.slice().micros(50) / 1e3).median());
  }
}

package dev.pinion.benchmarks.page;

import dev.pinion.benchmarks.contest.Bar;
import dev.pinion.benchmarks.contest.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Tables of what contests came to. */
public final class OutcomeTables {

  private OutcomeTables() {
  }

  /**
   * Every client of every workload, with the first one's throughput as a multiple of it.
   *
   * @param title the heading
   * @param note what one has to know to read it
   * @param outcomes the workloads
   * @return a table
   */
  public static Table clients(String title, String note, List<Outcome> outcomes) {
    List<List<String>> rows = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      String first = outcome.labels().iterator().next();
      for (String label : outcome.labels()) {
        var perSecond = outcome.of(label, sample -> sample.slice().perSecond());
        var ratio = outcome.of(first, label, (one, other) -> one.slice().perSecond() / other.slice().perSecond());
        rows.add(List.of(
            label.equals(first) ? outcome.workload().name() : "",
            label,
            Figures.median(perSecond) + failures(outcome, label),
            label.equals(first) ? "" : Figures.median(ratio),
            label.equals(first) ? "" : Figures.range(ratio),
            Figures.median(outcome.of(label, sample -> sample.slice().micros(50))),
            Figures.median(outcome.of(label, sample -> sample.slice().micros(99))),
            Figures.median(outcome.of(label, sample -> sample.slice().bytesPerOperation()))));
      }
    }
    return new Table(title, note,
        List.of("workload", "client", "op/s", "ratio", "min – max", "p50 µs", "p99 µs", "bytes/op"), rows);
  }

  private static String failures(Outcome outcome, String label) {
    long failed = outcome.failed(label);
    return failed == 0 ? "" : " (" + failed + " failed: " + outcome.failure(label) + ")";
  }

  /**
   * What was to be reached and what was.
   *
   * @param outcomes all workloads
   * @return a table
   */
  public static Table bars(List<Outcome> outcomes) {
    List<List<String>> rows = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      for (Bar bar : outcome.workload().bars()) {
        if (bar.appliesTo(outcome)) {
          var reached = bar.reached(outcome);
          rows.add(List.of(outcome.workload().name(), bar.text(),
              (bar.atLeast() ? "≥ " : "≤ ") + Figures.of(bar.bound()) + " " + bar.unit(),
              Figures.median(reached), Figures.range(reached), bar.isMet(outcome) ? "yes" : "**no**"));
        }
      }
    }
    return new Table("Bars", "", List.of("workload", "what", "bar", "reached", "min – max", "met"), rows);
  }

  /**
   * How long event loops stalled.
   *
   * @param outcomes the workloads that watched them
   * @return a table
   */
  public static Table stalls(List<Outcome> outcomes) {
    List<List<String>> rows = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome.workload().watchesLoops()) {
        for (String label : outcome.labels()) {
          rows.add(List.of(outcome.workload().name(), label,
              Figures.of(outcome.of(label, sample -> sample.stalls().longestMillis()).max()),
              Figures.of(outcome.of(label, sample -> sample.stalls().outsideOfGcMillis()).max()),
              Figures.of(outcome.of(label, sample -> sample.stalls().gcMillis()).max())));
        }
      }
    }
    return new Table("Event-loop stalls", "The longest of all rounds, in milliseconds. A machine whose cores are all "
        + "busy also keeps an event loop from running: clients that use no event loop show how much that is.",
        List.of("workload", "client", "longest", "outside of GC", "longest GC pause"), rows);
  }
}

package dev.pinion.benchmarks;

import dev.pinion.benchmarks.page.Figures;
import dev.pinion.benchmarks.page.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs the JMH benchmarks, in a JVM of their own. */
final class MicroBenchmarks {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private MicroBenchmarks() {
  }

  static Table table(Run run) throws RunnerException {
    Collection<RunResult> results = new Runner(new OptionsBuilder()
        .include(HandOverBenchmark.class.getName())
        .include(PointSelectBenchmark.class.getName())
        .forks(1)
        .warmupIterations(2)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(run.limits().rounds())
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .verbosity(VerboseMode.SILENT)
        .build()).run();
    List<List<String>> rows = new ArrayList<>();
    for (RunResult result : results) {
      Result<?> score = result.getPrimaryResult();
      Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
      Statistics spread = score.getStatistics();
      rows.add(List.of(score.getLabel(), Figures.of(score.getScore()),
          Figures.of(spread.getMin()) + " – " + Figures.of(spread.getMax()), Figures.of(allocation.getScore())));
    }
    return new Table("By JMH", "One after the other, not in turns: the rows of this table are to be compared with "
        + "earlier runs of the same machine rather than with each other. Microseconds for each query, or for each "
        + "round trip without one.",
        List.of("benchmark", "mean µs", "min – max", "bytes/op"), rows);
  }
}

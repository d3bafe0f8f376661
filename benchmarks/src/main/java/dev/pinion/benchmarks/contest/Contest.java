package dev.pinion.benchmarks.contest;

import dev.pinion.benchmarks.load.Load;
import dev.pinion.benchmarks.load.LoopProbe;
import dev.pinion.benchmarks.load.Operation;
import dev.pinion.benchmarks.load.Slice;
import dev.pinion.benchmarks.load.Strands;
import io.vertx.core.Vertx;
import java.util.List;

/**
 * Clients that take turns: the same workload for a while on each, round after round, so that what disturbs the machine
 * disturbs all of them.
 *
 * @param <C> what they can do
 */
public final class Contest<C extends Strands> {

  private final Vertx vertx;
  private final Limits limits;
  private final List<Contender<C>> contenders;

  /**
   * A contest.
   *
   * @param vertx whose event loops are watched
   * @param limits how long everything takes
   * @param contenders who takes part
   */
  public Contest(Vertx vertx, Limits limits, List<Contender<C>> contenders) {
    this.vertx = vertx;
    this.limits = limits;
    this.contenders = contenders;
  }

  /**
   * Runs a workload.
   *
   * @param workload what
   * @return what came of it
   * @throws InterruptedException if the thread is interrupted
   */
  public Outcome run(Workload<C> workload) throws InterruptedException {
    for (Contender<C> contender : contenders) {
      Load.run(contender.client(), workload.inFlight(), operation(workload, contender), limits.warmUp());
    }
    Outcome outcome = new Outcome(workload);
    for (int round = 0; round < limits.rounds(); round++) {
      for (Contender<C> contender : contenders) {
        outcome.add(contender.label(), sample(workload, contender));
      }
    }
    return outcome;
  }

  private Sample sample(Workload<C> workload, Contender<C> contender) throws InterruptedException {
    if (!workload.watchesLoops()) {
      return new Sample(slice(workload, contender), null);
    }
    try (LoopProbe probe = new LoopProbe(vertx)) {
      Slice slice = slice(workload, contender);
      return new Sample(slice, probe.stalls());
    }
  }

  private Slice slice(Workload<C> workload, Contender<C> contender) throws InterruptedException {
    return Load.run(contender.client(), workload.inFlight(), operation(workload, contender), limits.slice());
  }

  private static <C extends Strands> Operation operation(Workload<C> workload, Contender<C> contender) {
    return workload.operation().apply(contender.client());
  }
}

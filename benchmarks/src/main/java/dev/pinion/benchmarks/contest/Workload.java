package dev.pinion.benchmarks.contest;

import dev.pinion.benchmarks.load.Operation;
import java.util.List;
import java.util.function.Function;

/**
 * What is measured.
 *
 * @param name what the tables call it
 * @param inFlight how many operations are in flight
 * @param watchesLoops whether event-loop stalls are measured; that costs each loop a timer
 * @param operation the operation, for a client
 * @param bars what it must reach
 * @param <C> what a client must be able to do
 */
public record Workload<C>(
    String name, int inFlight, boolean watchesLoops, Function<C, Operation> operation, List<Bar> bars) {

  /**
   * A workload.
   *
   * @param name what the tables call it
   * @param inFlight how many operations are in flight
   * @param operation the operation, for a client
   * @param bars what it must reach
   * @param <C> what a client must be able to do
   * @return the workload
   */
  public static <C> Workload<C> of(String name, int inFlight, Function<C, Operation> operation, Bar... bars) {
    return new Workload<>(name, inFlight, false, operation, List.of(bars));
  }

  /**
   * The same with an eye on event loops.
   *
   * @return another workload
   */
  public Workload<C> watchingLoops() {
    return new Workload<>(name, inFlight, true, operation, bars);
  }
}

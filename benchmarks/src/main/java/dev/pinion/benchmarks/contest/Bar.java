package dev.pinion.benchmarks.contest;

import java.util.function.ToDoubleBiFunction;

/**
 * What a client is to reach, on this project's kind of machine.
 *
 * @param text what is compared
 * @param ours the client that is judged
 * @param than the client that it is compared with; itself where the figure is one of its own
 * @param figure the figure of a round, from their samples
 * @param bound what the median is held against
 * @param atLeast whether the figure should be at least the bound, rather than at most
 * @param unit of the figure
 */
public record Bar(String text, String ours, String than, ToDoubleBiFunction<Sample, Sample> figure, double bound,
    boolean atLeast, String unit) {

  /**
   * At least so many times the throughput of another.
   *
   * @param ours the client that is judged
   * @param times how many times
   * @param than the other
   * @return a bar
   */
  public static Bar throughput(String ours, double times, String than) {
    return new Bar("throughput, " + ours + " ÷ " + than, ours, than,
        (one, other) -> one.slice().perSecond() / other.slice().perSecond(), times, true, "×");
  }

  /**
   * At most so much of the median latency of another.
   *
   * @param ours the client that is judged
   * @param part how much
   * @param than the other
   * @return a bar
   */
  public static Bar latency(String ours, double part, String than) {
    return new Bar("p50, " + ours + " ÷ " + than, ours, than,
        (one, other) -> median(one) / median(other), part, false, "×");
  }

  /**
   * At most so much more median latency than another.
   *
   * @param ours the client that is judged
   * @param micros how much more, in microseconds
   * @param than the other
   * @return a bar
   */
  public static Bar latencyAbove(String ours, double micros, String than) {
    return new Bar("p50, " + ours + " − " + than, ours, than,
        (one, other) -> median(one) - median(other), micros, false, "µs");
  }

  /**
   * At most so much of the allocation of another.
   *
   * @param ours the client that is judged
   * @param part how much
   * @param than the other
   * @return a bar
   */
  public static Bar allocation(String ours, double part, String than) {
    return new Bar("allocation, " + ours + " ÷ " + than, ours, than,
        (one, other) -> one.slice().bytesPerOperation() / other.slice().bytesPerOperation(), part, false, "×");
  }

  /**
   * No event-loop stall longer than this, but for pauses of the garbage collector.
   *
   * @param ours the client that is judged
   * @param millis how long, in milliseconds
   * @return a bar
   */
  public static Bar stall(String ours, double millis) {
    return new Bar("longest event-loop stall outside of GC, " + ours, ours, ours,
        (one, same) -> one.stalls().outsideOfGcMillis(), millis, false, "ms");
  }

  private static double median(Sample sample) {
    return sample.slice().micros(50);
  }

  /**
   * What was reached.
   *
   * @param outcome the rounds
   * @return the figure
   */
  public Spread reached(Outcome outcome) {
    return outcome.of(ours, than, figure);
  }

  /**
   * Whether it was judged.
   *
   * @param outcome the rounds
   * @return false if one of the clients did not take part
   */
  public boolean appliesTo(Outcome outcome) {
    return outcome.labels().contains(ours) && outcome.labels().contains(than);
  }

  /**
   * Whether it was reached by the median.
   *
   * @param outcome the rounds
   * @return true if so
   */
  public boolean isMet(Outcome outcome) {
    Spread reached = reached(outcome);
    return atLeast ? reached.median() >= bound : reached.median() <= bound;
  }
}

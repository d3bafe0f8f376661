package dev.pinion.benchmarks.detector;

import dev.pinion.benchmarks.load.Stalls;

/**
 * What was seen of a client.
 *
 * @param slowMillis when the slow statement had ended
 * @param quickPerSecond quick statements a second, until the last had ended
 * @param p50Millis when half of the quick statements had ended
 * @param p95Millis when 95 of 100 had ended
 * @param p99Millis when 99 of 100 had ended
 * @param stalls of the event loops
 */
public record Verdict(double slowMillis, double quickPerSecond, double p50Millis, double p95Millis, double p99Millis,
    Stalls stalls) {

  /**
   * Whether the event loop was free while the slow statement ran.
   *
   * @return false if it was not for more than half of that time, garbage collection left out
   */
  public boolean isAsync() {
    return stalls.outsideOfGcMillis() < slowMillis / 2;
  }

  /**
   * Fails a test of a client that is not asynchronous.
   *
   * @throws AssertionError if it blocks, with what was seen
   */
  public void check() {
    if (!isAsync()) {
      throw new AssertionError("The event loop was blocked: " + this);
    }
  }
}

package dev.pinion.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What came of a while of load.
 *
 * @param operations how many have succeeded
 * @param nanos how long it took until the last had ended
 * @param latencies from start to end of each, in nanoseconds
 * @param failed how many have failed
 * @param failure the first failure, or null
 * @param allocatedBytes on the heap, by all threads that are alive after it
 */
public record Slice(
    long operations, long nanos, Histogram latencies, long failed, Throwable failure, long allocatedBytes) {

  /**
   * Throughput.
   *
   * @return operations a second
   */
  public double perSecond() {
    return operations * 1e9 / nanos;
  }

  /**
   * Latency.
   *
   * @param percentile 50 for the median
   * @return microseconds
   */
  public double micros(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1e3;
  }

  /**
   * Allocation.
   *
   * @return bytes for each operation
   */
  public double bytesPerOperation() {
    return (double) allocatedBytes / operations;
  }
}

package dev.pinion.benchmarks.load;

/** A time from one {@link System#nanoTime()} to another. */
record Interval(long from, long to) {

  long nanos() {
    return to - from;
  }

  long overlap(Interval other) {
    return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
  }
}

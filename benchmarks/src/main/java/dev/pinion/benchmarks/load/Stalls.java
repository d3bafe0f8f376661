package dev.pinion.benchmarks.load;

/**
 * How long event loops were not free, beyond the millisecond that the probe leaves between two looks.
 *
 * @param longestMillis the longest stall; below 1 ms none is seen
 * @param outsideOfGcMillis the longest, less the garbage collector's pauses in it
 * @param gcMillis the collector's longest pause
 */
public record Stalls(double longestMillis, double outsideOfGcMillis, double gcMillis) {
}

package dev.pinion.benchmarks.contest;

import dev.pinion.benchmarks.load.Slice;
import dev.pinion.benchmarks.load.Stalls;

/**
 * One client's turn in one round.
 *
 * @param slice what came of the load
 * @param stalls of the event loops meanwhile, or null if they were not watched
 */
public record Sample(Slice slice, Stalls stalls) {
}

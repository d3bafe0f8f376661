package dev.pinion.benchmarks.contest;

import java.time.Duration;

/**
 * How long everything takes.
 *
 * @param rounds how many
 * @param slice how long each client's turn is
 * @param warmUp how long each client runs before the first round
 */
public record Limits(int rounds, Duration slice, Duration warmUp) {
}

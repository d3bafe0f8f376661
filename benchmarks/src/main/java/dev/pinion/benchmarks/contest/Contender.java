package dev.pinion.benchmarks.contest;

import dev.pinion.benchmarks.load.Strands;

/**
 * An open client with the name that the tables call it.
 *
 * @param label the name
 * @param client the client
 * @param <C> what it can do
 */
public record Contender<C extends Strands>(String label, C client) {
}

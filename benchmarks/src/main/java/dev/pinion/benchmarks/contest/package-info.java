/**
 * Sets clients side by side: the same workload on each in turn, round after round, and what is compared of it.
 */
package dev.pinion.benchmarks.contest;

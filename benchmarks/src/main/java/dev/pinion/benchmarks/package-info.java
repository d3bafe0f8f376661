/**
 * Benchmarks of Pinion beside its peers, each pair on the same file in the same run.
 */
package dev.pinion.benchmarks;

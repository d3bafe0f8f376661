/**
 * The ways to use a SQLite file from Java that the benchmarks set side by side, each doing the same operations.
 */
package dev.pinion.benchmarks.client;

/**
 * Finds out whether a client that calls itself asynchronous keeps event loops free; to be used in tests and here.
 */
package dev.pinion.benchmarks.detector;

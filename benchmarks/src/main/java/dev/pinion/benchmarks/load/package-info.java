/**
 * Keeps so many operations in flight for a while, and measures what comes of it. Knows nothing of databases.
 */
package dev.pinion.benchmarks.load;

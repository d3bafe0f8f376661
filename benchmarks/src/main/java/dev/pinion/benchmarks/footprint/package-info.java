/**
 * What a client costs before it does anything: time to the first row, memory of connections at rest.
 */
package dev.pinion.benchmarks.footprint;

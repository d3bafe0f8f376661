/**
 * What is printed and written of the outcomes.
 */
package dev.pinion.benchmarks.page;

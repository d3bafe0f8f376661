/**
 * Hibernate sessions, reactive and blocking, over the clients that are compared; the same entities on the same file.
 */
package dev.pinion.benchmarks.session;

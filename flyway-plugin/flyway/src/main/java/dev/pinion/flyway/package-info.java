/**
 * Asynchronous, safe Flyway migrations of one SQLite file; applications call {@link dev.pinion.flyway.PinionFlyway},
 * the rest is its machinery.
 */
package dev.pinion.flyway;

/**
 * The parts of the dialect, one folder for each concern. Called by {@code SqliteDialect} only.
 */
package dev.pinion.dialect.impl;

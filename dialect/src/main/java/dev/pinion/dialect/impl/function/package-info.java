/**
 * HQL's functions in SQLite's SQL. Called by {@code SqliteDialect} only.
 */
package dev.pinion.dialect.impl.function;

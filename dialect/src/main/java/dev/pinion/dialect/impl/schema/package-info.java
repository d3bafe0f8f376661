/**
 * Tables, constraints and identity columns in SQLite's DDL. Called by {@code SqliteDialect} only.
 */
package dev.pinion.dialect.impl.schema;

/**
 * From Hibernate's SQL tree to SQLite's SQL. Called by {@code SqliteDialect} only.
 */
package dev.pinion.dialect.impl.sql;

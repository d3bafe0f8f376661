/**
 * What SQLite's errors mean to Hibernate. Called by {@code SqliteDialect} only.
 */
package dev.pinion.dialect.impl.error;

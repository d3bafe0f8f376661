/**
 * Hibernate's schema tool for SQLite: reads the schema that is there and says what an update may do to it. Used by
 * {@code SqliteDialect} and, for its reader, by the reactive adapter.
 */
package dev.pinion.dialect.impl.tool;

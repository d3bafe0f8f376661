/**
 * The JDBC types of the dialect: how each kind of value is bound, read and written as a literal. Called by
 * {@code SqliteDialect} only.
 */
package dev.pinion.dialect.impl.type;

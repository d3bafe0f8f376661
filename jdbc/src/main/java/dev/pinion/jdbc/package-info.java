/**
 * The blocking side: a pooled {@link javax.sql.DataSource} for SQLite. Applications use {@code PinionDataSource}; the
 * rest of the package is its machine.
 */
package dev.pinion.jdbc;

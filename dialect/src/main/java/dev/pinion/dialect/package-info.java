/**
 * The Hibernate ORM 6.6 dialect for SQLite 3.45 and newer, for blocking and reactive sessions alike. Hibernate finds it
 * by itself; an application names {@link dev.pinion.dialect.SqliteDialect} at most in {@code hibernate.dialect}.
 */
package dev.pinion.dialect;

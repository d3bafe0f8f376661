/**
 * Identifiers: sequences emulated by tables, and generators that take their blocks of ids on the session's own
 * connection. Found by Hibernate through {@code SqliteDialect} and the service loader.
 */
package dev.pinion.dialect.impl.id;

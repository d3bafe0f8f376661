package dev.pinion.dialect;

import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;

/**
 * Answers for the database product "SQLite"; found by {@link java.util.ServiceLoader}, so that no
 * {@code hibernate.dialect} is needed.
 */
public final class SqliteDialectResolver implements DialectResolver {

  private static final long serialVersionUID = 1L;

  @Override
  public Dialect resolveDialect(DialectResolutionInfo info) {
    return "SQLite".equalsIgnoreCase(info.getDatabaseName()) ? new SqliteDialect(info) : null;
  }
}

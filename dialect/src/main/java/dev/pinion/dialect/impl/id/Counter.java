package dev.pinion.dialect.impl.id;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * A row of a table that counts, read and moved on by one {@code UPDATE … RETURNING} on the session's own connection.
 * So it waits for no other connection, and a rollback undoes it.
 *
 * <p>What this JVM has once seen it does not take again, even if the row was rolled back or the table made anew.
 *
 * <p>Thread-safe.
 */
final class Counter {

  private static final Object NO_TENANT = "";

  private final String sql;
  private final int increment;
  private final String segment;
  private final Map<Object, Long> next = new ConcurrentHashMap<>();

  private Counter(String sql, int increment, String segment) {
    this.sql = sql;
    this.increment = increment;
    this.segment = segment;
  }

  /** The only row of a table. */
  static Counter of(String table, String column, int increment) {
    return new Counter(update(table, column, increment, ""), increment, null);
  }

  /** The row of a table whose segment column has a value. */
  static Counter of(String table, String column, int increment, String segmentColumn, String segment) {
    return new Counter(update(table, column, increment, " where " + segmentColumn + " = ?"), increment, segment);
  }

  private static String update(String table, String column, int increment, String where) {
    String later = increment < 0 ? "min" : "max";
    return "update " + table + " set " + column + " = " + later + "(" + column + ", ?) + (" + increment + ")" + where
        + " returning " + column + " - (" + increment + ")";
  }

  String sql() {
    return sql;
  }

  /**
   * The value of the row, which is moved on by the increment.
   *
   * @return nothing if there is no such row
   */
  OptionalLong take(SharedSessionContractImplementor session) {
    Object tenant = tenant(session);
    Long atLeast = next.get(tenant);
    OptionalLong taken = SessionStatements.query(session, sql, statement -> {
      statement.setLong(1, atLeast != null ? atLeast : increment < 0 ? Long.MAX_VALUE : Long.MIN_VALUE);
      if (segment != null) {
        statement.setString(2, segment);
      }
    });
    taken.ifPresent(value -> next.merge(tenant, value + increment,
        (one, other) -> increment < 0 ? Math.min(one, other) : Math.max(one, other)));
    return taken;
  }

  static Object tenant(SharedSessionContractImplementor session) {
    Object tenant = session.getTenantIdentifierValue();
    return tenant == null ? NO_TENANT : tenant;
  }
}

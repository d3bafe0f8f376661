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
public final class Counter {

  private static final Object NO_TENANT = "";

  private final String sql;
  private final String keep;
  private final int increment;
  private final String segment;
  private final Map<Object, Long> next = new ConcurrentHashMap<>();

  private Counter(String table, String column, int increment, String segmentColumn, String segment) {
    boolean up = increment >= 0;
    String where = segmentColumn == null ? "" : segmentColumn + " = ?";
    this.sql = "update " + table + " set " + column + " = " + (up ? "max(" : "min(") + column + ", ?) + (" + increment
        + ")" + (where.isEmpty() ? "" : " where " + where) + " returning " + column + " - (" + increment + ")";
    this.keep = "update " + table + " set " + column + " = ?1 where " + column + (up ? " < ?1" : " > ?1")
        + (where.isEmpty() ? "" : " and " + where);
    this.increment = increment;
    this.segment = segment;
  }

  /** The only row of a table. */
  static Counter of(String table, String column, int increment) {
    return new Counter(table, column, increment, null, null);
  }

  /** The row of a table whose segment column has a value. */
  static Counter of(String table, String column, int increment, String segmentColumn, String segment) {
    return new Counter(table, column, increment, segmentColumn, segment);
  }

  /** The statement that moves the row on and returns its value; see {@link #parameters}. */
  public String sql() {
    return sql;
  }

  /**
   * The value of the row, which is moved on by the increment.
   *
   * @return nothing if there is no such row
   */
  OptionalLong take(SharedSessionContractImplementor session) {
    Object tenant = tenant(session);
    long atLeast = atLeast(tenant);
    OptionalLong taken = SessionStatements.query(session, sql, statement -> {
      statement.setLong(1, atLeast);
      if (segment != null) {
        statement.setString(2, segment);
      }
    });
    taken.ifPresent(value -> seen(tenant, value));
    return taken;
  }

  /** The parameters of {@link #sql}. */
  public Object[] parameters(Object tenant) {
    return segment == null ? new Object[] {atLeast(tenant)} : new Object[] {atLeast(tenant), segment};
  }

  /** Remembers a value that the statement has returned. */
  public void seen(Object tenant, long value) {
    next.merge(tenant, value + increment,
        (one, other) -> increment < 0 ? Math.min(one, other) : Math.max(one, other));
  }

  private long atLeast(Object tenant) {
    Long reached = next.get(tenant);
    return reached != null ? reached : increment < 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
  }

  /** Moves the row on once more where a rollback to a savepoint has moved it back; to be called before the commit. */
  void keep(SharedSessionContractImplementor session) {
    Long reached = next.get(tenant(session));
    if (reached != null) {
      SessionStatements.updateUnseen(session, keep, statement -> {
        statement.setLong(1, reached);
        if (segment != null) {
          statement.setString(2, segment);
        }
      });
    }
  }

  /** The key of a session's tenant, also if it has none. */
  public static Object tenant(SharedSessionContractImplementor session) {
    Object tenant = session.getTenantIdentifierValue();
    return tenant == null ? NO_TENANT : tenant;
  }
}

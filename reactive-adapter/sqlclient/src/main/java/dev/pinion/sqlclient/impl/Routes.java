package dev.pinion.sqlclient.impl;

import dev.pinion.storage.gate.SqlText;
import io.vertx.sqlclient.impl.command.QueryCommandBase;
import io.vertx.sqlclient.impl.command.SimpleQueryCommand;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a pool's statements go. A text that comes for the first time is placed by its first word; from then on by
 * SQLite's own verdict on whether it writes. A wrong place costs time only: every connection can write and passes the
 * write gate. Thread-safe.
 */
final class Routes {

  /** Who runs a statement. */
  enum Route {
    /** A connection that others use at the same time, too, and that only reads. */
    READER,
    /** The one connection through which the statements of the pool write. */
    WRITER,
    /** A connection that nobody else uses meanwhile. */
    ALONE
  }

  /** Where a text goes, and the statement that it consists of. */
  record Plan(Route route, String statement) {
  }

  private static final Plan ALONE = new Plan(Route.ALONE, null);

  /** More distinct texts than that, and longer ones, are not worth to be remembered: they have their values in them. */
  private static final int MAX_KNOWN = 2_048;
  private static final int MAX_LENGTH = 2_048;

  private final Map<String, Plan> known = new ConcurrentHashMap<>();

  Plan of(QueryCommandBase<?> query) {
    Plan plan = known.get(query.sql());
    return plan == null ? place(query) : plan;
  }

  /** Takes SQLite's verdict on a statement that was run. */
  void learn(String sql, Plan plan, boolean writes) {
    Route verdict = writes ? Route.WRITER : Route.READER;
    if (plan.route() != verdict) {
      remember(sql, new Plan(verdict, plan.statement()));
    }
  }

  private void remember(String sql, Plan plan) {
    if (sql.length() <= MAX_LENGTH && known.size() < MAX_KNOWN) {
      known.put(sql, plan);
    }
  }

  private Plan place(QueryCommandBase<?> query) {
    String sql = query.sql();
    String statement = query instanceof SimpleQueryCommand<?> ? single(sql) : sql;
    if (statement == null || !SqlText.isOnRows(statement)) {
      return ALONE;
    }
    Plan plan = new Plan(SqlText.isQuery(statement) ? Route.READER : Route.WRITER, statement);
    remember(sql, plan);
    return plan;
  }

  /** The only statement of a text; null if there is a semicolon before its end, be it in a string. */
  private static String single(String sql) {
    int semicolon = sql.indexOf(';');
    if (semicolon < 0) {
      return sql;
    }
    return sql.substring(semicolon + 1).isBlank() ? sql.substring(0, semicolon) : null;
  }
}

package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.storage.gate.Database;
import dev.pinion.storage.gate.Effect;
import dev.pinion.storage.gate.SqlText;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sqlite.SQLiteConnection;

/**
 * The compiled statements of one connection, the least recently used thrown out first; owned by one worker thread.
 * Pragmas are compiled each time, because that is when many of them take effect (pragma.html, introduction).
 */
final class StatementCache {

  private final SQLiteConnection connection;
  private final Database database;
  private final Residue residue;
  private final BusyWait busyWait;
  private final boolean enabled;
  private final int maxSize;
  private final Predicate<String> filter;
  private final LinkedHashMap<String, CompiledStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

  StatementCache(SQLiteConnection connection, Database database, Residue residue, BusyWait busyWait,
      SqliteConnectOptions options) {
    this.connection = connection;
    this.database = database;
    this.residue = residue;
    this.busyWait = busyWait;
    this.enabled = options.getCachePreparedStatements();
    this.maxSize = options.getPreparedStatementCacheMaxSize();
    this.filter = options.getPreparedStatementCacheSqlFilter();
  }

  /** A compiled statement for the caller's use alone until it is released. */
  CompiledStatement acquire(String sql) throws SQLException {
    int epoch = database.schemaEpoch();
    CompiledStatement cached = statements.get(sql);
    if (cached != null && !cached.isInUse() && (!cached.isUsable() || cached.schemaEpoch() != epoch)) {
      statements.remove(sql);
      cached.close();
      cached = null;
    }
    CompiledStatement statement = cached;
    if (cached == null || cached.isInUse()) {
      Pragma pragma = Pragma.of(singleStatement(sql));
      residue.compiled(sql, pragma);
      statement = new CompiledStatement(connection, sql, busyWait.answering(pragma, sql), epoch);
      if (cached == null && pragma == null && enabled && maxSize > 0 && filter.test(sql)) {
        statements.put(sql, statement);
        evict();
      }
    }
    statement.setInUse(true);
    return statement;
  }

  /** What a statement does, if it is compiled; else null. */
  Effect knownEffect(String sql) {
    CompiledStatement cached = statements.get(sql);
    return cached != null && cached.schemaEpoch() == database.schemaEpoch() ? cached.effect() : null;
  }

  /** What a statement does that is compiled, or one that changes rows, which has no effect until it is run; or null. */
  Effect effectOf(String sql) throws SQLException {
    Effect known = knownEffect(sql);
    if (known != null) {
      return known;
    }
    if (!SqlText.changesRows(sql)) {
      return null;
    }
    CompiledStatement statement = acquire(sql);
    release(statement);
    return statement.effect();
  }

  void release(CompiledStatement statement) throws SQLException {
    statement.setInUse(false);
    if (statements.get(statement.sql()) != statement) {
      statement.close();
    } else if (!statement.isUsable()) {
      statements.remove(statement.sql());
    }
  }

  /** Closes the statement now, or when its user releases it. */
  void forget(String sql) throws SQLException {
    CompiledStatement statement = statements.remove(sql);
    if (statement != null && !statement.isInUse()) {
      statement.close();
    }
  }

  void clear() throws SQLException {
    for (CompiledStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }

  private void evict() throws SQLException {
    Iterator<Map.Entry<String, CompiledStatement>> eldest = statements.entrySet().iterator();
    while (statements.size() > maxSize && eldest.hasNext()) {
      CompiledStatement statement = eldest.next().getValue();
      if (!statement.isInUse()) {
        eldest.remove();
        statement.close();
      }
    }
  }

  private static String singleStatement(String sql) {
    List<String> statements = SqlScript.split(sql);
    if (statements.size() != 1) {
      throw new IllegalArgumentException(statements.isEmpty()
          ? "There is no statement in: '" + sql + "'"
          : "A prepared statement is one statement, here are " + statements.size()
              + "; run them with query(…), or one by one. SQL: " + sql);
    }
    return sql;
  }
}

package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.OpenMode;
import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteException;
import dev.pinion.storage.gate.Database;
import dev.pinion.storage.gate.Effect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;

/** One SQLite connection and all that belongs to it; owned by one worker thread. */
final class Session {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.sqlclient.connection");

  private static final String BATCH_SAVEPOINT = "pinion_batch";

  private final SQLiteConnection connection;
  private final Database database;
  private final StatementCache statements;
  private final TransactionState transaction;
  private final String beginSql;
  private final boolean readOnly;
  private final Map<String, CompiledStatement> cursors = new HashMap<>();

  Session(SQLiteConnection connection, Database database, SqliteConnectOptions options) throws SQLException {
    this.connection = connection;
    this.database = database;
    this.statements = new StatementCache(connection, database, options);
    this.transaction = new TransactionState(connection, database.writeGate(), options.getWriteGateTimeout());
    this.beginSql = options.getTransactionMode().beginSql();
    this.readOnly = options.getOpenMode() == OpenMode.READ_ONLY;
  }

  boolean needsReset() {
    return transaction.isActive() || transaction.lostTo() != null || !cursors.isEmpty();
  }

  List<StatementResult> script(String sql) {
    List<String> parts = SqlScript.split(sql);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("There is no statement in: '" + sql + "'");
    }
    List<StatementResult> results = new ArrayList<>(parts.size());
    for (String part : parts) {
      results.add(query(part, new Object[0]));
    }
    return results;
  }

  StatementResult query(String sql, Object[] parameters) {
    return withStatement(sql, parameters, statement -> withRowId(statement, statement.run(parameters)));
  }

  List<StatementResult> batch(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("The batch is empty: give at least one tuple. SQL: " + sql);
    }
    if (!prepareBatch(sql, rows)) {
      return batchRows(sql, rows);
    }
    boolean outer = !transaction.isActive();
    query(outer ? "BEGIN IMMEDIATE" : "SAVEPOINT " + BATCH_SAVEPOINT, new Object[0]);
    try {
      List<StatementResult> results = batchRows(sql, rows);
      query(outer ? "COMMIT" : "RELEASE " + BATCH_SAVEPOINT, new Object[0]);
      return results;
    } catch (SqliteException | IllegalArgumentException e) {
      undoBatch(outer, e);
      throw e;
    }
  }

  StatementInfo prepare(String sql) {
    transaction.checkUsable(sql);
    try {
      CompiledStatement statement = statements.acquire(sql);
      try {
        return statement.info();
      } finally {
        statements.release(statement);
      }
    } catch (SQLException e) {
      throw Errors.of(e, sql);
    }
  }

  void closeStatement(String sql) {
    try {
      statements.forget(sql);
    } catch (SQLException e) {
      throw Errors.of(e, sql);
    }
  }

  StatementResult fetch(String cursor, String sql, Object[] parameters, int count) {
    CompiledStatement open = cursors.get(cursor);
    if (open != null) {
      return fetchMore(cursor, open, count);
    }
    transaction.checkUsable(sql);
    try {
      CompiledStatement statement = statements.acquire(sql);
      try {
        statement.checkParameters(parameters.length);
        if (statement.effect().needsGate()) {
          transaction.enterWrite(sql);
        }
      } catch (SqliteException | IllegalArgumentException e) {
        statements.release(statement);
        throw e;
      }
      cursors.put(cursor, statement);
      statement.start(parameters);
      return fetchMore(cursor, statement, count);
    } catch (SQLException e) {
      throw cursorFailed(cursor, Errors.of(e, sql));
    }
  }

  void closeCursor(String cursor) {
    CompiledStatement statement = cursors.remove(cursor);
    if (statement != null) {
      try {
        statement.reset();
        statements.release(statement);
      } catch (SQLException e) {
        throw Errors.of(e, statement.sql());
      } finally {
        if (statement.effect().needsGate()) {
          transaction.leaveWrite();
        }
        if (statement.effect().endsOrBegins()) {
          transaction.settle();
        }
      }
    }
  }

  void begin() {
    query(beginSql, new Object[0]);
    transaction.manage();
  }

  void commit() {
    SqliteException lostTo = transaction.lostTo();
    if (lostTo != null) {
      transaction.unmanage();
      throw Errors.transactionLost(lostTo, null);
    }
    try {
      query("COMMIT", new Object[0]);
      transaction.unmanage();
    } catch (SqliteException e) {
      rollbackAfter(e);
      throw e;
    }
  }

  void rollback() {
    transaction.unmanage();
    if (transaction.isActive()) {
      query("ROLLBACK", new Object[0]);
    }
  }

  void reset() {
    for (String cursor : List.copyOf(cursors.keySet())) {
      closeCursor(cursor);
    }
    if (transaction.isActive()) {
      log.warn("A connection was given back inside a transaction, which is rolled back");
    }
    rollback();
  }

  /** Leaves nothing behind: no transaction, no gate, no statement, and no -wal if it was the file's last connection. */
  void close() {
    try {
      reset();
      statements.clear();
    } catch (SQLException | SqliteException e) {
      log.warn("A connection was not closed cleanly", e);
    } finally {
      // One at a time: SQLite deletes the -wal only if it sees no other connection (wal.html, section 4).
      synchronized (database) {
        if (database.isLastConnection() && !readOnly) {
          optimize();
        }
        disconnect();
      }
    }
  }

  private void optimize() {
    try {
      connection.getDatabase().busy_timeout(0);
      query("PRAGMA optimize", new Object[0]);
    } catch (SQLException | SqliteException e) {
      log.debug("PRAGMA optimize was left out, the file is in use or cannot be written", e);
    }
  }

  private void disconnect() {
    try {
      connection.close();
    } catch (SQLException e) {
      log.warn("A connection was not closed", e);
    } finally {
      transaction.abandon();
      database.release();
    }
  }

  private boolean prepareBatch(String sql, List<Object[]> rows) {
    return withCompiled(sql, statement -> {
      for (Object[] row : rows) {
        statement.checkParameters(row.length);
      }
      return statement.effect().writes();
    });
  }

  private List<StatementResult> batchRows(String sql, List<Object[]> rows) {
    List<StatementResult> results = new ArrayList<>(rows.size());
    for (Object[] row : rows) {
      results.add(query(sql, row));
    }
    return results;
  }

  private void undoBatch(boolean outer, RuntimeException reason) {
    if (!transaction.isActive()) {
      return;
    }
    if (outer) {
      rollbackAfter(reason);
    } else {
      query("ROLLBACK TO " + BATCH_SAVEPOINT, new Object[0]);
      query("RELEASE " + BATCH_SAVEPOINT, new Object[0]);
    }
  }

  private void rollbackAfter(RuntimeException reason) {
    try {
      rollback();
    } catch (SqliteException e) {
      reason.addSuppressed(e);
    }
  }

  private StatementResult fetchMore(String cursor, CompiledStatement statement, int count) {
    try {
      StatementResult result =
          new StatementResult(statement.columns(), statement.read(count), 0, null, statement.hasRow());
      if (!result.more()) {
        closeCursor(cursor);
      }
      return result;
    } catch (SQLException e) {
      throw cursorFailed(cursor, Errors.of(e, statement.sql()));
    }
  }

  private SqliteException cursorFailed(String cursor, SqliteException error) {
    transaction.failed(error);
    try {
      closeCursor(cursor);
    } catch (SqliteException e) {
      error.addSuppressed(e);
    }
    return error;
  }

  private StatementResult withRowId(CompiledStatement statement, StatementResult result) throws SQLException {
    if (!statement.effect().inserts() || result.changes() == 0) {
      return result;
    }
    CompiledStatement lastRowId = statements.acquire("SELECT last_insert_rowid()");
    try {
      Long id = (Long) lastRowId.run(new Object[0]).rows().get(0)[0];
      return new StatementResult(result.columns(), result.rows(), result.changes(), id, false);
    } finally {
      statements.release(lastRowId);
    }
  }

  private interface Use<T> {
    T of(CompiledStatement statement) throws SQLException;
  }

  private <T> T withStatement(String sql, Object[] parameters, Use<T> use) {
    return withCompiled(sql, statement -> {
      statement.checkParameters(parameters.length);
      Effect effect = statement.effect();
      if (effect.needsGate()) {
        transaction.enterWrite(sql);
      }
      try {
        T result = use.of(statement);
        if (effect.changesSchema()) {
          database.schemaChanged();
        }
        return result;
      } finally {
        if (effect.endsOrBegins()) {
          transaction.settle();
        }
        if (effect.needsGate()) {
          transaction.leaveWrite();
        }
      }
    });
  }

  private <T> T withCompiled(String sql, Use<T> use) {
    transaction.checkUsable(sql);
    try {
      CompiledStatement statement = statements.acquire(sql);
      try {
        return use.of(statement);
      } finally {
        statements.release(statement);
      }
    } catch (SQLException e) {
      SqliteException error = Errors.of(e, sql);
      transaction.failed(error);
      throw error;
    }
  }
}

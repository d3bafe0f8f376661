package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open cursors of a connection: statements that have been stepped so far as their users asked; owned by one worker
 * thread. A cursor keeps the snapshot that it reads (isolation.html), and if it writes also the write gate.
 */
final class Cursors {

  private final StatementCache statements;
  private final TransactionState transaction;
  private final Interruption interruption;
  private final SlowStatements slow;
  private final ConnectionHealth health;
  private final Unsynced unsynced;
  private final Map<String, CompiledStatement> open = new HashMap<>();

  Cursors(StatementCache statements, TransactionState transaction, Interruption interruption, SlowStatements slow,
      ConnectionHealth health, Unsynced unsynced) {
    this.statements = statements;
    this.transaction = transaction;
    this.interruption = interruption;
    this.slow = slow;
    this.health = health;
    this.unsynced = unsynced;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  StatementResult open(String cursor, String sql, Object[] parameters, int count) {
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
      open.put(cursor, statement);
      long startedAt = slow.now();
      statement.start(parameters);
      StatementResult rows = fetch(cursor, statement, count);
      slow.finished(sql, startedAt);
      return rows;
    } catch (SQLException e) {
      throw failed(cursor, interruption.errorOf(e, sql));
    }
  }

  StatementResult fetchMore(String cursor, String sql, int count) {
    transaction.checkUsable(sql);
    CompiledStatement statement = open.get(cursor);
    if (statement == null) {
      throw Errors.cursorGone(sql);
    }
    long startedAt = slow.now();
    StatementResult rows = fetch(cursor, statement, count);
    slow.finished(sql, startedAt);
    return rows;
  }

  void close(String cursor) {
    CompiledStatement statement = open.remove(cursor);
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
      health.checkAfter(statement.effect(), transaction.isActive(), statement.sql());
      unsynced.ran(statement.effect(), transaction.isActive());
    }
  }

  void closeAll() {
    for (String cursor : List.copyOf(open.keySet())) {
      close(cursor);
    }
  }

  private StatementResult fetch(String cursor, CompiledStatement statement, int count) {
    try {
      StatementResult result =
          new StatementResult(statement.columns(), statement.read(count), 0, null, statement.hasRow(),
              statement.effect().needsGate());
      if (!result.more()) {
        close(cursor);
      }
      return result;
    } catch (SQLException e) {
      throw failed(cursor, interruption.errorOf(e, statement.sql()));
    }
  }

  private SqliteException failed(String cursor, SqliteException error) {
    interruption.end();
    transaction.failed(error);
    try {
      close(cursor);
    } catch (SqliteException e) {
      error.addSuppressed(e);
    }
    return error;
  }
}

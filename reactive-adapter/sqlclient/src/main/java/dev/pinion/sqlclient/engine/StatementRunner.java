package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import dev.pinion.storage.gate.Database;
import dev.pinion.storage.gate.Effect;
import java.sql.SQLException;

/** Runs one statement with all that belongs to it: gate, time, what it leaves behind; owned by one worker thread. */
final class StatementRunner {

  /** What is done with a compiled statement. */
  interface Use<T> {
    T of(CompiledStatement statement) throws SQLException;
  }

  private final Database database;
  private final StatementCache statements;
  private final TransactionState transaction;
  private final Interruption interruption;
  private final Residue residue;
  private final SlowStatements slow;
  private final ConnectionHealth health;

  StatementRunner(Database database, StatementCache statements, TransactionState transaction,
      Interruption interruption, Residue residue, SlowStatements slow, ConnectionHealth health) {
    this.database = database;
    this.statements = statements;
    this.transaction = transaction;
    this.interruption = interruption;
    this.residue = residue;
    this.slow = slow;
    this.health = health;
  }

  StatementResult query(String sql, Object[] parameters) {
    return withStatement(sql, parameters, statement -> withRowId(statement, statement.run(parameters)));
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

  /** Compiles a statement, or finds it compiled, and lends it for one use. */
  <T> T withCompiled(String sql, Use<T> use) {
    transaction.checkUsable(sql);
    try {
      CompiledStatement statement = statements.acquire(sql);
      try {
        return use.of(statement);
      } finally {
        statements.release(statement);
      }
    } catch (SQLException e) {
      SqliteException error = interruption.errorOf(e, sql);
      transaction.failed(error);
      throw error;
    }
  }

  private <T> T withStatement(String sql, Object[] parameters, Use<T> use) {
    return withCompiled(sql, statement -> {
      statement.checkParameters(parameters.length);
      Effect effect = statement.effect();
      if (effect.needsGate()) {
        transaction.enterWrite(sql);
      }
      long startedAt = slow.now();
      T result;
      try {
        result = use.of(statement);
        if (effect.changesSchema()) {
          database.schemaChanged();
        }
        if (effect.changesTempSchema()) {
          residue.tempSchemaChanged();
        }
      } finally {
        slow.finished(sql, startedAt);
        if (effect.endsOrBegins()) {
          transaction.settle();
        }
        if (effect.needsGate()) {
          transaction.leaveWrite();
        }
      }
      health.checkAfter(effect, transaction.isActive(), sql);
      return result;
    });
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
}

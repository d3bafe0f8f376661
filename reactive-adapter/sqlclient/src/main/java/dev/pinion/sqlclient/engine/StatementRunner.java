package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import dev.pinion.storage.gate.Database;
import dev.pinion.storage.gate.Effect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
  private final LastRowId lastRowId;
  private final ConnectionHealth health;
  private final Unsynced unsynced;
  private final LogSync sync;

  /**
   * A runner.
   *
   * @param sync brings commits to the disk, or null if SQLite does it
   */
  StatementRunner(Database database, StatementCache statements, TransactionState transaction,
      Interruption interruption, Residue residue, SlowStatements slow, LastRowId lastRowId, ConnectionHealth health,
      Unsynced unsynced, LogSync sync) {
    this.database = database;
    this.statements = statements;
    this.transaction = transaction;
    this.interruption = interruption;
    this.residue = residue;
    this.slow = slow;
    this.lastRowId = lastRowId;
    this.health = health;
    this.unsynced = unsynced;
    this.sync = sync;
  }

  StatementResult query(String sql, Object[] parameters) {
    return withStatement(sql, parameters.length, statement -> run(statement, parameters));
  }

  /** Runs a statement once for each row of values, of which there is one at least. */
  List<StatementResult> batch(String sql, List<Object[]> rows) {
    List<StatementResult> results = new ArrayList<>(rows.size());
    try {
      return withStatement(sql, rows.get(0).length, statement -> {
        for (Object[] row : rows) {
          interruption.check(sql);
          results.add(run(statement, row));
        }
        return results;
      });
    } catch (SqliteException e) {
      throw rows.size() == 1 ? e : Errors.inBatch(e, results.size() + 1, rows.size());
    }
  }

  /** Whether a statement is compiled and only reads. */
  boolean isQuery(String sql) {
    Effect known = statements.knownEffect(sql);
    return known != null && !known.writes() && !known.needsGate() && !known.endsOrBegins();
  }

  /** Compiles the statement if need be; one that cannot be compiled tells why when it is run. */
  boolean mayShareCommit(Command<?> command) {
    String sql = command instanceof Command.Query query ? query.sql()
        : command instanceof Command.Batch batch ? batch.sql() : null;
    if (sql == null) {
      return false;
    }
    try {
      Effect known = statements.effectOf(sql);
      return known != null && known.mayShareCommit();
    } catch (SQLException | IllegalArgumentException e) {
      return false;
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

  private <T> T withStatement(String sql, int parameters, Use<T> use) {
    return withCompiled(sql, statement -> {
      statement.checkParameters(parameters);
      Effect effect = statement.effect();
      if (effect.needsGate()) {
        checkSync(sql);
        transaction.enterWrite(sql);
      }
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
        if (effect.endsOrBegins()) {
          transaction.settle();
        }
        if (effect.needsGate()) {
          transaction.leaveWrite();
        }
      }
      health.checkAfter(effect, transaction.isActive(), sql);
      unsynced.ran(effect, transaction.isActive());
      return result;
    });
  }

  private void checkSync(String sql) {
    if (sync != null) {
      sync.check(sql);
    }
  }

  private StatementResult run(CompiledStatement statement, Object[] parameters) throws SQLException {
    long startedAt = slow.now();
    try {
      StatementResult result = statement.run(parameters);
      return statement.effect().inserts() && result.changes() > 0 ? result.withLastInsertId(lastRowId.get()) : result;
    } finally {
      slow.finished(statement.sql(), startedAt);
    }
  }
}

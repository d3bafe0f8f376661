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
  private final Unsynced unsynced;
  private final LogSync sync;

  /**
   * A runner.
   *
   * @param sync brings commits to the disk, or null if SQLite does it
   */
  StatementRunner(Database database, StatementCache statements, TransactionState transaction,
      Interruption interruption, Residue residue, SlowStatements slow, ConnectionHealth health, Unsynced unsynced,
      LogSync sync) {
    this.database = database;
    this.statements = statements;
    this.transaction = transaction;
    this.interruption = interruption;
    this.residue = residue;
    this.slow = slow;
    this.health = health;
    this.unsynced = unsynced;
    this.sync = sync;
  }

  StatementResult query(String sql, Object[] parameters) {
    return withStatement(sql, parameters, statement -> withRowId(statement, statement.run(parameters)));
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

  private <T> T withStatement(String sql, Object[] parameters, Use<T> use) {
    return withCompiled(sql, statement -> {
      statement.checkParameters(parameters.length);
      Effect effect = statement.effect();
      if (effect.needsGate()) {
        checkSync(sql);
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
      unsynced.ran(effect, transaction.isActive());
      return result;
    });
  }

  private void checkSync(String sql) {
    if (sync != null) {
      sync.check(sql);
    }
  }

  private StatementResult withRowId(CompiledStatement statement, StatementResult result) throws SQLException {
    if (!statement.effect().inserts() || result.changes() == 0) {
      return result;
    }
    CompiledStatement lastRowId = statements.acquire("SELECT last_insert_rowid()");
    try {
      Long id = (Long) lastRowId.run(new Object[0]).rows().get(0)[0];
      return new StatementResult(result.columns(), result.rows(), result.changes(), id, false, result.writes());
    } finally {
      statements.release(lastRowId);
    }
  }
}

package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.OpenMode;
import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteException;
import dev.pinion.sqlclient.TransactionMode;
import dev.pinion.storage.gate.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** One SQLite connection and all that belongs to it; owned by one worker thread. */
final class Session {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.sqlclient.connection");

  /** So that whoever is told that the file has moved finds no more connection to the old one. */
  private static final long PATIENCE_WITH_OTHERS_MILLIS = 1_000;

  private static final String BATCH_SAVEPOINT = "pinion_batch";

  private final SQLiteConnection connection;
  private final Database database;
  private final TransactionTimer timer;
  private final Interruption interruption;
  private final Residue residue;
  private final StatementCache statements;
  private final TransactionState transaction;
  private final StatementRunner runner;
  private final ConnectionHealth health;
  private final String beginSql;
  private final boolean readOnly;
  private final boolean inMemory;
  private boolean callsJava;
  private final LogSync sync;
  private final Unsynced unsynced = new Unsynced();
  private final Cursors cursors;

  /**
   * A session.
   *
   * @param sync brings its commits to the disk, or null if SQLite does it
   */
  Session(SQLiteConnection connection, Database database, FileIdentity file, LogSync sync,
      SqliteConnectOptions options) throws SQLException {
    this.sync = sync;
    this.connection = connection;
    this.database = database;
    this.timer = new TransactionTimer(options.getTransactionTimeout());
    this.interruption = new Interruption(options.getStatementTimeout(), timer);
    this.residue = new Residue(connection);
    BusyWait busyWait = new BusyWait(options.getBusyTimeout(), interruption);
    this.statements = new StatementCache(connection, database, residue, busyWait, options);
    this.transaction = new TransactionState(
        connection, database.writeGate(), options.getWriteGateTimeout(), timer, interruption);
    this.health = new ConnectionHealth(database, file, () -> usesLog(file));
    SlowStatements slow = new SlowStatements(connection, options.getSlowStatementThreshold());
    this.runner = new StatementRunner(database, statements, transaction, interruption, residue, slow,
        new LastRowId(connection), health, unsynced, sync);
    this.cursors = new Cursors(statements, transaction, interruption, slow, health, unsynced);
    this.beginSql = options.getTransactionMode().beginSql();
    this.readOnly = options.getOpenMode() == OpenMode.READ_ONLY;
    this.inMemory = options.isInMemory();
    interruption.watch(connection);
    BusyHandler.setHandler(connection, busyWait);
  }

  boolean needsReset() {
    return transaction.isActive() || transaction.lostTo() != null || !cursors.isEmpty() || residue.mustBeCleaned();
  }

  /** Whether its user has changed it beyond what a reset undoes; one in memory is kept, or all would be lost. */
  boolean isTainted() {
    return residue.isTainted() && !inMemory;
  }

  ConnectionHealth health() {
    return health;
  }

  /** Brings its commits to the disk; null if SQLite does it. */
  LogSync sync() {
    return sync;
  }

  /** Whether something was committed since this was asked. */
  boolean takeCommitted() {
    return unsynced.takeCommitted();
  }

  Interruption interruption() {
    return interruption;
  }

  /** Nanoseconds until {@link #expireTransaction()} has something to do; {@code Long.MAX_VALUE} for never. */
  long nanosLeft() {
    return timer.nanosLeft();
  }

  /** Rolls the transaction back if its time is over; what its user asks for from then on is refused. */
  void expireTransaction() {
    if (timer.isDue()) {
      SqliteException reason = Errors.of(SQLiteErrorCode.SQLITE_INTERRUPT, timer.reason(), null);
      log.warn("A transaction is rolled back: {}. It was begun {}", timer.reason(),
          timer.begun() == null ? "by SQL text" : "here", timer.begun());
      timer.stop();
      cursors.closeAll();
      query("ROLLBACK", new Object[0]);
      transaction.lose(reason);
    }
  }

  boolean isInTransaction() {
    return transaction.isActive();
  }

  /**
   * Whether a command is known to wait for nothing: a compiled query, which lets others be told while it computes,
   * unless it may call functions that are written in Java.
   */
  boolean isQuick(Command<?> command) {
    return command instanceof Command.Query query && !callsJava && runner.isQuery(query.sql());
  }

  /** Whether a command comes out the same in one transaction with others as in one of its own. */
  boolean mayShareCommit(Command<?> command) {
    return !inMemory && !residue.isTainted() && cursors.isEmpty() && transaction.lostTo() == null
        && (!transaction.isActive() || timer.isSuspended()) && runner.mayShareCommit(command);
  }

  /** A transaction of Pinion's own, which no time limit of its users' applies to. */
  void beginGroup() {
    timer.suspend();
    query("BEGIN IMMEDIATE", new Object[0]);
  }

  void commitGroup() {
    try {
      query("COMMIT", new Object[0]);
    } catch (SqliteException e) {
      rollbackAfter(e);
      throw e;
    }
  }

  void endGroup() {
    timer.resume();
  }

  List<StatementResult> script(String sql) {
    List<String> parts = SqlScript.split(sql);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("There is no statement in: '" + sql + "'");
    }
    List<StatementResult> results = new ArrayList<>(parts.size());
    for (String part : parts) {
      try {
        interruption.check(part);
        results.add(query(part, new Object[0]));
      } catch (SqliteException e) {
        throw parts.size() == 1 ? e : Errors.inScript(e, results.size() + 1, parts.size());
      }
    }
    return results;
  }

  StatementResult query(String sql, Object[] parameters) {
    return runner.query(sql, parameters);
  }

  List<StatementResult> batch(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("The batch is empty: give at least one tuple. SQL: " + sql);
    }
    if (!prepareBatch(sql, rows)) {
      return runner.batch(sql, rows);
    }
    boolean outer = !transaction.isActive();
    query(outer ? "BEGIN IMMEDIATE" : "SAVEPOINT " + BATCH_SAVEPOINT, new Object[0]);
    try {
      List<StatementResult> results = runner.batch(sql, rows);
      query(outer ? "COMMIT" : "RELEASE " + BATCH_SAVEPOINT, new Object[0]);
      return results;
    } catch (SqliteException | IllegalArgumentException e) {
      interruption.end();
      undoBatch(outer, e);
      throw e;
    }
  }

  StatementInfo prepare(String sql) {
    return runner.prepare(sql);
  }

  void closeStatement(String sql) {
    runner.closeStatement(sql);
  }

  StatementResult openCursor(String cursor, String sql, Object[] parameters, int count) {
    return cursors.open(cursor, sql, parameters, count);
  }

  StatementResult fetchMore(String cursor, String sql, int count) {
    return cursors.fetchMore(cursor, sql, count);
  }

  void closeCursor(String cursor) {
    cursors.close(cursor);
  }

  void begin(Throwable begun, boolean readOnly) {
    query(readOnly ? TransactionMode.DEFERRED.beginSql() : beginSql, new Object[0]);
    transaction.manage(begun, readOnly);
  }

  void commit() {
    SqliteException lostTo = transaction.lostTo();
    if (lostTo != null) {
      transaction.unmanage();
      throw Errors.transactionLost(lostTo, null);
    }
    try {
      if (sync != null) {
        sync.check("COMMIT");
      }
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

  /** A function stays with its connection, which therefore is its last user's, as after a pragma. */
  void createFunction(Command.CreateFunction function) {
    residue.taint();
    callsJava = true;
    FunctionAdapter.register(connection, function);
  }

  void accept() {
    try {
      residue.accept();
    } catch (SQLException e) {
      throw Errors.of(e, null);
    }
  }

  void reset() {
    cursors.closeAll();
    if (transaction.isActive()) {
      log.warn("A connection was given back inside a transaction, which is rolled back");
    }
    rollback();
    try {
      residue.clean();
    } catch (SQLException e) {
      log.warn("The temporary tables of a connection cannot be dropped, so it is not used again", e);
      residue.taint();
    }
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
          if (database.isMoved()) {
            emptyLog();
          } else {
            optimize();
          }
        }
        disconnect();
      }
      if (database.isMoved()) {
        database.isReleased(PATIENCE_WITH_OTHERS_MILLIS);
      }
    }
  }

  private boolean usesLog(FileIdentity file) {
    try (Statement statement = connection.createStatement();
        ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
      boolean wal = mode.next() && mode.getString(1).equals("wal");
      if (!wal) {
        file.forgetLog();
      }
      return wal;
    } catch (SQLException e) {
      throw Errors.of(e, "PRAGMA journal_mode");
    }
  }

  /**
   * Brings all that was committed into the old file, wherever that is now, and leaves an empty -wal: SQLite would play
   * a full one into the file that has taken the place (howtocorrupt.html, section 2.5).
   */
  private void emptyLog() {
    try (Statement statement = connection.createStatement()) {
      connection.getDatabase().busy_timeout(0);
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      log.warn("The write-ahead log of a database file that was moved away could not be emptied", e);
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
    health.close();
    try {
      connection.close();
    } catch (SQLException e) {
      log.warn("A connection was not closed", e);
    } finally {
      if (sync != null) {
        sync.release(database);
      }
      transaction.abandon();
      database.release();
    }
  }

  private boolean prepareBatch(String sql, List<Object[]> rows) {
    return runner.withCompiled(sql, statement -> {
      for (Object[] row : rows) {
        statement.checkParameters(row.length);
      }
      return statement.effect().writes();
    });
  }

  private void undoBatch(boolean outer, RuntimeException reason) {
    if (!transaction.isActive()) {
      return;
    }
    if (outer) {
      rollbackAfter(reason);
    } else {
      health.undo(reason, () -> {
        query("ROLLBACK TO " + BATCH_SAVEPOINT, new Object[0]);
        query("RELEASE " + BATCH_SAVEPOINT, new Object[0]);
      });
    }
  }

  void rollbackAfter(RuntimeException reason) {
    health.undo(reason, this::rollback);
  }
}

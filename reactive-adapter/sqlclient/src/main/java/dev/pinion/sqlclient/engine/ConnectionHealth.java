package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import dev.pinion.storage.gate.Database;
import dev.pinion.storage.gate.Effect;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.sqlite.SQLiteErrorCode;

/** Whether a connection can be gone on with; owned by one worker thread, which it wakes if that has to know. */
final class ConnectionHealth {

  private final Database database;
  private final FileIdentity file;
  private final BooleanSupplier usesLog;
  private final Runnable wake;
  private Object logKey;
  private boolean notUndone;

  /**
   * The health of a connection.
   *
   * @param usesLog asks SQLite whether the file is in WAL mode still
   */
  ConnectionHealth(Database database, FileIdentity file, BooleanSupplier usesLog) {
    this.database = database;
    this.file = file;
    this.usesLog = usesLog;
    Thread worker = Thread.currentThread();
    this.wake = () -> LockSupport.unpark(worker);
    database.onMoved(wake);
  }

  /** Before the connection is closed, because closing the last one deletes the log. */
  void close() {
    database.releaseLog(logKey);
    database.forget(wake);
  }

  /** Refuses to begin anything on a file that is not there any more. */
  void checkBefore() {
    if (file.isLookDue()) {
      check("This was not run", null);
    }
  }

  /** Refuses to acknowledge a commit that went to a file that is not there any more. */
  void checkAfter(Effect effect, boolean inTransaction, String sql) {
    if ((effect.needsGate() || effect.endsOrBegins()) && !inTransaction) {
      check("What this has committed is in what was there before", sql);
    }
  }

  private void check(String outcome, String sql) {
    if (!file.isFileThere() || !file.isLogThere() && usesLog.getAsBoolean()) {
      throw file.moved(outcome, sql);
    }
    if (file.logKey() != logKey) {
      database.releaseLog(logKey);
      logKey = file.logKey();
      database.holdLog(logKey);
    }
  }

  /** Undoes what is left of a failed command; if that fails too, nobody knows what state the connection is in. */
  void undo(RuntimeException failure, Runnable undoing) {
    try {
      undoing.run();
    } catch (SqliteException e) {
      failure.addSuppressed(e);
      notUndone = true;
    }
  }

  /** Why the connection must go although nothing of its own has failed, or null. */
  SqliteException lostToOthers() {
    return database.isMoved() ? file.moved("Another connection has found that out", null) : null;
  }

  /** Whether nobody should go on with this connection after such a failure of such a command. */
  boolean isLostTo(Throwable error, Command<?> command) {
    if (database.isInMemory()) {
      return false; // its content would be lost with it
    }
    return isBeyondRepair(error) || command.mustSucceed() || isOfFile(error);
  }

  /** Whether not even a rollback can make the connection fit again. */
  boolean isBeyondRepair(Throwable error) {
    if (error instanceof SqliteException e && e.extendedCode() == SQLiteErrorCode.SQLITE_READONLY_DBMOVED.code) {
      database.moved();
      return true;
    }
    return notUndone || error instanceof Error;
  }

  /** What SQLite holds in memory may not be what is in the file. */
  private static boolean isOfFile(Throwable error) {
    return error instanceof SqliteException e && (e.primaryCode() == SQLiteErrorCode.SQLITE_IOERR.code
        || e.primaryCode() == SQLiteErrorCode.SQLITE_NOTADB.code);
  }
}

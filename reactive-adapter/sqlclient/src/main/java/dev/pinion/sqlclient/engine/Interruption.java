package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * Why the command that a worker runs has to stop: somebody interrupted it, or its time or that of its transaction is
 * over. SQLite asks while it computes, through its progress handler, and so does everything that waits.
 *
 * <p>Unlike {@code sqlite3_interrupt}, which stops every statement of a connection and those that start until all have
 * ended (c3ref/interrupt.html), this hits one command. Owned by one worker thread.
 */
final class Interruption {

  /** Virtual machine steps between two questions: some ten microseconds, at a cost that cannot be measured. */
  private static final int STEPS = 2_000;

  private final int statementTimeoutMillis;
  private final TransactionTimer transaction;
  private Runnable meanwhile = () -> { };
  private Mail<?> current;
  private long startedAt;
  private String reason;

  Interruption(int statementTimeoutMillis, TransactionTimer transaction) {
    this.statementTimeoutMillis = statementTimeoutMillis;
    this.transaction = transaction;
  }

  void watch(SQLiteConnection connection) throws SQLException {
    ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
      @Override
      protected int progress() {
        tellMeanwhile();
        return isDue() ? 1 : 0;
      }
    });
  }

  /** Has something done while a statement computes or waits for another process. */
  void meanwhile(Runnable action) {
    meanwhile = action;
  }

  /** A statement computes or waits. */
  void tellMeanwhile() {
    meanwhile.run();
  }

  void begin(Mail<?> mail) {
    reason = null;
    if (mail.command().isInterruptible()) {
      current = mail;
      startedAt = statementTimeoutMillis > 0 ? System.nanoTime() : 0;
    }
  }

  /** From here on nothing is stopped: the command is done, or it has failed and is cleaning up. */
  void end() {
    current = null;
  }

  boolean isDue() {
    if (current != null && reason == null) {
      reason = findReason();
    }
    return current != null && reason != null;
  }

  /** Throws if the command has to stop; between the parts of a command that has several. */
  void check(String sql) {
    if (isDue()) {
      throw error(sql, null);
    }
  }

  /** What the caller is told of an error of SQLite: why the statement was stopped, if it comes from that. */
  SqliteException errorOf(SQLException error, String sql) {
    boolean stopped = reason != null && (Errors.isInterrupt(error) || Errors.isBusy(error));
    return stopped ? error(sql, error) : Errors.of(error, sql);
  }

  /** How long a wait may last before this must be asked again, in nanoseconds. */
  long nanosLeft() {
    if (current == null) {
      return Long.MAX_VALUE;
    }
    long statement = statementTimeoutMillis > 0
        ? TimeUnit.MILLISECONDS.toNanos(statementTimeoutMillis) - (System.nanoTime() - startedAt) : Long.MAX_VALUE;
    return Math.min(statement, transaction.nanosLeft());
  }

  private String findReason() {
    if (current.isInterrupted()) {
      return "It was interrupted";
    } else if (statementTimeoutMillis > 0
        && System.nanoTime() - startedAt >= TimeUnit.MILLISECONDS.toNanos(statementTimeoutMillis)) {
      return "It took longer than " + statementTimeoutMillis + " ms (statement_timeout)";
    }
    return transaction.isDue() ? transaction.reason() : null;
  }

  private SqliteException error(String sql, SQLException cause) {
    return Errors.of(SQLiteErrorCode.SQLITE_INTERRUPT, "The statement was stopped: " + reason, sql, cause);
  }
}

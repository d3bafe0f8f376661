package dev.pinion.jdbc;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.DB;

/**
 * Interrupts one execution that takes too long; sqlite-jdbc itself takes the query timeout for a busy timeout only.
 *
 * <p>Thread-safe: the timer's thread interrupts, the statement's thread ends it.
 */
final class QueryTimeout {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.jdbc.connection");

  private static final long IDLE_SECONDS = 10;
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final DB db;
  private final int seconds;
  private final ScheduledFuture<?> pending;
  private boolean over;
  private boolean interrupted;

  private QueryTimeout(DB db, int seconds) {
    this.db = db;
    this.seconds = seconds;
    this.pending = TIMER.schedule(this::interrupt, seconds, TimeUnit.SECONDS);
  }

  /**
   * Makes a call within a time.
   *
   * @param seconds how long it may take; 0 for ever
   */
  static <T> T within(DB db, int seconds, Execution.Call<T> call) throws SQLException {
    if (seconds == 0) {
      return call.run();
    }
    QueryTimeout timeout = new QueryTimeout(db, seconds);
    try {
      return call.run();
    } catch (SQLException e) {
      throw timeout.isInterrupted() ? timeout.exceeded(e) : e;
    } finally {
      timeout.end();
    }
  }

  /** Interrupts nothing that comes later: SQLite forgets an interrupt when nothing runs (c3ref/interrupt.html). */
  private synchronized void interrupt() {
    if (!over) {
      interrupted = true;
      try {
        db.interrupt();
      } catch (SQLException e) {
        log.warn("A statement could not be interrupted after its query timeout of {} s", seconds, e);
      }
    }
  }

  private synchronized boolean isInterrupted() {
    return interrupted;
  }

  private synchronized void end() {
    over = true;
    pending.cancel(false);
  }

  private SQLTimeoutException exceeded(SQLException cause) {
    SQLiteErrorCode code = SQLiteErrorCode.SQLITE_INTERRUPT;
    return new SQLTimeoutException("[" + code.name() + "] The statement was interrupted after its query timeout of "
        + seconds + " s", "57014", code.code, cause);
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "pinion-jdbc-timeouts");
      thread.setDaemon(true);
      return thread;
    });
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}

package dev.pinion.sqlclient.engine;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.BusyHandler;

/**
 * Waits, on the worker's thread, for a lock that another process holds. SQLite's own busy timeout does the same, but
 * cannot be interrupted. Owned by one worker thread.
 *
 * <p>SQLite has no queue: who asks at the right moment gets the lock. Delays that are short and random give each of two
 * busy processes its turn; growing or equal ones let the one that has it starve the other.
 */
final class BusyWait extends BusyHandler {

  private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONG = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int SHORT_ATTEMPTS = 400;

  private final Interruption interruption;
  private int timeoutMillis;
  private long startedAt;

  BusyWait(int timeoutMillis, Interruption interruption) {
    this.timeoutMillis = timeoutMillis;
    this.interruption = interruption;
  }

  /**
   * The text to compile: SQLite would answer {@code PRAGMA busy_timeout} by the handler of its own, which is not used,
   * and put it in the place of this one, so the statement is answered here.
   */
  String answering(Pragma pragma, String sql) {
    if (pragma == null || !pragma.name().equals("busy_timeout")) {
      return sql;
    }
    if (pragma.value() != null) {
      try {
        timeoutMillis = Math.max(0, Integer.parseInt(pragma.value()));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("PRAGMA busy_timeout takes a number of milliseconds, not '"
            + pragma.value() + "'", e);
      }
    }
    return "SELECT " + timeoutMillis + " AS timeout";
  }

  @Override
  protected int callback(int attempts) {
    long now = System.nanoTime();
    if (attempts == 0) {
      startedAt = now;
      interruption.tellMeanwhile();
    }
    long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis) - (now - startedAt);
    if (left <= 0 || interruption.isDue()) {
      return 0;
    }
    long delay = ThreadLocalRandom.current().nextLong(attempts < SHORT_ATTEMPTS ? SHORT : LONG);
    LockSupport.parkNanos(this, Math.min(delay, Math.min(left, interruption.nanosLeft())));
    return 1;
  }
}

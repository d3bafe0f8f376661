package dev.pinion.sqlclient.engine;

import java.util.concurrent.TimeUnit;

/** How long the transaction of a connection has been open, and who began it; owned by one worker thread. */
final class TransactionTimer {

  private final int timeoutMillis;
  private boolean running;
  private boolean suspended;
  private long startedAt;
  private Throwable begun;

  TransactionTimer(int timeoutMillis) {
    this.timeoutMillis = timeoutMillis;
  }

  void start() {
    if (timeoutMillis > 0 && !running && !suspended) {
      running = true;
      startedAt = System.nanoTime();
    }
  }

  /** The next transaction has no limit. */
  void suspend() {
    suspended = true;
  }

  void resume() {
    suspended = false;
  }

  boolean isSuspended() {
    return suspended;
  }

  void stop() {
    running = false;
    begun = null;
  }

  /** The stack of the call that began the transaction; null if it was begun by SQL text. */
  Throwable begun() {
    return begun;
  }

  void setBegun(Throwable stack) {
    begun = stack;
  }

  boolean isDue() {
    return running && nanosLeft() <= 0;
  }

  /** Nanoseconds until the transaction's time is over; {@code Long.MAX_VALUE} if it has no limit. */
  long nanosLeft() {
    return running
        ? TimeUnit.MILLISECONDS.toNanos(timeoutMillis) - (System.nanoTime() - startedAt) : Long.MAX_VALUE;
  }

  String reason() {
    return "Its transaction was open for more than " + timeoutMillis + " ms (transaction_timeout)";
  }
}

package dev.pinion.sqlclient.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How a worker waits for mail: awake for a moment, since to fall asleep and be woken takes as long as the next command
 * may be away, then asleep. Whoever sends wakes it only if it sleeps.
 */
final class Idling {

  private static final boolean HAS_CORES = Runtime.getRuntime().availableProcessors() > 1;
  private static final long AWAKE_NANOS = HAS_CORES ? TimeUnit.MICROSECONDS.toNanos(20) : 0;
  /** Whoever has the write gate makes others wait. */
  private static final long AWAKE_IN_TRANSACTION_NANOS = HAS_CORES ? TimeUnit.MICROSECONDS.toNanos(50) : 0;

  private final Thread thread;
  private final BooleanSupplier nothingToDo;
  private final AtomicBoolean asleep = new AtomicBoolean();

  Idling(Thread thread, BooleanSupplier nothingToDo) {
    this.thread = thread;
    this.nothingToDo = nothingToDo;
  }

  boolean isAsleep() {
    return asleep.get();
  }

  /** Whether it was asleep and therefore looks for mail now; another thread may have woken it before. */
  boolean wake() {
    boolean woken = asleep.get() && asleep.compareAndSet(true, false);
    if (woken) {
      LockSupport.unpark(thread);
    }
    return woken;
  }

  /** Waits for mail, or so many nanoseconds; called by the worker. */
  void await(boolean inTransaction, long nanos) {
    long until = System.nanoTime() + (inTransaction ? AWAKE_IN_TRANSACTION_NANOS : AWAKE_NANOS);
    while (nothingToDo.getAsBoolean()) {
      if (System.nanoTime() >= until) {
        sleep(nanos);
        return;
      }
      Thread.onSpinWait();
    }
  }

  /** Sleeps until there is mail, or so many nanoseconds; called by the worker. */
  void sleep(long nanos) {
    asleep.set(true);
    if (nothingToDo.getAsBoolean()) {
      LockSupport.parkNanos(this, nanos);
    }
    asleep.set(false);
  }
}

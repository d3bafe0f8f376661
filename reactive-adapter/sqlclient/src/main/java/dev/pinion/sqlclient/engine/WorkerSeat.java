package dev.pinion.sqlclient.engine;

import java.util.concurrent.atomic.AtomicReference;

/**
 * A worker's place at a shared mailbox. Once it is left the worker takes nothing more from there; one that is busy
 * finishes what it has begun.
 */
public final class WorkerSeat {

  private enum State { WAITING, BUSY, LEAVING, LEFT }

  private final SharedMailbox mailbox;
  private final Worker worker;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private volatile Runnable whenLeft;

  WorkerSeat(SharedMailbox mailbox, Worker worker) {
    this.mailbox = mailbox;
    this.worker = worker;
  }

  Worker worker() {
    return worker;
  }

  SharedMailbox mailbox() {
    return mailbox;
  }

  /**
   * Leaves the mailbox.
   *
   * @param left called when the worker takes nothing more, at once by the caller or later by the worker; must not block
   */
  public void leave(Runnable left) {
    whenLeft = left;
    while (!leaveIfIdle()) {
      if (state.compareAndSet(State.BUSY, State.LEAVING)) {
        mailbox.vacate(this);
        return;
      }
    }
    left.run();
  }

  /**
   * Leaves the mailbox, but only if the worker is not busy.
   *
   * @return whether it has left, now or before
   */
  public boolean leaveIfIdle() {
    if (state.compareAndSet(State.WAITING, State.LEFT)) {
      mailbox.vacate(this);
    }
    return state.get() == State.LEFT;
  }

  /**
   * Whether the worker does something that it has taken from here.
   *
   * @return true until it is done
   */
  public boolean isBusy() {
    return state.get() == State.BUSY;
  }

  /** The worker is about to take a mail; false if it must not. */
  boolean begin() {
    return state.compareAndSet(State.WAITING, State.BUSY);
  }

  /** The worker is done with what it took. */
  void end() {
    if (!state.compareAndSet(State.BUSY, State.WAITING)) {
      state.set(State.LEFT);
      whenLeft.run();
    }
  }
}

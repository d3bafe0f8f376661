package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import io.vertx.core.Future;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.future.PromiseInternal;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.sqlite.SQLiteErrorCode;

/**
 * A mailbox that several workers empty: each takes the next mail when it is done with the one before, so that a slow
 * command delays nobody but its caller. With one worker the commands run in the order in which they came.
 *
 * <p>Thread-safe; blocks nobody.
 */
public final class SharedMailbox implements CommandTarget, MailSource {

  private final String database;
  private final int capacity;
  private final Queue<Mail<?>> mails = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final List<WorkerSeat> seats = new CopyOnWriteArrayList<>();

  /**
   * An empty mailbox without workers.
   *
   * @param database what messages call the database
   * @param capacity how many commands may wait
   */
  public SharedMailbox(String database, int capacity) {
    this.database = database;
    this.capacity = capacity;
  }

  @Override
  public <T> Future<T> submit(ContextInternal context, Command<T> command) {
    PromiseInternal<T> promise = context.promise();
    if (waiting.incrementAndGet() > capacity) {
      waiting.decrementAndGet();
      promise.fail(tooMany());
    } else {
      mails.add(new Mail<>(command, context, promise));
      wakeOne();
    }
    return promise.future();
  }

  /**
   * Has a worker take mails from here, beside those of its own mailbox, which go first.
   *
   * @param worker the worker
   * @return its seat, to be left when somebody else is to have the worker
   */
  public WorkerSeat seat(Worker worker) {
    WorkerSeat seat = new WorkerSeat(this, worker);
    seats.add(seat);
    worker.sit(seat);
    return seat;
  }

  /** A worker takes nothing more; if it was woken for a mail that it has not taken, another one is. */
  void vacate(WorkerSeat seat) {
    seats.remove(seat);
    seat.worker().stand(seat);
    if (!mails.isEmpty()) {
      wakeOne();
    }
  }

  /**
   * Whether a worker waits for something to do.
   *
   * @return true if the next mail is taken at once
   */
  public boolean hasIdleWorker() {
    for (WorkerSeat seat : seats) {
      if (seat.worker().isIdle()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether nothing waits.
   *
   * @return true if each mail has been taken
   */
  public boolean isEmpty() {
    return mails.isEmpty();
  }

  /**
   * What waits longest.
   *
   * @return something that is the same as long as that waits; null if nothing does
   */
  public Object eldest() {
    return mails.peek();
  }

  /**
   * Fails all that waits.
   *
   * @param reason why
   */
  public void refuseAll(Throwable reason) {
    for (Mail<?> mail = poll(); mail != null; mail = poll()) {
      mail.promise().tryFail(reason);
    }
  }

  @Override
  public Mail<?> peek() {
    return mails.peek();
  }

  @Override
  public Mail<?> poll() {
    Mail<?> mail = mails.poll();
    if (mail != null) {
      waiting.decrementAndGet();
    }
    return mail;
  }

  @Override
  public void done() {
    // Who shares the mailbox counts for themselves.
  }

  private void wakeOne() {
    for (WorkerSeat seat : seats) {
      if (seat.worker().wakeIfIdle()) {
        return;
      }
    }
  }

  private SqliteException tooMany() {
    return Errors.of(SQLiteErrorCode.SQLITE_BUSY, "The pool on " + database + " has " + capacity
        + " commands waiting already (maxPendingCommands); wait for some before sending more", null);
  }
}

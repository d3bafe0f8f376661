package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.future.PromiseInternal;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * A thread that owns one SQLite connection and does what its mailbox says, in order.
 *
 * <p>Every method may be called from any thread and blocks none; the futures complete on the context that is passed.
 */
public final class Worker implements CommandTarget {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.sqlclient.worker");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final SqliteConnectOptions options;
  private final int capacity;
  private final Thread thread;
  private final OwnMailbox mailbox = new OwnMailbox();
  private final AtomicReference<WorkerSeat> seat = new AtomicReference<>();
  private final Idling idling;
  private final Outbox outbox = new Outbox();
  private final PromiseInternal<Void> closed;
  private volatile Mail<?> running;
  private volatile boolean closing;
  private volatile boolean dirty;
  private volatile boolean tainted;
  private volatile Throwable lostTo;
  private volatile String sqliteVersion;

  private Worker(SqliteConnectOptions options, ContextInternal context, PromiseInternal<Worker> opened) {
    this.options = options;
    this.closed = context.promise();
    this.capacity = options.getMaxPendingCommands();
    String file = options.isInMemory() ? "memory" : new File(String.valueOf(options.getPath())).getName();
    this.thread = new Thread(() -> run(context, opened), "pinion-" + file + "-" + COUNT.incrementAndGet());
    this.thread.setDaemon(true);
    this.idling = new Idling(thread, this::isNothingToDo);
  }

  /**
   * Starts a worker and opens its connection.
   *
   * @param context where the future completes
   * @param options what to open; a copy is the worker's to keep
   * @return the worker, or why the database could not be opened
   */
  public static Future<Worker> open(ContextInternal context, SqliteConnectOptions options) {
    PromiseInternal<Worker> opened = context.promise();
    new Worker(options, context, opened).thread.start();
    return opened.future();
  }

  /**
   * The version of the SQLite library.
   *
   * @return for example {@code 3.54.1}
   */
  public String sqliteVersion() {
    return sqliteVersion;
  }

  /**
   * Whether the connection must be {@linkplain Command.Reset reset} before somebody else gets it.
   *
   * @return true if it is in a transaction, has open cursors or temporary tables, or still has commands to do
   */
  public boolean needsReset() {
    return mailbox.pending() > 0 || dirty;
  }

  /**
   * Whether its user has changed the connection for good, by a pragma or an attached database; whoever comes next must
   * get another one.
   *
   * @return true if it must not be used again
   */
  public boolean isTainted() {
    return tainted;
  }

  /**
   * Whether the worker takes commands.
   *
   * @return false once it is being closed, be it by its owner or by a failure that it cannot go on from
   */
  public boolean isOpen() {
    return !closing;
  }

  @Override
  public <T> Future<T> submit(ContextInternal context, Command<T> command) {
    PromiseInternal<T> promise = context.promise();
    // Counted before closing is looked at: so the worker, which looks the other way round, waits for this mail.
    int waiting = mailbox.announce();
    if (closing) {
      mailbox.done();
      promise.fail(closedError());
    } else if (waiting > capacity) {
      mailbox.done();
      promise.fail(Errors.of(SQLiteErrorCode.SQLITE_BUSY, "This connection to " + options.getPath() + " has " + capacity
          + " commands waiting already (maxPendingCommands); wait for some before sending more", null));
    } else {
      mailbox.add(new Mail<>(command, context, promise));
      idling.wake();
    }
    return promise.future();
  }

  boolean isIdle() {
    return idling.isAsleep();
  }

  boolean wakeIfIdle() {
    return idling.wake();
  }

  /** Takes mail from a shared mailbox from now on; called while nobody else uses the worker. */
  void sit(WorkerSeat newSeat) {
    seat.set(newSeat);
    idling.wake();
  }

  void stand(WorkerSeat left) {
    seat.compareAndSet(left, null);
  }

  /**
   * Stops the command that runs, or else the first that waits; the others are not touched, and neither is one that
   * cleans up.
   */
  public void interrupt() {
    Mail<?> first = first();
    if (first != null) {
      interrupt(first);
    }
  }

  /**
   * Stops reading a cursor, if that is what the worker does now.
   *
   * @param cursor the cursor's name
   */
  public void interruptCursor(String cursor) {
    Mail<?> first = first();
    if (first != null && first.command() instanceof Command.Fetch fetch && fetch.cursor().equals(cursor)) {
      interrupt(first);
    }
  }

  /** What runs is looked at twice, because the worker may begin with the first that waits in between. */
  private Mail<?> first() {
    Mail<?> present = running;
    if (present == null) {
      Mail<?> next = mailbox.peek();
      present = running;
      return present == null ? next : present;
    }
    return present;
  }

  private void interrupt(Mail<?> mail) {
    mail.interrupt();
    LockSupport.unpark(thread);
  }

  /**
   * Closes the connection once everything in the mailbox is done; what comes later is refused.
   *
   * @param context where the future completes
   * @return done when the file is closed and the thread gone
   */
  public Future<Void> close(ContextInternal context) {
    closing = true;
    LockSupport.unpark(thread);
    PromiseInternal<Void> gone = context.promise();
    closed.future().onComplete(done -> whenGone(context, gone, done));
    return gone.future();
  }

  /**
   * Tells of the connection's end, be it by {@link #close} or by a failure that it cannot go on from.
   *
   * @return done, on the context of {@link #open}, when the file is closed
   */
  public Future<Void> closed() {
    return closed.future();
  }

  /** The worker's last act is to say that it ends, so this waits for it an instant, without blocking. */
  private void whenGone(ContextInternal context, PromiseInternal<Void> gone, AsyncResult<Void> outcome) {
    if (thread.isAlive()) {
      context.nettyEventLoop().schedule(() -> whenGone(context, gone, outcome), 1, TimeUnit.MILLISECONDS);
    } else {
      gone.handle(outcome);
    }
  }

  private void run(ContextInternal context, PromiseInternal<Worker> opened) {
    Session session;
    try {
      Connector.Opened connection = Connector.open(options);
      sqliteVersion = connection.version();
      session = connection.session();
    } catch (Throwable e) {
      closing = true;
      outbox.execute(context, () -> opened.fail(e));
      return;
    }
    outbox.execute(context, () -> opened.complete(this));
    session.interruption().meanwhile(outbox::flush);
    MailHandler handler = new MailHandler(session, options, new Desk(session));
    try {
      work(session, handler);
    } catch (Throwable e) {
      lose(e);
    }
    WorkerSeat last = seat.get();
    if (last != null) {
      last.mailbox().vacate(last);
    }
    outbox.flush();
    outbox.awaitSync();
    List<Runnable> failures = refuseRest(handler);
    session.interruption().end();
    AsyncResult<Void> outcome;
    try {
      session.close();
      outcome = Future.succeededFuture();
    } catch (Throwable e) {
      outcome = Future.failedFuture(e);
    }
    tellClosed(outcome, failures);
  }

  private void lose(Throwable cause) {
    log.warn("The connection to {} is closed after a failure that it cannot go on from", options.getPath(), cause);
    lostTo = cause;
    closing = true;
    dirty = false;
  }

  /** The commands whose failure has ended the connection, and all that were to come after them. */
  private List<Runnable> refuseRest(MailHandler handler) {
    List<Runnable> failures = new ArrayList<>();
    handler.underWay().forEach(failed -> failures.add(() -> failed.promise().tryFail(lostTo)));
    handler.toRunAgain().forEach(mail -> failures.add(() -> mail.promise().tryFail(closedError())));
    while (mailbox.pending() > 0) {
      Mail<?> mail = mailbox.poll();
      if (mail == null) {
        Thread.onSpinWait();
      } else {
        mailbox.done();
        failures.add(() -> mail.promise().tryFail(closedError()));
      }
    }
    return failures;
  }

  /** The connection's owner hears of it first, so that whose command failed is not given the same one again. */
  private void tellClosed(AsyncResult<Void> outcome, List<Runnable> failures) {
    outbox.execute(closed.context(), () -> {
      closed.handle(outcome);
      failures.forEach(Runnable::run);
    });
  }

  private void work(Session session, MailHandler handler) {
    while (lostTo == null) {
      session.expireTransaction();
      if (!workOnOwn(handler) && !workOnShared(handler)) {
        outbox.flush();
        if (closing && mailbox.pending() == 0) {
          return;
        }
        idling.await(session.isInTransaction(), session.nanosLeft());
      }
      SqliteException lost = session.health().lostToOthers();
      if (lost != null) {
        lose(lost);
      }
    }
  }

  private boolean workOnOwn(MailHandler handler) {
    Mail<?> mail = mailbox.peek();
    if (mail == null) {
      return false;
    }
    running = mail; // before it is taken, so that whoever looks for it finds it in one place or the other
    mailbox.poll();
    handler.handle(mail, mailbox);
    return true;
  }

  private boolean workOnShared(MailHandler handler) {
    WorkerSeat present = seat.get();
    if (present == null || !present.begin()) {
      return false;
    }
    try {
      Mail<?> mail = present.mailbox().poll();
      if (mail != null) {
        handler.handle(mail, present.mailbox());
      }
      return mail != null;
    } finally {
      present.end();
    }
  }

  private boolean isNothingToDo() {
    WorkerSeat present = seat.get();
    return mailbox.peek() == null && (present == null || present.mailbox().isEmpty()) && !closing;
  }

  /** What the handler of mails tells the worker. */
  private final class Desk implements MailHandler.Owner {
    private final Session session;

    Desk(Session session) {
      this.session = session;
    }

    @Override
    public void begins(Mail<?> mail) {
      running = mail;
    }

    @Override
    public void finished(Outcome outcome, boolean committed, MailSource source) {
      dirty = session.needsReset();
      tainted = session.isTainted();
      running = null;
      source.done();
      outbox.send(outcome, committed, session.sync());
    }

    @Override
    public void lost(Throwable cause) {
      lose(cause);
    }

    @Override
    public void flush() {
      outbox.flush();
    }

    @Override
    public void rest(long nanos) {
      idling.sleep(nanos);
    }
  }

  private SqliteException closedError() {
    if (lostTo != null) {
      return Errors.connectionLost(lostTo, options.getPath());
    }
    return Errors.of(SQLiteErrorCode.SQLITE_MISUSE, "The connection to " + options.getPath()
        + " is closed; get a new one from the pool or connect again", null);
  }
}

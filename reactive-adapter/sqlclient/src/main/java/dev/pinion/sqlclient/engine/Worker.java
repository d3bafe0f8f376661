package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteException;
import io.netty.channel.EventLoop;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.future.PromiseInternal;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteErrorCode;

/**
 * A thread that owns one SQLite connection and does what its mailbox says, in order.
 *
 * <p>Every method may be called from any thread and blocks none; the futures complete on the context that is passed.
 */
public final class Worker {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final SqliteConnectOptions options;
  private final int capacity;
  private final Thread thread;
  private final Queue<Mail<?>> mailbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger pending = new AtomicInteger();
  private final Map<EventLoop, LoopQueue> loops = new HashMap<>();
  private volatile boolean closing;
  private volatile boolean dirty;
  private volatile boolean tainted;
  private volatile PromiseInternal<Void> closed;
  private volatile String sqliteVersion;

  private Worker(SqliteConnectOptions options, ContextInternal context, PromiseInternal<Worker> opened) {
    this.options = options;
    this.capacity = options.getMaxPendingCommands();
    String file = options.isInMemory() ? "memory" : new File(String.valueOf(options.getPath())).getName();
    this.thread = new Thread(() -> run(context, opened), "pinion-" + file + "-" + COUNT.incrementAndGet());
    this.thread.setDaemon(true);
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
    return pending.get() > 0 || dirty;
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
   * @return false once it is being closed
   */
  public boolean isOpen() {
    return !closing;
  }

  /**
   * Puts a command into the mailbox.
   *
   * @param context where the future completes
   * @param command what to do
   * @param <T> what it yields
   * @return the outcome; fails at once if the worker is closed or its mailbox full
   */
  public <T> Future<T> submit(ContextInternal context, Command<T> command) {
    PromiseInternal<T> promise = context.promise();
    // Counted before closing is looked at: so the worker, which looks the other way round, waits for this mail.
    int waiting = pending.incrementAndGet();
    if (closing) {
      pending.decrementAndGet();
      promise.fail(closedError());
    } else if (waiting > capacity) {
      pending.decrementAndGet();
      promise.fail(Errors.of(SQLiteErrorCode.SQLITE_BUSY, "This connection to " + options.getPath() + " has " + capacity
          + " commands waiting already (maxPendingCommands); wait for some before sending more", null));
    } else {
      mailbox.add(new Mail<>(command, context, promise));
      LockSupport.unpark(thread);
    }
    return promise.future();
  }

  /**
   * Stops the command that runs, or else the first that waits; the others are not touched, and neither is one that
   * cleans up.
   */
  public void interrupt() {
    Mail<?> first = mailbox.peek();
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
    Mail<?> first = mailbox.peek();
    if (first != null && first.command() instanceof Command.Fetch fetch && fetch.cursor().equals(cursor)) {
      interrupt(first);
    }
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
    PromiseInternal<Void> promise = context.promise();
    synchronized (this) {
      if (closed == null) {
        closed = promise;
        closing = true;
        LockSupport.unpark(thread);
      } else {
        closed.future().onComplete(promise);
      }
    }
    PromiseInternal<Void> gone = context.promise();
    promise.future().onComplete(done -> whenGone(context, gone, done));
    return gone.future();
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
      complete(context, () -> opened.fail(e));
      return;
    }
    complete(context, () -> opened.complete(this));
    work(session);
    PromiseInternal<Void> promise = closed;
    try {
      session.close();
      complete(promise.context(), promise::complete);
    } catch (Throwable e) {
      complete(promise.context(), () -> promise.fail(e));
    }
  }

  private void work(Session session) {
    while (true) {
      session.expireTransaction();
      Mail<?> mail = mailbox.peek();
      if (mail != null) {
        handle(session, mail);
      } else if (!closing) {
        LockSupport.parkNanos(this, session.nanosLeft());
      } else if (pending.get() == 0) {
        return;
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private <T> void handle(Session session, Mail<T> mail) {
    Runnable completion;
    session.interruption().begin(mail);
    try {
      session.interruption().check(null);
      T result = mail.command().run(session);
      completion = () -> mail.promise().complete(result);
    } catch (Throwable e) {
      completion = () -> mail.promise().fail(e);
    }
    session.interruption().end();
    dirty = session.needsReset();
    tainted = session.isTainted();
    mailbox.poll();
    pending.decrementAndGet();
    complete(mail.context(), completion);
  }

  private void complete(ContextInternal context, Runnable completion) {
    loops.computeIfAbsent(context.nettyEventLoop(), LoopQueue::new)
        .add(() -> context.emit(null, nothing -> completion.run()));
  }

  private SqliteException closedError() {
    return Errors.of(SQLiteErrorCode.SQLITE_MISUSE, "The connection to " + options.getPath()
        + " is closed; get a new one from the pool or connect again", null);
  }
}

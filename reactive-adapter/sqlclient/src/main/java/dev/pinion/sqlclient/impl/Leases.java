package dev.pinion.sqlclient.impl;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.pool.SqlConnectionPool;
import io.vertx.sqlclient.impl.pool.SqlConnectionPool.PooledConnection;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lends the connections of a pool, first come, first served. Thread-safe; answers on the context that asked. */
final class Leases {

  /** All that Vert.x says when the time to wait for a connection is up. */
  private static final String VERTX_TIMEOUT = "Timeout";

  private final int maxSize;
  private final long timeoutMillis;
  private final long maxLifetimeMillis;
  private final boolean lifeLimited;
  private final Supplier<TimeoutException> tooLate;
  private final SqlConnectionPool pool;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger lent = new AtomicInteger();

  Leases(VertxInternal vertx, PoolOptions options, Function<Context, Future<SqlConnection>> connector,
      Supplier<TimeoutException> tooLate) {
    this.maxSize = options.getMaxSize();
    this.timeoutMillis = options.getConnectionTimeoutUnit().toMillis(options.getConnectionTimeout());
    this.maxLifetimeMillis = options.getMaxLifetimeUnit().toMillis(options.getMaxLifetime());
    this.tooLate = tooLate;
    long idleTimeout = options.getIdleTimeoutUnit().toMillis(options.getIdleTimeout());
    this.lifeLimited = idleTimeout > 0 || maxLifetimeMillis > 0;
    // How many may wait, and the metrics: Vert.x knows only of those who have a connection of their own.
    this.pool = new SqlConnectionPool(connector, () -> null, null, null, this::recycle, vertx, idleTimeout,
        maxLifetimeMillis, maxSize, false, -1, options.getEventLoopSize());
  }

  int maxSize() {
    return maxSize;
  }

  /** How long a connection is waited for, in milliseconds. */
  long timeoutMillis() {
    return timeoutMillis;
  }

  boolean isLifeLimited() {
    return lifeLimited;
  }

  int size() {
    return pool.size();
  }

  /** Whether one more would get a connection without anybody giving one back. */
  boolean hasRoom() {
    return asked.get() + lent.get() < maxSize;
  }

  /** Whether somebody waits for a connection to be given back. */
  boolean isShort() {
    return asked.get() > 0 && asked.get() + lent.get() > maxSize;
  }

  /** Asks for a connection, to be {@linkplain #giveBack given back}. */
  void ask(ContextInternal context, long milliseconds, Handler<AsyncResult<PooledConnection>> handler) {
    asked.incrementAndGet();
    pool.acquire(context, milliseconds, new Request(handler));
  }

  static void giveBack(PooledConnection connection) {
    connection.close(null, Promise.promise());
  }

  boolean isTooOld(EngineConnection connection) {
    return maxLifetimeMillis > 0 && connection.ageMillis() > maxLifetimeMillis;
  }

  void evict() {
    pool.evict();
  }

  Future<Void> close() {
    return pool.close();
  }

  /** What happens to every connection that is given back, before its next user gets it or it is closed. */
  private Future<Void> recycle(Connection given) {
    lent.decrementAndGet();
    EngineConnection connection = (EngineConnection) given.unwrap();
    connection.givenBack();
    return isTooOld(connection) ? connection.close() : connection.recycle();
  }

  /**
   * One call for a connection. Vert.x may hand over a connection although it has just said that the time is up; nobody
   * would ever give that one back.
   */
  private final class Request implements Handler<AsyncResult<PooledConnection>> {

    private final Handler<AsyncResult<PooledConnection>> caller;
    private final AtomicBoolean answered = new AtomicBoolean();

    Request(Handler<AsyncResult<PooledConnection>> caller) {
      this.caller = caller;
    }

    @Override
    public void handle(AsyncResult<PooledConnection> leased) {
      boolean first = answered.compareAndSet(false, true);
      if (leased.succeeded()) {
        lent.incrementAndGet();
      }
      if (first) {
        Throwable reason = leased.succeeded() ? null : explain(leased.cause());
        asked.decrementAndGet();
        caller.handle(reason == null ? leased : Future.failedFuture(reason));
      } else if (leased.succeeded()) {
        giveBack(leased.result());
      }
    }

    private Throwable explain(Throwable failure) {
      boolean late = failure instanceof NoStackTraceThrowable && VERTX_TIMEOUT.equals(failure.getMessage());
      return late ? tooLate.get() : failure;
    }
  }
}

package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.spi.SqliteDriver;
import io.vertx.core.AsyncResult;
import io.vertx.core.Closeable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.CloseFuture;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.future.PromiseInternal;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.impl.pool.SqlConnectionPool;
import io.vertx.sqlclient.impl.pool.SqlConnectionPool.PooledConnection;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Vert.x's connection pool over connections of the engine: who waits, who is given which connection, and what happens
 * to it in between. One of it serves all users of a shared pool.
 *
 * <p>Thread-safe; its futures complete on the context that asked.
 */
public final class EnginePool implements Closeable {

  /** All that Vert.x says when the time to wait for a connection is up. */
  private static final String VERTX_TIMEOUT = "Timeout";

  private final PoolName name;
  private final int maxSize;
  private final long maxCallers;
  private final long connectionTimeout;
  private final long maxLifetime;
  private final PoolMetrics<Object> metrics;
  private final PoolConnector connector;
  private final SqlConnectionPool pool;
  private final VertxInternal vertx;
  private final CloseFuture closeFuture;
  private final long cleanerTimer;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger inUse = new AtomicInteger();
  private volatile boolean closed;

  /**
   * A pool; nothing is opened yet.
   *
   * @param vertx the Vert.x instance
   * @param name what messages call the pool
   * @param options how many connections, and how long they live
   * @param connector opens the connections
   * @param closeFuture closes the pool
   */
  public EnginePool(
      VertxInternal vertx, PoolName name, PoolOptions options, PoolConnector connector, CloseFuture closeFuture) {
    this.vertx = vertx;
    this.name = name;
    this.maxSize = options.getMaxSize();
    this.maxCallers =
        options.getMaxWaitQueueSize() < 0 ? Long.MAX_VALUE : (long) maxSize + options.getMaxWaitQueueSize();
    this.connectionTimeout = options.getConnectionTimeoutUnit().toMillis(options.getConnectionTimeout());
    this.maxLifetime = options.getMaxLifetimeUnit().toMillis(options.getMaxLifetime());
    this.metrics = metrics(vertx, options);
    this.connector = connector;
    this.closeFuture = closeFuture;
    long idleTimeout = options.getIdleTimeoutUnit().toMillis(options.getIdleTimeout());
    // How many may wait is counted here: Vert.x counts connections that are being opened as waiting callers.
    this.pool = new SqlConnectionPool(connector::connect, () -> null, metrics, null, this::recycle, vertx, idleTimeout,
        maxLifetime, maxSize, false, -1, options.getEventLoopSize());
    // On a context of its own, because that of a verticle would take the timer along when it is undeployed.
    this.cleanerTimer = (idleTimeout > 0 || maxLifetime > 0) && options.getPoolCleanerPeriod() > 0
        ? vertx.createEventLoopContext().setPeriodic(options.getPoolCleanerPeriod(), timer -> pool.evict()) : -1;
    closeFuture.add(this);
  }

  @SuppressWarnings("unchecked") // what it is a metric of is its own affair
  private static PoolMetrics<Object> metrics(VertxInternal vertx, PoolOptions options) {
    VertxMetrics provider = vertx.metricsSPI();
    return provider == null ? null
        : (PoolMetrics<Object>) provider.createPoolMetrics("sql", options.getName(), options.getMaxSize());
  }

  /**
   * What messages call the pool.
   *
   * @return the name
   */
  public PoolName name() {
    return name;
  }

  PoolConnector connector() {
    return connector;
  }

  int size() {
    return pool.size();
  }

  /** Leases a connection until its user closes it. */
  Future<SqlConnection> getConnection(ContextInternal context) {
    PromiseInternal<SqlConnection> promise = context.promise();
    acquire(context, leased -> {
      if (leased.succeeded()) {
        PooledConnection connection = leased.result();
        SqlConnectionInternal wrapper =
            SqliteDriver.INSTANCE.wrapConnection(context, connection.factory(), connection);
        connection.init(wrapper);
        promise.complete(wrapper);
      } else {
        promise.fail(leased.cause());
      }
    });
    return promise.future();
  }

  /** Runs one command on whatever connection is free. */
  <R> Future<R> schedule(ContextInternal context, CommandBase<R> command) {
    PromiseInternal<R> promise = context.promise();
    acquire(context, leased -> {
      if (leased.succeeded()) {
        run(context, command, leased.result(), promise);
      } else {
        promise.fail(leased.cause());
      }
    });
    return promise.future();
  }

  private <R> void run(
      ContextInternal context, CommandBase<R> command, PooledConnection connection, PromiseInternal<R> promise) {
    Future<R> outcome;
    try {
      outcome = connection.schedule(context, command);
    } catch (RuntimeException e) {
      outcome = context.failedFuture(e);
    }
    outcome.onComplete(done -> {
      giveBack(connection);
      promise.handle(done);
    });
  }

  private static void giveBack(PooledConnection connection) {
    connection.close(null, Promise.promise());
  }

  private void acquire(ContextInternal context, Handler<AsyncResult<PooledConnection>> handler) {
    if (waiting.incrementAndGet() + inUse.get() > maxCallers) {
      waiting.decrementAndGet();
      handler.handle(Future.failedFuture(tooBusy()));
    } else {
      pool.acquire(context, connectionTimeout, new Request(handler));
    }
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
        serve(leased, first);
      } else if (first) {
        Throwable reason = explain(leased.cause());
        waiting.decrementAndGet();
        caller.handle(Future.failedFuture(reason));
      }
    }

    private void serve(AsyncResult<PooledConnection> leased, boolean inTime) {
      if (inTime) {
        waiting.decrementAndGet();
        inUse.incrementAndGet();
        caller.handle(leased);
      } else {
        inUse.incrementAndGet();
        giveBack(leased.result());
      }
    }
  }

  /** What happens to every connection that is given back, before its next user gets it or it is closed. */
  private Future<Void> recycle(Connection given) {
    inUse.decrementAndGet();
    EngineConnection connection = (EngineConnection) given.unwrap();
    return maxLifetime > 0 && connection.ageMillis() > maxLifetime ? connection.close() : connection.recycle();
  }

  private Throwable explain(Throwable failure) {
    if (closed) {
      return name.closedError();
    } else if (failure instanceof NoStackTraceThrowable && VERTX_TIMEOUT.equals(failure.getMessage())) {
      return new TimeoutException(name + " had no connection to give within " + connectionTimeout + " ms: size "
          + size() + " of " + maxSize + ", " + state() + ". Give connections back, do not ask for a second one while "
          + "holding the first, or raise maxSize or connectionTimeout");
    }
    return failure;
  }

  private ConnectionPoolTooBusyException tooBusy() {
    if (metrics != null) {
      metrics.rejected(metrics.submitted());
    }
    return new ConnectionPoolTooBusyException(name + " has reached its max wait queue size of "
        + (maxCallers - maxSize) + " (maxWaitQueueSize): " + state() + "; wait for some before asking for more");
  }

  private String state() {
    return inUse.get() + " in use, " + waiting.get() + " waiting, " + connector.state();
  }

  /** Done when each connection is closed, be it lent, idle, being opened or being discarded. */
  @Override
  public void close(Promise<Void> completion) {
    closed = true;
    if (cleanerTimer >= 0) {
      vertx.cancelTimer(cleanerTimer);
    }
    connector.close();
    pool.close().transform(done -> connector.closed()).onComplete(completion);
  }

  /** Kept because Vert.x closes what nobody refers to. */
  CloseFuture closeFuture() {
    return closeFuture;
  }
}

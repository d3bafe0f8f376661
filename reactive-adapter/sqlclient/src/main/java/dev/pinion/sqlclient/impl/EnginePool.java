package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.impl.Callers.Caller;
import dev.pinion.sqlclient.impl.Routes.Plan;
import dev.pinion.sqlclient.impl.Routes.Route;
import dev.pinion.sqlclient.spi.SqliteDriver;
import io.vertx.core.AsyncResult;
import io.vertx.core.Closeable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.CloseFuture;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.future.PromiseInternal;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.impl.command.QueryCommandBase;
import io.vertx.sqlclient.impl.pool.SqlConnectionPool.PooledConnection;
import java.util.concurrent.TimeoutException;

/**
 * Vert.x's connection pool over connections of the engine: who waits, who is given which connection, and what happens
 * to it in between. One of it serves all users of a shared pool.
 *
 * <p>Thread-safe; its futures complete on the context that asked.
 */
public final class EnginePool implements Closeable {

  private final PoolName name;
  private final long connectionTimeout;
  private final long maxCallers;
  private final PoolConnector connector;
  private final Leases leases;
  private final Callers callers;
  private final Routes routes = new Routes();
  private final SharedLeases readers;
  private final SharedLeases writer;
  private final VertxInternal vertx;
  private final CloseFuture closeFuture;
  private final long cleanerTimer;
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
    int maxSize = options.getMaxSize();
    this.maxCallers =
        options.getMaxWaitQueueSize() < 0 ? Long.MAX_VALUE : (long) maxSize + options.getMaxWaitQueueSize();
    this.connectionTimeout = options.getConnectionTimeoutUnit().toMillis(options.getConnectionTimeout());
    this.connector = connector;
    this.closeFuture = closeFuture;
    this.leases = new Leases(vertx, options, connector::connect, this::tooLate);
    this.callers = new Callers(metrics(vertx, options), maxCallers);
    // On a context of its own, because that of a verticle would take the timers along when it is undeployed.
    ContextInternal clock = vertx.createEventLoopContext();
    this.writer = new SharedLeases(leases, routes, name, clock, 1, 1, connector.maxPendingCommands());
    int cores = Runtime.getRuntime().availableProcessors();
    this.readers = maxSize == 1 ? writer
        : new SharedLeases(leases, routes, name, clock, maxSize - 1, cores, connector.maxPendingCommands());
    if (readers != writer) {
      readers.competeWith(writer);
      writer.competeWith(readers);
    }
    this.cleanerTimer = leases.isLifeLimited() && options.getPoolCleanerPeriod() > 0
        ? clock.setPeriodic(options.getPoolCleanerPeriod(), timer -> leases.evict()) : -1;
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
    return leases.size();
  }

  /** Leases a connection until its user closes it. */
  Future<SqlConnection> getConnection(ContextInternal context) {
    PromiseInternal<SqlConnection> promise = context.promise();
    lease(context, leased -> {
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

  /** Runs one command: a statement on rows on a connection that it shares with others, all else on one of its own. */
  <R> Future<R> schedule(ContextInternal context, CommandBase<R> command) {
    if (connector.hasOneDatabase() && command instanceof QueryCommandBase<?> query) {
      Plan plan = routes.of(query);
      if (plan.route() != Route.ALONE) {
        @SuppressWarnings("unchecked") // all queries yield whether there is more
        Future<R> outcome = (Future<R>) share(context, query, plan);
        return outcome;
      }
    }
    return scheduleAlone(context, command);
  }

  private Future<Boolean> share(ContextInternal context, QueryCommandBase<?> query, Plan plan) {
    Caller caller = callers.arrive();
    if (caller == null) {
      return context.failedFuture(tooBusy());
    }
    SharedLeases shared = plan.route() == Route.READER ? readers : writer;
    return shared.schedule(context, query, plan, caller);
  }

  private <R> Future<R> scheduleAlone(ContextInternal context, CommandBase<R> command) {
    PromiseInternal<R> promise = context.promise();
    lease(context, leased -> {
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
      Leases.giveBack(connection);
      promise.handle(done);
    });
  }

  private void lease(ContextInternal context, Handler<AsyncResult<PooledConnection>> handler) {
    Caller caller = callers.arrive();
    if (caller == null) {
      handler.handle(Future.failedFuture(tooBusy()));
      return;
    }
    readers.giveBackIdle();
    writer.giveBackIdle();
    leases.ask(context, connectionTimeout, leased -> {
      if (leased.succeeded()) {
        caller.serve();
        ((EngineConnection) leased.result().unwrap()).lentTo(caller::done);
        handler.handle(leased);
      } else {
        Throwable reason = closed ? name.closedError() : leased.cause();
        caller.refuse();
        handler.handle(Future.failedFuture(reason));
      }
    });
    if (leases.isShort() && !readers.giveOneBack()) {
      writer.giveOneBack();
    }
  }

  private TimeoutException tooLate() {
    return new TimeoutException(name + " had no connection to give within " + connectionTimeout + " ms: size "
        + size() + " of " + leases.maxSize() + ", " + state() + ". Give connections back, do not ask for a second one "
        + "while holding the first, or raise maxSize or connectionTimeout");
  }

  private ConnectionPoolTooBusyException tooBusy() {
    return new ConnectionPoolTooBusyException(name + " has reached its max wait queue size of "
        + (maxCallers - leases.maxSize()) + " (maxWaitQueueSize): " + state() + "; wait for some before asking for "
        + "more");
  }

  private String state() {
    return callers.served() + " in use, " + callers.waiting() + " waiting, " + connector.state();
  }

  /** Done when each connection is closed, be it lent, idle, being opened or being discarded. */
  @Override
  public void close(Promise<Void> completion) {
    closed = true;
    if (cleanerTimer >= 0) {
      vertx.cancelTimer(cleanerTimer);
    }
    readers.close();
    writer.close();
    connector.close();
    leases.close().transform(done -> connector.closed()).onComplete(done -> callers.close()).onComplete(completion);
  }

  /** Kept because Vert.x closes what nobody refers to. */
  CloseFuture closeFuture() {
    return closeFuture;
  }
}

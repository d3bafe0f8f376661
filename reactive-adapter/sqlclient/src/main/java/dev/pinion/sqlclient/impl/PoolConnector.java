package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.future.PromiseInternal;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the connections of a pool: asks what to open, opens it, lets the connect handler prepare it. What others do in
 * between is limited to the pool's connection timeout, so that none of them can keep a place in the pool for ever.
 *
 * <p>Thread-safe; each connection is opened and prepared on the context that the pool names for it.
 */
public final class PoolConnector {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.sqlclient.pool");

  private final PoolName name;
  private final ConnectionFactory factory;
  private final long timeout;
  private final boolean keepsFirstHandler;
  private final Set<EngineConnection> open = ConcurrentHashMap.newKeySet();
  private final Set<Promise<?>> pending = ConcurrentHashMap.newKeySet();
  private final AtomicInteger opening = new AtomicInteger();
  private final AtomicInteger preparing = new AtomicInteger();
  private final int maxPendingCommands;
  private volatile boolean oneDatabase;
  private volatile Function<Context, Future<SqlConnection>> provider;
  private volatile Handler<SqlConnection> connectHandler;
  private boolean handlerKnown;
  private volatile boolean closed;

  /**
   * A connector; nothing is opened yet.
   *
   * @param name what messages call the pool
   * @param factory opens connections
   * @param databases asked at each connection for what to open
   * @param single the only one of them, or null
   * @param options of the pool
   */
  public PoolConnector(PoolName name, ConnectionFactory factory,
      Supplier<? extends Future<? extends SqlConnectOptions>> databases, SqliteConnectOptions single,
      PoolOptions options) {
    this.name = name;
    this.oneDatabase = single != null;
    this.maxPendingCommands =
        single == null ? SqliteConnectOptions.DEFAULT_MAX_PENDING_COMMANDS : single.getMaxPendingCommands();
    this.factory = factory;
    this.timeout = options.getConnectionTimeoutUnit().toMillis(options.getConnectionTimeout());
    this.keepsFirstHandler = options.isShared();
    this.provider = context -> open((ContextInternal) context, databases.get(), options.getMaxSize());
  }

  /** Takes the handler of new connections; a shared pool keeps that of its first user, who alone knows all of them. */
  synchronized void connectHandler(Handler<SqlConnection> handler) {
    if (!keepsFirstHandler || !handlerKnown) {
      connectHandler = handler;
      handlerKnown = true;
    }
  }

  void connectionProvider(Function<Context, Future<SqlConnection>> newProvider) {
    oneDatabase = false;
    provider = newProvider;
  }

  /** Whether all connections are to the same database, so that any of them will do. */
  boolean hasOneDatabase() {
    return oneDatabase;
  }

  int maxPendingCommands() {
    return maxPendingCommands;
  }

  /** Opens a connection that is ready for its first user. */
  Future<SqlConnection> connect(Context context) {
    ContextInternal ctx = (ContextInternal) context;
    Future<SqlConnection> connection;
    opening.incrementAndGet();
    try {
      connection = provider.apply(context).compose(opened -> prepare(ctx, (SqlConnectionInternal) opened));
    } catch (Throwable e) {
      connection = ctx.failedFuture(e);
    }
    return connection.onComplete(done -> opening.decrementAndGet()).recover(failure -> later(ctx, failure));
  }

  /** Not at once, or Vert.x would try and fail for those who wait before it tells the one who has waited longest. */
  private static Future<SqlConnection> later(ContextInternal context, Throwable failure) {
    Promise<SqlConnection> promise = context.promise();
    context.runOnContext(next -> promise.fail(failure));
    return promise.future();
  }

  /** How far the new connections have come, in words. */
  String state() {
    return opening.get() + " being opened"
        + (preparing.get() > 0 ? " (" + preparing.get() + " with the connect handler, which must close each)" : "");
  }

  /** Fails what is still being asked for or prepared. */
  void close() {
    closed = true;
    pending.forEach(promise -> promise.tryFail(name.closedError()));
  }

  /** Done when each connection is closed that was ever opened. */
  Future<Void> closed() {
    return Future.join(List.copyOf(open).stream().map(EngineConnection::close).toList()).mapEmpty();
  }

  private Future<SqlConnection> open(
      ContextInternal context, Future<? extends SqlConnectOptions> database, int maxSize) {
    return limited(context, database, () -> new TimeoutException(
        name + " was not told what to open within " + timeout + " ms; the supplier of its options never completed"))
        .compose(given -> {
          SqliteConnectOptions options = Databases.checked(given);
          if (maxSize > 1 && options.isInMemory()) {
            throw new IllegalArgumentException(name + " was told to open :memory:, but each of its " + maxSize
                + " connections would be another database; set its maxSize to 1, or give the options directly");
          }
          return factory.connect(context, options);
        });
  }

  private Future<SqlConnection> prepare(ContextInternal context, SqlConnectionInternal opened) {
    EngineConnection connection = (EngineConnection) opened.unwrap();
    open.add(connection);
    connection.closed().onComplete(done -> open.remove(connection));
    Handler<SqlConnection> handler = connectHandler;
    Future<Void> ready = closed ? context.failedFuture(name.closedError())
        : handler == null ? Future.succeededFuture() : handled(context, connection, handler);
    return ready.compose(done -> connection.accept()).compose(
        done -> Future.succeededFuture(opened),
        failure -> connection.close().transform(done -> context.failedFuture(failure)));
  }

  private Future<Void> handled(ContextInternal context, EngineConnection connection, Handler<SqlConnection> handler) {
    NewConnection fresh = new NewConnection(context, factory, connection);
    connection.init(fresh);
    preparing.incrementAndGet();
    Future<Void> turn = limited(context, fresh.turn(), () -> neverClosed(fresh));
    try {
      handler.handle(fresh);
    } catch (Throwable e) {
      fresh.refuse(e);
    }
    return turn
        .recover(failure -> closed ? context.failedFuture(name.closedError()) : context.failedFuture(
            new IllegalStateException(
                name + " has not taken a new connection, because its connect handler failed: " + failure.getMessage(),
                failure)))
        .onComplete(done -> preparing.decrementAndGet());
  }

  private TimeoutException neverClosed(NewConnection fresh) {
    TimeoutException error = new TimeoutException("it did not close the connection within " + timeout + " ms");
    error.initCause(fresh.lastError());
    log.warn("{} closes a new connection, because its connect handler did not close it within {} ms", name, timeout,
        fresh.lastError());
    return error;
  }

  /** The same future, which fails when the time is up or the pool is closed. */
  private <T> Future<T> limited(ContextInternal context, Future<? extends T> future, Supplier<Exception> late) {
    PromiseInternal<T> promise = context.promise();
    pending.add(promise);
    long timer = timeout > 0 ? context.setTimer(timeout, fired -> promise.tryFail(late.get())) : -1;
    future.onComplete(done -> {
      if (done.succeeded()) {
        promise.tryComplete(done.result());
      } else {
        promise.tryFail(done.cause());
      }
    });
    if (closed) {
      promise.tryFail(name.closedError());
    }
    return promise.future().onComplete(done -> {
      pending.remove(promise);
      if (timer >= 0) {
        context.owner().cancelTimer(timer);
      }
    });
  }
}

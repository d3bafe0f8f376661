package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.engine.Worker;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens connections of the engine.
 */
public final class SqliteConnectionFactory implements ConnectionFactory {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.sqlclient.connection");

  /** What Vert.x's own clients mean by this number of attempts. */
  private static final int UNLIMITED = -1;

  private final VertxInternal vertx;
  private final Supplier<? extends Future<? extends SqlConnectOptions>> databases;
  private final Set<Promise<Void>> pauses = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * A factory.
   *
   * @param vertx the Vert.x instance
   * @param databases asked at each connection for what to open
   */
  public SqliteConnectionFactory(
      VertxInternal vertx, Supplier<? extends Future<? extends SqlConnectOptions>> databases) {
    this.vertx = vertx;
    this.databases = databases;
  }

  @Override
  public Future<SqlConnection> connect(Context context) {
    return connect(context, databases.get());
  }

  @Override
  public Future<SqlConnection> connect(Context context, SqlConnectOptions options) {
    ContextInternal ctx = (ContextInternal) context;
    SqliteConnectOptions own;
    try {
      own = new SqliteConnectOptions(options);
      refuseServer(own);
    } catch (IllegalArgumentException e) {
      return ctx.failedFuture(e);
    }
    return open(ctx, own, 0).map(worker -> {
      EngineConnection connection = new EngineConnection(ctx, worker, own, metrics(own));
      SqliteConnectionImpl wrapper = new SqliteConnectionImpl(ctx, this, connection);
      connection.init(wrapper);
      return wrapper;
    });
  }

  /** Ends what waits to try again, with the reason why it had to. */
  @Override
  public void close(Promise<Void> promise) {
    closed = true;
    pauses.forEach(Promise::tryComplete);
    promise.complete();
  }

  private Future<Worker> open(ContextInternal ctx, SqliteConnectOptions options, int failures) {
    return Worker.open(ctx, options).recover(failure -> {
      int attempts = options.getReconnectAttempts();
      boolean again = attempts == UNLIMITED || failures < attempts;
      if (!again || closed || failure instanceof IllegalArgumentException) {
        return ctx.failedFuture(failure);
      }
      log.debug("{}; trying again in {} ms", failure.getMessage(), options.getReconnectInterval());
      return pause(ctx, options.getReconnectInterval())
          .compose(over -> closed ? ctx.failedFuture(failure) : open(ctx, options, failures + 1));
    });
  }

  private Future<Void> pause(ContextInternal ctx, long milliseconds) {
    Promise<Void> pause = ctx.promise();
    pauses.add(pause);
    long timer = ctx.setTimer(milliseconds, id -> pause.tryComplete());
    if (closed) {
      pause.tryComplete();
    }
    return pause.future().onComplete(over -> {
      pauses.remove(pause);
      vertx.cancelTimer(timer);
    });
  }

  /** Ignoring them would let their owner believe that a server is asked, or that the file is protected. */
  private static void refuseServer(SqliteConnectOptions options) {
    if (isSet(options.getHost()) && !"localhost".equals(options.getHost())) {
      throw new IllegalArgumentException("The host " + options.getHost() + " was given for " + options.getPath()
          + ", but a SQLite file has no host: remove it, and name a file of this machine");
    }
    if (isSet(options.getUser()) || isSet(options.getPassword())) {
      throw new IllegalArgumentException("A user or password was given for " + options.getPath()
          + ", but SQLite has neither: remove them, and protect the file by its permissions");
    }
  }

  private static boolean isSet(String value) {
    return value != null && !value.isEmpty();
  }

  private ClientMetrics<?, ?, ?, ?> metrics(SqliteConnectOptions options) {
    VertxMetrics metrics = vertx.metricsSPI();
    SocketAddress address = EngineConnection.address(options);
    return metrics == null ? null : metrics.createClientMetrics(address, "sql", options.getMetricsName());
  }
}

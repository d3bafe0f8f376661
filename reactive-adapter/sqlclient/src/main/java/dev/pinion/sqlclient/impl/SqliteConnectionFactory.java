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
import java.util.function.Supplier;

/**
 * Opens connections of the engine.
 */
public final class SqliteConnectionFactory implements ConnectionFactory {

  private final VertxInternal vertx;
  private final Supplier<? extends Future<? extends SqlConnectOptions>> databases;

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
      refuseCredentials(own);
    } catch (IllegalArgumentException e) {
      return ctx.failedFuture(e);
    }
    return Worker.open(ctx, own).map(worker -> {
      EngineConnection connection = new EngineConnection(ctx, worker, own, metrics(own));
      SqliteConnectionImpl wrapper = new SqliteConnectionImpl(ctx, this, connection);
      connection.init(wrapper);
      return wrapper;
    });
  }

  @Override
  public void close(Promise<Void> promise) {
    promise.complete();
  }

  /** Ignoring them would let their owner believe that the file is protected. */
  private static void refuseCredentials(SqliteConnectOptions options) {
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

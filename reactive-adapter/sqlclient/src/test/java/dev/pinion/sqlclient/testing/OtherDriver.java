package dev.pinion.sqlclient.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.CloseFuture;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.spi.ConnectionFactory;
import io.vertx.sqlclient.spi.Driver;
import java.util.function.Supplier;

/** A driver of another database, which accepts what those of Vert.x accept and can do nothing with it. */
public final class OtherDriver implements Driver {

  /** The options that only this driver accepts. */
  public static final class Options extends SqlConnectOptions {
  }

  @Override
  public Pool newPool(Vertx vertx, Supplier<? extends Future<? extends SqlConnectOptions>> databases,
      PoolOptions options, CloseFuture closeFuture) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ConnectionFactory createConnectionFactory(Vertx vertx, SqlConnectOptions database) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ConnectionFactory createConnectionFactory(
      Vertx vertx, Supplier<? extends Future<? extends SqlConnectOptions>> database) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SqlConnectOptions parseConnectionUri(String uri) {
    return uri.startsWith("other:") ? new Options() : null;
  }

  @Override
  public boolean acceptsOptions(SqlConnectOptions options) {
    return options instanceof Options || SqlConnectOptions.class.equals(options.getClass());
  }
}

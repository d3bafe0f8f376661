package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.spi.SqliteDriver;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.ClientBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.impl.ClientBuilderBase;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Vert.x's builder, which also says what is wrong with a database before anything is built.
 *
 * @param <C> what it builds
 */
public final class SqliteClientBuilder<C extends SqlClient> extends ClientBuilderBase<C> {

  private final Function<Pool, C> type;

  /**
   * A builder.
   *
   * @param type tells what a new pool is used as
   */
  public SqliteClientBuilder(Function<Pool, C> type) {
    super(SqliteDriver.INSTANCE);
    this.type = type;
  }

  @Override
  public ClientBuilder<C> connectingTo(String database) {
    return connectingTo(SqliteConnectOptions.fromUri(database));
  }

  @Override
  public ClientBuilder<C> connectingTo(SqlConnectOptions database) {
    return connectingTo(Collections.singletonList(database));
  }

  @Override
  public ClientBuilder<C> connectingTo(List<SqlConnectOptions> databases) {
    return connectingTo(Databases.of(databases));
  }

  @Override
  protected C create(Vertx vertx, Supplier<Future<SqlConnectOptions>> databases, PoolOptions options) {
    if (databases == null) {
      throw new IllegalStateException("No database was named: call connectingTo before build");
    }
    return type.apply(driver.createPool(vertx, databases, options));
  }
}

package dev.pinion.sqlclient.spi;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.impl.EnginePool;
import dev.pinion.sqlclient.impl.SqliteConnectionFactory;
import dev.pinion.sqlclient.impl.SqliteConnectionImpl;
import dev.pinion.sqlclient.impl.SqlitePoolImpl;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.CloseFuture;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.PoolImpl;
import io.vertx.sqlclient.impl.SingletonSupplier;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.impl.Utils;
import io.vertx.sqlclient.spi.ConnectionFactory;
import io.vertx.sqlclient.spi.Driver;
import java.util.List;
import java.util.function.Supplier;

/**
 * SQLite as one of the drivers of the Vert.x SQL client.
 */
public final class SqliteDriver implements Driver {

  /** The driver; it has no state. */
  public static final SqliteDriver INSTANCE = new SqliteDriver();

  private static final String SHARED_CLIENT_KEY = "__vertx.shared.pinion.sqliteclient";

  @Override
  public Pool createPool(Vertx vertx, List<? extends SqlConnectOptions> databases, PoolOptions options) {
    return createPool(vertx, supplier(databases), options);
  }

  @Override
  public Pool newPool(
      Vertx vertx, List<? extends SqlConnectOptions> databases, PoolOptions options, CloseFuture closeFuture) {
    return newPool(vertx, supplier(databases), options, closeFuture);
  }

  @Override
  public Pool newPool(Vertx vertx, Supplier<? extends Future<? extends SqlConnectOptions>> databases,
      PoolOptions options, CloseFuture closeFuture) {
    VertxInternal vx = (VertxInternal) vertx;
    PoolImpl pool = options.isShared()
        ? vx.createSharedClient(
            SHARED_CLIENT_KEY, options.getName(), closeFuture, cf -> newPoolImpl(vx, databases, options, cf))
        : newPoolImpl(vx, databases, options, closeFuture);
    return new SqlitePoolImpl(vx, closeFuture, pool);
  }

  private PoolImpl newPoolImpl(VertxInternal vertx, Supplier<? extends Future<? extends SqlConnectOptions>> databases,
      PoolOptions options, CloseFuture closeFuture) {
    SqlConnectOptions single = single(databases);
    boolean inMemory = single != null && SqliteConnectOptions.MEMORY.equals(single.getDatabase());
    PoolImpl pool = new EnginePool(vertx, single == null ? options.getName() : single.getDatabase(),
        inMemory ? singleConnection(options) : options, closeFuture);
    ConnectionFactory factory = new SqliteConnectionFactory(vertx, databases);
    pool.connectionProvider(factory::connect);
    pool.init();
    closeFuture.add(factory);
    return pool;
  }

  /** Every further connection to a database in memory would be another database, and an idle one must not go. */
  private static PoolOptions singleConnection(PoolOptions options) {
    return new PoolOptions(options).setMaxSize(1).setIdleTimeout(0).setMaxLifetime(0);
  }

  private static SqlConnectOptions single(Object databases) {
    return databases instanceof SingletonSupplier<?> supplier
        && supplier.unwrap() instanceof SqlConnectOptions options ? options : null;
  }

  private static Supplier<? extends Future<? extends SqlConnectOptions>> supplier(
      List<? extends SqlConnectOptions> databases) {
    return databases.size() == 1
        ? SingletonSupplier.wrap(databases.get(0)) : Utils.roundRobinSupplier(List.copyOf(databases));
  }

  @Override
  public ConnectionFactory createConnectionFactory(Vertx vertx, SqlConnectOptions database) {
    return createConnectionFactory(vertx, SingletonSupplier.wrap(database));
  }

  @Override
  public ConnectionFactory createConnectionFactory(
      Vertx vertx, Supplier<? extends Future<? extends SqlConnectOptions>> database) {
    return new SqliteConnectionFactory((VertxInternal) vertx, database);
  }

  @Override
  public SqliteConnectOptions parseConnectionUri(String uri) {
    return SqliteConnectOptions.isSqliteUri(uri) ? SqliteConnectOptions.fromUri(uri) : null;
  }

  @Override
  public boolean acceptsOptions(SqlConnectOptions options) {
    return options instanceof SqliteConnectOptions || SqlConnectOptions.class.equals(options.getClass());
  }

  @Override
  public SqlConnectionInternal wrapConnection(
      ContextInternal context, ConnectionFactory factory, Connection connection) {
    return new SqliteConnectionImpl(context, factory, connection);
  }
}

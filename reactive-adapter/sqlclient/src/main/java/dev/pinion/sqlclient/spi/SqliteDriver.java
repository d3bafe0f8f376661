package dev.pinion.sqlclient.spi;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.impl.Databases;
import dev.pinion.sqlclient.impl.EnginePool;
import dev.pinion.sqlclient.impl.PoolConnector;
import dev.pinion.sqlclient.impl.PoolName;
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
import io.vertx.sqlclient.impl.SingletonSupplier;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
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
    return createPool(vertx, Databases.of(databases), options);
  }

  @Override
  public Pool newPool(
      Vertx vertx, List<? extends SqlConnectOptions> databases, PoolOptions options, CloseFuture closeFuture) {
    return newPool(vertx, Databases.of(databases), options, closeFuture);
  }

  @Override
  public Pool newPool(Vertx vertx, Supplier<? extends Future<? extends SqlConnectOptions>> databases,
      PoolOptions options, CloseFuture closeFuture) {
    VertxInternal vx = (VertxInternal) vertx;
    SqliteConnectOptions single = Databases.single(databases);
    EnginePool pool = options.isShared()
        ? vx.createSharedClient(
            SHARED_CLIENT_KEY, options.getName(), closeFuture, cf -> newEnginePool(vx, single, databases, options, cf))
        : newEnginePool(vx, single, databases, options, closeFuture);
    PoolName name = PoolName.of(options, single);
    if (!pool.name().equals(name)) {
      closeFuture.close();
      throw new IllegalArgumentException("There is a shared pool of the name " + options.getName() + " already, but on "
          + "another database (" + pool.name() + "); give each database's pool a name of its own");
    }
    return new SqlitePoolImpl(vx, closeFuture, pool);
  }

  private EnginePool newEnginePool(VertxInternal vertx, SqliteConnectOptions single,
      Supplier<? extends Future<? extends SqlConnectOptions>> databases, PoolOptions options, CloseFuture closeFuture) {
    PoolOptions own = single != null && single.isInMemory() ? singleConnection(options) : options;
    PoolName name = PoolName.of(options, single);
    ConnectionFactory factory = new SqliteConnectionFactory(vertx, databases);
    PoolConnector connector = new PoolConnector(name, factory, databases, single, own);
    EnginePool pool = new EnginePool(vertx, name, own, connector, closeFuture);
    closeFuture.add(factory);
    return pool;
  }

  /** Every further connection to a database in memory would be another database, and an idle one must not go. */
  private static PoolOptions singleConnection(PoolOptions options) {
    return new PoolOptions(options).setMaxSize(1).setIdleTimeout(0).setMaxLifetime(0);
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
    return Databases.accepts(options);
  }

  @Override
  public SqlConnectionInternal wrapConnection(
      ContextInternal context, ConnectionFactory factory, Connection connection) {
    return new SqliteConnectionImpl(context, factory, connection);
  }
}

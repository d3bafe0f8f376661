package dev.pinion.sqlclient;

import dev.pinion.sqlclient.impl.NewConnection;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/**
 * A pool of connections to one SQLite database.
 *
 * <p>All pools of a JVM on the same file share one write gate, so no write of theirs fails because another is under
 * way. A pool on {@code :memory:} has one connection, whatever its size is set to, because every further one would be
 * another database; a pragma that one user of it changes stays changed for the next.
 */
public interface SqlitePool extends Pool {

  /**
   * Creates a pool.
   *
   * @param vertx the Vert.x instance
   * @param options what to open
   * @param poolOptions how many connections, and how long they live
   * @return the pool; nothing is opened yet
   */
  static SqlitePool pool(Vertx vertx, SqliteConnectOptions options, PoolOptions poolOptions) {
    return cast(SqliteBuilder.pool().with(poolOptions).connectingTo(options).using(vertx).build());
  }

  /**
   * Casts a pool that this driver made.
   *
   * @param pool the pool
   * @return the same
   * @throws ClassCastException if it is another driver's
   */
  static SqlitePool cast(Pool pool) {
    return (SqlitePool) pool;
  }

  /**
   * As {@link #pool(Vertx, SqliteConnectOptions, PoolOptions)} with the options of a URL.
   *
   * @param vertx the Vert.x instance
   * @param uri for example {@code sqlite:app.db}
   * @param poolOptions how many connections, and how long they live
   * @return the pool; nothing is opened yet
   * @throws IllegalArgumentException if it is no SQLite URL
   */
  static SqlitePool pool(Vertx vertx, String uri, PoolOptions poolOptions) {
    return pool(vertx, SqliteConnectOptions.fromUri(uri), poolOptions);
  }

  /**
   * A connect handler that prepares each new connection and closes it when it is done. If it fails, the connection is
   * closed for good and whoever waits for it is told why, instead of waiting until the connection timeout.
   *
   * <pre>{@code
   * SqliteBuilder.pool().withConnectHandler(SqlitePool.preparing(connection ->
   *     connection.query("attach 'archive.db' as archive").execute()));
   * }</pre>
   *
   * @param step what to do on a connection, called on its event loop; the connection is prepared when its future is
   *     completed
   * @return for {@link io.vertx.sqlclient.ClientBuilder#withConnectHandler(Handler)} of this driver's builders
   */
  static Handler<SqlConnection> preparing(Function<SqliteConnection, Future<?>> step) {
    return NewConnection.preparing(step);
  }

  /**
   * Sets what prepares each new connection.
   *
   * @deprecated use {@link io.vertx.sqlclient.ClientBuilder#withConnectHandler(Handler)}
   */
  @Override
  @Deprecated
  SqlitePool connectHandler(Handler<SqlConnection> handler);

  /**
   * Replaces what opens connections.
   *
   * @deprecated use {@link io.vertx.sqlclient.ClientBuilder#connectingTo(java.util.function.Supplier)}
   */
  @Override
  @Deprecated
  SqlitePool connectionProvider(Function<Context, Future<SqlConnection>> provider);
}

package dev.pinion.sqlclient;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;

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
}

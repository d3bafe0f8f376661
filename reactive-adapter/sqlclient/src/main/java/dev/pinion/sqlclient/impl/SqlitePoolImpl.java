package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqlitePool;
import io.vertx.core.Handler;
import io.vertx.core.impl.CloseFuture;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.impl.PoolBase;
import io.vertx.sqlclient.impl.SqlClientInternal;

/**
 * The pool that an application holds.
 */
public final class SqlitePoolImpl extends PoolBase<SqlitePoolImpl> implements SqlitePool {

  private final Pool delegate;

  /**
   * Wraps Vert.x's own pool.
   *
   * @param vertx the Vert.x instance
   * @param closeFuture closed with the pool
   * @param delegate the pool that does the work
   */
  public SqlitePoolImpl(VertxInternal vertx, CloseFuture closeFuture, Pool delegate) {
    super(vertx, closeFuture, delegate);
    this.delegate = delegate;
  }

  @Override
  public void group(Handler<SqlClient> block) {
    ((SqlClientInternal) delegate).group(block);
  }
}

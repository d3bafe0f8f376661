package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqlitePool;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.impl.CloseFuture;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.impl.PoolBase;
import io.vertx.sqlclient.impl.SqlClientInternal;

/**
 * The pool that an application holds.
 */
public final class SqlitePoolImpl extends PoolBase<SqlitePoolImpl> implements SqlitePool {

  private final VertxInternal vertx;
  private final CloseFuture closeFuture;
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
    this.vertx = vertx;
    this.closeFuture = closeFuture;
    this.delegate = delegate;
  }

  @Override
  public void group(Handler<SqlClient> block) {
    ((SqlClientInternal) delegate).group(block);
  }

  /** Bound to a context only if this runs on one: that of another thread may not outlive the Vert.x instance. */
  @Override
  public Future<Void> close() {
    ContextInternal current = ContextInternal.current();
    boolean ours = current != null && current.owner() == vertx;
    Promise<Void> promise = ours ? current.promise() : Promise.promise();
    closeFuture.close(promise);
    return promise.future();
  }

  @Override
  public void close(Handler<AsyncResult<Void>> handler) {
    Future<Void> closed = close();
    if (handler != null) {
      closed.onComplete(handler);
    }
  }
}

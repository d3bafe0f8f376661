package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqlitePool;
import dev.pinion.sqlclient.spi.SqliteDriver;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.impl.CloseFuture;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.future.PromiseInternal;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SqlClientBase;
import io.vertx.sqlclient.impl.command.CommandBase;
import java.util.function.Function;

/**
 * The pool that an application holds; each user of a shared pool has its own and closes it for itself.
 */
public final class SqlitePoolImpl extends SqlClientBase implements SqlitePool {

  private final VertxInternal vertx;
  private final CloseFuture closeFuture;
  private final EnginePool pool;
  private volatile boolean closed;

  /**
   * Lets an application use a pool.
   *
   * @param vertx the Vert.x instance
   * @param closeFuture closes what this user has
   * @param pool the pool that does the work
   */
  public SqlitePoolImpl(VertxInternal vertx, CloseFuture closeFuture, EnginePool pool) {
    super(SqliteDriver.INSTANCE);
    this.vertx = vertx;
    this.closeFuture = closeFuture;
    this.pool = pool;
    closeFuture.add(completion -> {
      closed = true;
      completion.complete();
    });
  }

  @Override
  public Future<SqlConnection> getConnection() {
    ContextInternal context = context();
    return closed ? context.failedFuture(pool.name().closedError()) : pool.getConnection(context);
  }

  @Override
  public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
    notify(getConnection(), handler);
  }

  @Override
  public <R> Future<R> schedule(ContextInternal context, CommandBase<R> command) {
    return closed ? context.failedFuture(pool.name().closedError()) : pool.schedule(context, command);
  }

  @Override
  @Deprecated
  public SqlitePool connectHandler(Handler<SqlConnection> handler) {
    pool.connector().connectHandler(handler);
    return this;
  }

  @Override
  @Deprecated
  public SqlitePool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
    pool.connector().connectionProvider(provider);
    return this;
  }

  @Override
  public int size() {
    return pool.size();
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
    notify(close(), handler);
  }

  @Override
  protected ContextInternal context() {
    return vertx.getOrCreateContext();
  }

  @Override
  protected <T> PromiseInternal<T> promise() {
    return vertx.promise();
  }

  @Override
  protected <T> PromiseInternal<T> promise(Handler<AsyncResult<T>> handler) {
    return vertx.promise(handler);
  }

  private static <T> void notify(Future<T> future, Handler<AsyncResult<T>> handler) {
    if (handler != null) {
      future.onComplete(handler);
    }
  }
}

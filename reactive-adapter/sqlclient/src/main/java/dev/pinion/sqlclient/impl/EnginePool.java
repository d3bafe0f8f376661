package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.spi.SqliteDriver;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.CloseFuture;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.PoolImpl;
import io.vertx.sqlclient.impl.command.CommandBase;

/**
 * Vert.x's own pool over connections of the engine: who waits, who is given which connection, and what happens to it
 * in between.
 */
public final class EnginePool extends PoolImpl {

  private final VertxInternal vertx;
  private final String database;
  private volatile boolean closed;

  /**
   * A pool; nothing is opened yet.
   *
   * @param vertx the Vert.x instance
   * @param database the name of the database in messages
   * @param options how many connections, and how long they live
   * @param closeFuture closed with the pool
   */
  public EnginePool(VertxInternal vertx, String database, PoolOptions options, CloseFuture closeFuture) {
    super(vertx, SqliteDriver.INSTANCE, false, options, EnginePool::lease, EnginePool::recycle, closeFuture);
    this.vertx = vertx;
    this.database = database;
  }

  private static Future<Void> lease(Connection connection) {
    return ((EngineConnection) connection.unwrap()).accept();
  }

  private static Future<Void> recycle(Connection connection) {
    return ((EngineConnection) connection.unwrap()).recycle();
  }

  @Override
  public <R> Future<R> schedule(ContextInternal context, CommandBase<R> command) {
    return closed ? context.failedFuture(closedError()) : super.schedule(context, command);
  }

  @Override
  public Future<SqlConnection> getConnection() {
    return closed ? vertx.getOrCreateContext().failedFuture(closedError()) : super.getConnection();
  }

  @Override
  public void close(Promise<Void> completion) {
    closed = true;
    super.close(completion);
  }

  private IllegalStateException closedError() {
    return new IllegalStateException("The pool on " + database + " is closed; build a new one to go on");
  }
}

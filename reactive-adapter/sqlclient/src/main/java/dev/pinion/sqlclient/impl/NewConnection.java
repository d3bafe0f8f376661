package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqliteConnection;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.util.function.Function;

/** A new connection while the connect handler has it: closing it ends the handler's turn and opens it to the pool. */
public final class NewConnection extends SqliteConnectionImpl {

  private final Promise<Void> turn = Promise.promise();
  private volatile Throwable lastError;

  NewConnection(ContextInternal context, ConnectionFactory factory, Connection connection) {
    super(context, factory, connection);
  }

  /**
   * A connect handler that takes a step and then closes the connection, or refuses it if the step fails.
   *
   * @param step what to do
   * @return the handler
   */
  public static Handler<SqlConnection> preparing(Function<SqliteConnection, Future<?>> step) {
    return connection -> {
      NewConnection fresh = (NewConnection) connection;
      step.apply(fresh).onComplete(done -> {
        if (done.succeeded()) {
          fresh.close();
        } else {
          fresh.refuse(done.cause());
        }
      });
    };
  }

  Future<Void> turn() {
    return turn.future();
  }

  /** Why the last statement failed that did, or null. */
  Throwable lastError() {
    return lastError;
  }

  /** Keeps the connection out of the pool, and tells its caller why. */
  void refuse(Throwable reason) {
    turn.tryFail(reason);
  }

  @Override
  public <R> Future<R> schedule(ContextInternal context, CommandBase<R> command) {
    return super.schedule(context, command).onFailure(failure -> lastError = failure);
  }

  @Override
  protected void release(Promise<Void> completion) {
    turn.tryComplete();
    completion.complete();
  }

  @Override
  public void handleClosed() {
    super.handleClosed();
    refuse(new IllegalStateException("the connection was closed"));
  }
}

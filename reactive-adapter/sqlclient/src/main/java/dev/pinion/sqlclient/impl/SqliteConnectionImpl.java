package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteConnection;
import dev.pinion.sqlclient.SqliteFunction;
import dev.pinion.sqlclient.engine.Command;
import dev.pinion.sqlclient.spi.SqliteDriver;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.QueryResultBuilder;
import io.vertx.sqlclient.impl.SingletonSupplier;
import io.vertx.sqlclient.impl.SqlConnectionBase;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.impl.command.ExtendedQueryCommand;
import io.vertx.sqlclient.impl.pool.SqlConnectionPool.PooledConnection;
import io.vertx.sqlclient.spi.ConnectionFactory;

/**
 * The connection that an application holds.
 */
public class SqliteConnectionImpl extends SqlConnectionBase<SqliteConnectionImpl> implements SqliteConnection {

  private volatile boolean givenBack;
  private volatile boolean refusing;
  private volatile boolean begun;
  private volatile SqlResult<?> lastBatch;

  /**
   * Wraps a connection of the engine.
   *
   * @param context where its futures complete
   * @param factory where it comes from
   * @param connection what it wraps
   */
  public SqliteConnectionImpl(ContextInternal context, ConnectionFactory factory, Connection connection) {
    super(context, factory, connection, SqliteDriver.INSTANCE);
  }

  @Override
  public Future<Void> interrupt() {
    if (givenBack) {
      return context.failedFuture(givenBackError());
    }
    ((EngineConnection) unwrap().unwrap()).interrupt();
    return context.succeededFuture();
  }

  @Override
  public Future<Void> createFunction(
      String name, int arguments, SqliteFunction function, SqliteFunction.Trait... traits) {
    Command<Void> command = Functions.create(name, arguments, function, traits);
    return givenBack
        ? context.failedFuture(givenBackError())
        : ((EngineConnection) unwrap().unwrap()).submit(context, command);
  }

  /**
   * Opens a connection outside of any pool.
   *
   * @param context where its futures complete
   * @param options what to open
   * @return the connection
   */
  public static Future<SqliteConnection> connect(ContextInternal context, SqliteConnectOptions options) {
    SqliteConnectionFactory factory =
        new SqliteConnectionFactory(context.owner(), SingletonSupplier.wrap(new SqliteConnectOptions(options)));
    return prepareForClose(context, factory.connect(context)).map(SqliteConnection::cast);
  }

  @Override
  public Future<Transaction> begin() {
    return begin(() -> { });
  }

  @Override
  public Future<Transaction> beginReadOnly() {
    return begin(((EngineConnection) unwrap().unwrap())::readOnlyNext);
  }

  private Future<Transaction> begin(Runnable preparation) {
    if (refusing) {
      return context.failedFuture(givenBackError());
    } else if (transaction() != null) {
      throw new IllegalStateException(
          "This connection is in a transaction already, and they do not nest; use a savepoint");
    }
    begun = true;
    preparation.run();
    return super.begin();
  }

  /**
   * Past Vert.x's own reporting, which leaves out transactions and prepared statements; the connection reports all.
   * What comes after its user has closed it would run outside of the transaction that it was meant for, and disturb
   * the next user. (Only after a transaction that has ended may it come late; users of Vert.x rely on that.)
   */
  @Override
  public <R> Future<R> schedule(ContextInternal ctx, CommandBase<R> command) {
    if (refusing) {
      return ctx.failedFuture(givenBackError());
    }
    if (lastBatch != null) {
      lastBatch = null; // it may be large, and whom it is for has read it
    }
    Future<R> outcome = transaction() == null ? conn.schedule(ctx, command) : super.schedule(ctx, command);
    return command instanceof ExtendedQueryCommand<?> query && query.isBatch()
        && query.resultHandler() instanceof QueryResultBuilder<?, ?, ?> results
        ? outcome.andThen(done -> lastBatch = results.first) : outcome;
  }

  /**
   * The result of the batch that has just ended on this connection, for a user who was told of that end only.
   *
   * @return the result of its first tuple; those of the others follow it; null if the last command was no batch that
   *     succeeded
   */
  public SqlResult<?> lastBatch() {
    return lastBatch;
  }

  /**
   * Whether its user still has to give it back.
   *
   * @return false once that is done, or if the connection was closed under its user
   */
  public boolean isLeased() {
    return !givenBack && unwrap().unwrap().isValid();
  }

  /** Once it was given back it is another's, whose statements are not to be stopped. */
  @Override
  public final void close(Promise<Void> completion) {
    givenBack = conn instanceof PooledConnection;
    refusing = givenBack && (!begun || transaction() != null);
    release(completion);
  }

  /** Gives the connection back to where it came from. */
  protected void release(Promise<Void> completion) {
    super.close(completion);
  }

  private static IllegalStateException givenBackError() {
    return new IllegalStateException("This connection was given back; get a new one from the pool");
  }
}

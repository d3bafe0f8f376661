package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteConnection;
import dev.pinion.sqlclient.spi.SqliteDriver;
import io.vertx.core.Future;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SingletonSupplier;
import io.vertx.sqlclient.impl.SqlConnectionBase;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.spi.ConnectionFactory;

/**
 * The connection that an application holds.
 */
public final class SqliteConnectionImpl extends SqlConnectionBase<SqliteConnectionImpl> implements SqliteConnection {

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
    ((EngineConnection) unwrap().unwrap()).interrupt();
    return context.succeededFuture();
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

  /** Past Vert.x's own reporting, which leaves out transactions and prepared statements; the connection reports all. */
  @Override
  public <R> Future<R> schedule(ContextInternal ctx, CommandBase<R> command) {
    return transaction() == null ? conn.schedule(ctx, command) : super.schedule(ctx, command);
  }
}

package dev.pinion.sqlclient;

import dev.pinion.sqlclient.impl.SqliteConnectionImpl;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.SqlConnection;

/**
 * A connection to a SQLite database: one worker thread and its file handle.
 *
 * <pre>{@code
 * SqliteConnection.connect(vertx, new SqliteConnectOptions().setPath("app.db"))
 *     .compose(connection -> connection.query("select sqlite_version()").execute());
 * }</pre>
 *
 * <p>Its futures complete on the context that it was obtained on; its methods may be called from any thread.
 */
public interface SqliteConnection extends SqlConnection {

  /**
   * Opens a connection outside of any pool; it is closed with the verticle that opened it, or by its user.
   *
   * @param vertx the Vert.x instance
   * @param options what to open
   * @return the connection; fails with {@link SqliteException} or {@link IllegalArgumentException} if it cannot be
   */
  static Future<SqliteConnection> connect(Vertx vertx, SqliteConnectOptions options) {
    return SqliteConnectionImpl.connect((ContextInternal) vertx.getOrCreateContext(), options);
  }

  /**
   * As {@link #connect(Vertx, SqliteConnectOptions)} with the options of a URL.
   *
   * @param vertx the Vert.x instance
   * @param uri for example {@code sqlite:app.db}
   * @return the connection
   * @throws IllegalArgumentException if it is no SQLite URL
   */
  static Future<SqliteConnection> connect(Vertx vertx, String uri) {
    return connect(vertx, SqliteConnectOptions.fromUri(uri));
  }

  /**
   * Casts a connection that a pool of this driver gave.
   *
   * @param connection the connection
   * @return the same
   * @throws ClassCastException if it is another driver's
   */
  static SqliteConnection cast(SqlConnection connection) {
    return (SqliteConnection) connection;
  }

  @Override
  SqliteConnection prepare(String sql, Handler<AsyncResult<PreparedStatement>> handler);

  @Override
  SqliteConnection exceptionHandler(Handler<Throwable> handler);

  @Override
  SqliteConnection closeHandler(Handler<Void> handler);
}

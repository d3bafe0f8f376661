package dev.pinion.sqlclient;

import dev.pinion.sqlclient.impl.SqliteConnectionImpl;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;

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
   * <p>If the file cannot be opened (not there yet, say, with {@code mode=rw}), that is tried again as often as
   * {@code reconnectAttempts} says (0 by default, -1 for ever), {@code reconnectInterval} milliseconds apart; bad
   * options fail at once. A pool does the same, and stops when it is closed.
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

  /**
   * Stops the statement that this connection runs, or else the one that it would run next; it fails with
   * {@code SQLITE_INTERRUPT} (SQLState 57014). Statements behind it and other connections are not touched, and nothing
   * happens if the connection is idle. May be called from any thread.
   *
   * <p>If the statement was writing inside of a transaction, SQLite rolls the whole transaction back
   * (c3ref/interrupt.html).
   *
   * @return done when the statement has been told; that it has stopped is told by its own future
   */
  Future<Void> interrupt();

  /**
   * Begins a transaction that only reads, whatever the transaction mode of the options: it takes no write gate, waits
   * for no writer in WAL mode, and all that it reads is of one moment, that of its first reading (isolation.html,
   * "Isolation And Concurrency"). A statement in it that writes, but to temporary tables, fails with
   * {@code SQLITE_READONLY} (SQLState 25006) and is not run.
   *
   * @return the transaction; commit and rollback end it alike
   * @throws IllegalStateException if the connection is in a transaction
   */
  Future<Transaction> beginReadOnly();

  /**
   * Makes a function known to the SQL of this connection, in place of one of the same name and number of arguments,
   * built-in ones too. To have it on every connection of a pool, create it in the connect handler
   * ({@link SqlitePool#preparing}); a connection whose user creates one is not used again when it is given back.
   *
   * @param name what SQL calls it: an identifier of at most 255 bytes, in any case
   * @param arguments how many arguments it takes, 0 to 127, or -1 for any number (c3ref/create_function.html)
   * @param function the function, called on the connection's own thread
   * @param traits what SQLite may rely on
   * @return done when SQL can call it; fails with {@link SqliteException} while a cursor of the connection is open that
   *     uses what would be replaced
   * @throws IllegalArgumentException if name or number are not as above, or the traits contradict each other
   */
  Future<Void> createFunction(String name, int arguments, SqliteFunction function, SqliteFunction.Trait... traits);

  @Override
  SqliteConnection prepare(String sql, Handler<AsyncResult<PreparedStatement>> handler);

  @Override
  SqliteConnection exceptionHandler(Handler<Throwable> handler);

  @Override
  SqliteConnection closeHandler(Handler<Void> handler);
}

package dev.pinion.sqlclient.tck;

import dev.pinion.sqlclient.OpenMode;
import dev.pinion.sqlclient.SqliteBuilder;
import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteConnection;
import dev.pinion.sqlclient.testing.Jdbc;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.tck.Connector;
import java.sql.SQLException;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** A file with the tables that the tests of the Vert.x SQL client expect, made anew for each test class. */
final class TckDatabase extends ExternalResource {

  private final TemporaryFolder folder = new TemporaryFolder();
  private String path;

  @Override
  protected void before() throws Throwable {
    folder.create();
    path = folder.getRoot().toPath().resolve("tck.db").toString();
    Jdbc.run(path, "PRAGMA journal_mode=WAL");
    Jdbc.runResource(path, "/tck.sql");
  }

  @Override
  protected void after() {
    folder.delete();
  }

  /** The file must exist already: the tests name a database that must not be there. */
  SqliteConnectOptions options() {
    return new SqliteConnectOptions().setPath(path).setOpenMode(OpenMode.READ_WRITE);
  }

  Pool pool(Vertx vertx, int size) {
    return pool(vertx, options(), size);
  }

  static Pool pool(Vertx vertx, SqlConnectOptions options, int size) {
    return SqliteBuilder.pool().connectingTo(options).with(new PoolOptions().setMaxSize(size)).using(vertx).build();
  }

  Connector<SqlConnection> connectionConnector(Vertx vertx) {
    return connectionConnector(vertx, options());
  }

  /** The options are read at each connect: the tests change them as they go. */
  static Connector<SqlConnection> connectionConnector(Vertx vertx, SqlConnectOptions options) {
    return new Connector<>() {
      @Override
      public void connect(Handler<AsyncResult<SqlConnection>> handler) {
        SqliteConnection.connect(vertx, (SqliteConnectOptions) options)
            .<SqlConnection>map(connection -> connection).onComplete(handler);
      }

      @Override
      public void close() {
        // Each connection is closed by its test or with the Vert.x instance.
      }
    };
  }

  Connector<SqlConnection> poolConnector(Vertx vertx) {
    return poolConnector(vertx, options());
  }

  /** The pool is built at the first connect, when the test has set its options. */
  static Connector<SqlConnection> poolConnector(Vertx vertx, SqlConnectOptions options) {
    return new Connector<>() {
      private Pool pool;

      @Override
      public void connect(Handler<AsyncResult<SqlConnection>> handler) {
        if (pool == null) {
          pool = pool(vertx, options, 4);
        }
        pool.getConnection().onComplete(handler);
      }

      @Override
      public void close() {
        if (pool != null) {
          pool.close();
        }
      }
    };
  }

  /** What the tests do by TRUNCATE TABLE, which SQLite does not have. */
  void clearMutable() {
    try {
      Jdbc.run(path, "DELETE FROM mutable");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static String placeholders(String... parts) {
    return String.join("?", parts);
  }
}

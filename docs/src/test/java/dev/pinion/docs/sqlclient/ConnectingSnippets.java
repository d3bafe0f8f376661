package dev.pinion.docs.sqlclient;

import dev.pinion.sqlclient.Durability;
import dev.pinion.sqlclient.SqliteBuilder;
import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteConnection;
import dev.pinion.sqlclient.SqliteFunction;
import dev.pinion.sqlclient.SqlitePool;
import dev.pinion.sqlclient.Synchronous;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Locale;

/** How to connect, for the page of the SQL client. */
final class ConnectingSnippets {

  Future<RowSet<Row>> gettingStarted(Vertx vertx) {
    // snippet
    Pool pool = SqliteBuilder.pool()
        .connectingTo("sqlite::memory:")
        .using(vertx)
        .build();

    return pool.query("select sqlite_version() as version").execute()
        .onSuccess(rows -> System.out.println("SQLite " + rows.iterator().next().getString("version")))
        .eventually(() -> pool.close());
    // end
  }

  Pool dataObject(Vertx vertx) {
    // snippet
    SqliteConnectOptions options = new SqliteConnectOptions()
        .setPath("app.db")
        .setSynchronous(Synchronous.NORMAL)
        .setStatementTimeout(10_000)
        .addPragma("cache_size", "-64000");

    Pool pool = SqliteBuilder.pool()
        .connectingTo(options)
        .with(new PoolOptions().setMaxSize(8))
        .using(vertx)
        .build();
    // end
    return pool;
  }

  SqliteConnectOptions groupCommit() {
    // snippet
    SqliteConnectOptions options = new SqliteConnectOptions()
        .setPath("app.db")
        .setGroupCommitSize(64)
        .setGroupCommitDelay(200);
    // end
    return options;
  }

  SqliteConnectOptions groupedDurability() {
    // snippet
    SqliteConnectOptions options = new SqliteConnectOptions()
        .setPath("app.db")
        .setDurability(Durability.GROUPED);
    // end
    return options;
  }

  SqliteConnectOptions json() {
    // snippet
    SqliteConnectOptions options = new SqliteConnectOptions(new JsonObject()
        .put("database", "app.db")
        .put("synchronous", "NORMAL")
        .put("pragmas", new JsonObject().put("cache_size", "-64000")));
    // end
    return options;
  }

  SqliteConnectOptions url() {
    // snippet
    SqliteConnectOptions options = SqliteConnectOptions.fromUri(
        "sqlite:///data/app.db?synchronous=normal&statement_timeout=10000&cache_size=-64000");
    // end
    return options;
  }

  Future<RowSet<Row>> connection(Vertx vertx) {
    // snippet
    return SqliteConnection.connect(vertx, "sqlite:app.db")
        .compose(connection -> connection.query("select 1").execute()
            .eventually(() -> connection.close()));
    // end
  }

  Pool sized(Vertx vertx) {
    // snippet
    Pool pool = SqliteBuilder.pool()
        .connectingTo("sqlite:app.db")
        .with(new PoolOptions().setMaxSize(8).setMaxWaitQueueSize(1_000))
        .using(vertx)
        .build();
    // end
    return pool;
  }

  Pool shared(Vertx vertx) {
    // snippet
    Pool pool = SqliteBuilder.pool()
        .connectingTo("sqlite:app.db")
        .with(new PoolOptions().setShared(true).setName("app"))
        .using(vertx)
        .build();
    // end
    return pool;
  }

  Pool prepared(Vertx vertx) {
    // snippet
    Pool pool = SqliteBuilder.pool()
        .connectingTo("sqlite:app.db")
        .withConnectHandler(SqlitePool.preparing(connection ->
            connection.query("attach 'archive.db' as archive").execute()))
        .using(vertx)
        .build();
    // end
    return pool;
  }

  Pool functions(Vertx vertx) {
    // snippet
    Pool pool = SqliteBuilder.pool()
        .connectingTo("sqlite:app.db")
        .withConnectHandler(SqlitePool.preparing(connection -> connection.createFunction("slug", 1,
            arguments -> ((String) arguments.get(0)).toLowerCase(Locale.ROOT).replace(' ', '-'),
            SqliteFunction.Trait.DETERMINISTIC, SqliteFunction.Trait.INNOCUOUS)))
        .using(vertx)
        .build();
    // end
    return pool;
  }
}

package dev.pinion.docs.sqlclient;

import dev.pinion.sqlclient.SqliteBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/** The SQL client's part of the README. */
final class SqlClientSnippets {

  Pool pool(Vertx vertx) {
    // snippet
    Pool pool = SqliteBuilder.pool()
        .connectingTo("sqlite:app.db")
        .with(new PoolOptions().setMaxSize(8))
        .using(vertx)
        .build();
    // end
    return pool;
  }

  Future<RowSet<Row>> transfer(Pool pool, long from, long to, long amount) {
    // snippet
    return pool.withTransaction(connection -> connection
        .preparedQuery("update account set balance = balance - ? where id = ?")
        .execute(Tuple.of(amount, from))
        .compose(done -> connection
            .preparedQuery("update account set balance = balance + ? where id = ? returning balance")
            .execute(Tuple.of(amount, to))));
    // end
  }
}

package dev.pinion.docs.sqlclient;

import dev.pinion.sqlclient.SqliteBuilder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** SmallRye's Mutiny binding, for the page of the SQL client. */
final class MutinySnippets {

  Pool pool(Vertx vertx) {
    // snippet
    Pool pool = Pool.newInstance(SqliteBuilder.pool().connectingTo("sqlite:app.db").using(vertx).build());
    // end
    return pool;
  }

  Uni<RowSet<Row>> transfer(Pool pool, long from, long to, long amount) {
    // snippet
    return pool.withTransaction(connection -> connection
        .preparedQuery("update account set balance = balance - ? where id = ?")
        .execute(Tuple.of(amount, from))
        .chain(() -> connection
            .preparedQuery("update account set balance = balance + ? where id = ? returning balance")
            .execute(Tuple.of(amount, to))));
    // end
  }

  Multi<String> owners(Pool pool) {
    // snippet
    return Multi.createFrom().resource(() -> pool.getConnection().memoize().indefinitely(), leased -> leased
            .chain(connection -> connection.prepare("select owner from account order by id"))
            .onItem().transformToMulti(statement -> statement.createStream(50).toMulti()))
        .withFinalizer((Uni<SqlConnection> leased) -> leased.chain(SqlConnection::close))
        .map(row -> row.getString("owner"));
    // end
  }
}

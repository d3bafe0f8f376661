package dev.pinion.docs.sqlclient;

import dev.pinion.sqlclient.SqliteConnection;
import dev.pinion.sqlclient.SqliteConstraint;
import dev.pinion.sqlclient.SqliteException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;

/** Transactions, cancelling and errors, for the page of the SQL client. */
final class TransactionSnippets {

  /** What an application makes of a violated constraint. */
  static final class EmailTaken extends RuntimeException {
  }

  Future<Void> byHand(SqlConnection connection) {
    // snippet
    return connection.begin().compose(transaction -> connection
        .query("update account set balance = 0").execute()
        .compose(done -> transaction.commit(),
            error -> transaction.rollback().compose(undone -> Future.failedFuture(error))));
    // end
  }

  Future<RowSet<Row>> savepoint(Pool pool) {
    // snippet
    return pool.withTransaction(connection -> connection
        .query("insert into account (owner) values ('Ahab')").execute()
        .compose(done -> connection.query("savepoint maybe").execute())
        .compose(done -> connection.query("insert into account (owner) values ('Jonah')").execute())
        .compose(done -> connection.query("rollback to maybe; release maybe").execute()));
    // end
  }

  // snippet
  <T> Future<T> retrying(Pool pool, int attempts, Function<SqlConnection, Future<T>> work) {
    return pool.withTransaction(work).recover(error ->
        attempts > 1 && error instanceof SqliteException e && e.isRetryable()
            ? retrying(pool, attempts - 1, work)
            : Future.failedFuture(error));
  }
  // end

  Future<RowSet<Row>> interrupt(Vertx vertx, Pool pool, String report) {
    // snippet
    return pool.withConnection(connection -> {
      long timer = vertx.setTimer(2_000, late -> SqliteConnection.cast(connection).interrupt());
      return connection.query(report).execute()
          .onComplete(done -> vertx.cancelTimer(timer));
    });
    // end
  }

  Future<RowSet<Row>> constraint(Pool pool, String owner, String email) {
    // snippet
    return pool.preparedQuery("insert into account (owner, email) values (?, ?)")
        .execute(Tuple.of(owner, email))
        .recover(error -> {
          if (error instanceof SqliteException e && e.constraint() != null
              && e.constraint().kind() == SqliteConstraint.Kind.UNIQUE
              && e.constraint().columns().contains("email")) {
            return Future.failedFuture(new EmailTaken());
          }
          return Future.failedFuture(error);
        });
    // end
  }
}

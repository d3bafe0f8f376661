package dev.pinion.docs.sqlclient;

import dev.pinion.sqlclient.SqliteClient;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** How to run queries, for the page of the SQL client. */
final class QuerySnippets {

  Future<RowSet<Row>> script(Pool pool) {
    // snippet
    return pool.query("""
        create table if not exists account (
          id integer primary key,
          owner text not null,
          email text unique,
          balance integer not null default 0,
          settings text);
        create index if not exists account_owner on account (owner);
        """).execute();
    // end
  }

  Future<List<String>> simple(Pool pool) {
    // snippet
    return pool.query("select id, owner from account order by id").execute().map(rows -> {
      List<String> lines = new ArrayList<>();
      for (Row row : rows) {
        lines.add(row.getLong("id") + " " + row.getString("owner"));
      }
      return lines;
    });
    // end
  }

  Future<RowSet<Row>> prepared(Pool pool, String owner) {
    // snippet
    return pool.preparedQuery("select id, balance from account where owner = ?")
        .execute(Tuple.of(owner));
    // end
  }

  Future<Integer> update(Pool pool, long bonus) {
    // snippet
    return pool.preparedQuery("update account set balance = balance + ?")
        .execute(Tuple.of(bonus))
        .map(SqlResult::rowCount);
    // end
  }

  Future<RowSet<Row>> batch(Pool pool) {
    // snippet
    return pool.preparedQuery("insert into account (owner, email) values (?, ?)")
        .executeBatch(List.of(
            Tuple.of("Ahab", "ahab@example.org"),
            Tuple.of("Ishmael", "ishmael@example.org")));
    // end
  }

  Future<List<Integer>> severalStatements(Pool pool) {
    // snippet
    return pool.query("select 1; select 2; select 3").execute().map(first -> {
      List<Integer> numbers = new ArrayList<>();
      for (RowSet<Row> rows = first; rows != null; rows = rows.next()) {
        numbers.add(rows.iterator().next().getInteger(0));
      }
      return numbers;
    });
    // end
  }

  Future<Long> returning(Pool pool, String owner) {
    // snippet
    return pool.preparedQuery("insert into account (owner) values (?) returning id, balance")
        .execute(Tuple.of(owner))
        .map(rows -> rows.iterator().next().getLong("id"));
    // end
  }

  Future<Long> lastInsertedId(Pool pool, String owner) {
    // snippet
    return pool.preparedQuery("insert into account (owner) values (?)")
        .execute(Tuple.of(owner))
        .map(rows -> rows.property(SqliteClient.LAST_INSERTED_ID));
    // end
  }

  Future<Map<Long, String>> collector(Pool pool) {
    // snippet
    return pool.query("select id, owner from account")
        .collecting(Collectors.toMap(row -> row.getLong("id"), row -> row.getString("owner")))
        .execute()
        .map(SqlResult::value);
    // end
  }

  Future<JsonObject> json(Pool pool, long id) {
    // snippet
    return pool.preparedQuery("update account set settings = ?1 where id = ?2")
        .execute(Tuple.of(new JsonObject().put("theme", "dark"), id))
        .compose(done -> pool.preparedQuery(
                "select settings from account where id = ? and settings ->> 'theme' = 'dark'")
            .execute(Tuple.of(id)))
        .map(rows -> rows.iterator().next().getJsonObject("settings"));
    // end
  }

  Future<RowSet<Row>> connection(Pool pool) {
    // snippet
    return pool.withConnection(connection -> connection
        .query("create temp table chosen (id integer primary key)").execute()
        .compose(created -> connection.query("insert into chosen select id from account").execute())
        .compose(filled -> connection.query("select count(*) from chosen").execute()));
    // end
  }

  Future<RowSet<Row>> cursor(SqlConnection connection) {
    // snippet
    return connection.prepare("select id from account where balance > ? order by id").compose(statement -> {
      Cursor cursor = statement.cursor(Tuple.of(0));
      return cursor.read(50)
          .eventually(() -> cursor.close());
    });
    // end
  }

  Future<Void> stream(Pool pool, Consumer<Row> line) {
    // snippet
    return pool.withConnection(connection -> connection.prepare("select * from account").compose(statement -> {
      RowStream<Row> stream = statement.createStream(100);
      Promise<Void> ended = Promise.promise();
      stream.exceptionHandler(ended::tryFail);
      stream.endHandler(ended::tryComplete);
      stream.handler(line::accept);
      return ended.future();
    }));
    // end
  }
}

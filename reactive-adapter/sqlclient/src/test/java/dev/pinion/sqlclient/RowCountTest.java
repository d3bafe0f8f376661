package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row count is what the statement itself did, or how many rows it returned, as with the PostgreSQL client. */
class RowCountTest extends DatabaseTest {

  private SqliteConnection connection;

  @BeforeEach
  void createTables() {
    connection = connect();
    await(connection.query("create table t (id integer primary key, x unique); create table log (x);"
        + "create table child (id references t on delete cascade);"
        + "create view v as select * from t;"
        + "create trigger after_insert after insert on t begin insert into log values (1), (2), (3); end;"
        + "create trigger instead instead of insert on v begin insert into log values (1), (2); end;"
        + "insert into t values (1, 'a'), (2, 'b'), (3, 'c'); insert into child values (1), (1), (2);"
        + "create virtual table words using fts5 (x)").execute());
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", value = {
      "select * from t => 3",
      "select * from t where id = 9 => 0",
      "values (1), (2) => 2",
      "insert into t (x) values ('d'), ('e') => 2",
      "insert into t (x) select x || x from t => 3",
      "insert or ignore into t (x) values ('a'), ('d') => 1",
      "insert or ignore into t (x) values ('a') => 0",
      "replace into t (x) values ('a') => 1",
      "insert into t values (1, 'z') on conflict (id) do update set x = excluded.x => 1",
      "insert into t values (1, 'z') on conflict do nothing => 0",
      "update t set x = x || 'x' => 3",
      "update t set x = x where id = 9 => 0",
      "delete from t where id = 1 => 1",
      "delete from t => 3",
      "delete from t where id = 9 => 0",
      "insert into v values (7, 'g') => 0",
      "insert into words values ('a'), ('b') => 2",
      "with n (i) as (values (7), (8)) insert into t select i, i from n => 2",
      "insert into t (x) values ('d'), ('e') returning id => 2",
      "update t set x = x || 'x' where id > 1 returning id => 2",
      "update t set x = 'x' where id = 9 returning id => 0",
      "delete from t returning id, x => 3",
      "create table u as select * from t => 0",
      "create index ix on t (x) => 0",
      "alter table t add column y => 0",
      "alter table t drop column y => 0",
      "drop table t => 0",
      "pragma user_version = 7 => 0",
      "vacuum => 0",
      "analyze => 0",
      "begin => 0",
      "savepoint s => 0"})
  void the_row_count_is_of_the_statement_itself(String sql, int count) {
    if (sql.contains("drop column")) {
      run(connection, "alter table t add column y");
    } else if (sql.startsWith("drop table")) {
      run(connection, "drop table child");
    }
    run(connection, "insert into log values (1), (2), (3), (4), (5)");

    assertThat(run(connection, sql).rowCount()).isEqualTo(count);
  }

  @Test
  void the_rows_of_returning_are_there_and_have_columns() {
    RowSet<Row> result = run(connection, "update t set x = x || 'x' returning id, x as renamed");

    assertThat(result.size()).isEqualTo(3);
    assertThat(result.columnsNames()).containsExactly("id", "renamed");
    assertThat(result).extracting(row -> row.getString("renamed")).containsExactly("ax", "bx", "cx");
  }

  @Test
  void a_result_without_rows_has_columns() {
    RowSet<Row> selected = run(connection, "select id, x from t where id = 9");
    RowSet<Row> returned = run(connection, "delete from t where id = 9 returning id");

    assertThat(selected.columnsNames()).containsExactly("id", "x");
    assertThat(selected.size()).isZero();
    assertThat(selected.iterator().hasNext()).isFalse();
    assertThat(returned.columnsNames()).containsExactly("id");
  }

  @Test
  void a_statement_without_a_result_has_no_columns() {
    RowSet<Row> result = run(connection, "update t set x = x");

    assertThat(result.columnsNames()).isNull();
    assertThat(result.columnDescriptors()).isNull();
    assertThat(result.size()).isZero();
  }

  @Test
  void every_member_of_a_batch_has_its_own_count() {
    RowSet<Row> first = await(connection.preparedQuery("update t set x = x || 'x' where id >= ? returning id")
        .executeBatch(List.of(Tuple.of(2), Tuple.of(9), Tuple.of(1))));

    assertThat(first.rowCount()).isEqualTo(2);
    assertThat(first.next().rowCount()).isZero();
    assertThat(first.next().next().rowCount()).isEqualTo(3);
    assertThat(first.next().next().size()).isEqualTo(3);
    assertThat(first.next().next().next()).isNull();
  }
}

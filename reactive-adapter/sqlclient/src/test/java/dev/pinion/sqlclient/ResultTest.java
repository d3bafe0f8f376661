package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.Jdbc;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.SqlClientInternal;
import java.sql.JDBCType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTest extends DatabaseTest {

  private SqliteConnection connection;

  @BeforeEach
  void createTable() {
    connection = connect();
    run(connection, "create table t (id integer primary key, name varchar(20), amount numeric(10,2))");
  }

  @Test
  void an_insert_tells_the_rowid() {
    run(connection, "insert into t (id, name) values (41, 'a')");
    RowSet<Row> result = run(connection, "insert into t (name) values ('b')");

    assertThat(result.property(SqliteClient.LAST_INSERTED_ID)).isEqualTo(42L);
  }

  @Test
  void every_insert_of_a_batch_tells_its_rowid() {
    RowSet<Row> first = await(connection.preparedQuery("insert into t (name) values (?)")
        .executeBatch(List.of(Tuple.of("a"), Tuple.of("b"))));

    assertThat(first.property(SqliteClient.LAST_INSERTED_ID)).isEqualTo(1L);
    assertThat(first.next().property(SqliteClient.LAST_INSERTED_ID)).isEqualTo(2L);
  }

  @Test
  void an_update_tells_no_rowid() {
    run(connection, "insert into t (name) values ('a')");

    assertThat(run(connection, "update t set name = 'b'").property(SqliteClient.LAST_INSERTED_ID)).isNull();
  }

  @Test
  void the_row_count_is_of_the_statement_itself() {
    run(connection, "insert into t (name) values ('a'), ('b'), ('c')");

    assertThat(run(connection, "update t set name = 'x' where id > 1").rowCount()).isEqualTo(2);
    assertThat(run(connection, "update t set name = 'x' where id > 9").rowCount()).isZero();
    assertThat(run(connection, "create table u (x)").rowCount()).isZero();
    assertThat(run(connection, "delete from t").rowCount()).isEqualTo(3);
  }

  @Test
  void returning_gives_rows_and_the_row_count() {
    run(connection, "insert into t (name) values ('a'), ('b')");
    RowSet<Row> result = run(connection, "update t set name = 'x' returning id");

    assertThat(result.rowCount()).isEqualTo(2);
    assertThat(result.size()).isEqualTo(2);
  }

  @Test
  void columns_are_described() {
    RowSet<Row> result = run(connection, "select id, name, amount, 1 + 1 as two from t");

    assertThat(result.columnsNames()).containsExactly("id", "name", "amount", "two");
    assertThat(result.columnDescriptors()).extracting("typeName")
        .containsExactly("INTEGER", "varchar(20)", "numeric(10,2)", null);
    assertThat(result.columnDescriptors()).extracting(column -> column.jdbcType())
        .containsExactly(JDBCType.INTEGER, JDBCType.VARCHAR, JDBCType.NUMERIC, JDBCType.OTHER);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "integer | INTEGER", "bigint | BIGINT", "int8 | INTEGER", "smallint | SMALLINT", "tinyint | TINYINT",
      "varchar(20) | VARCHAR", "text | VARCHAR", "clob | CLOB", "blob | BLOB", "varbinary(16) | BLOB",
      "double precision | DOUBLE", "float | DOUBLE", "numeric(10,2) | NUMERIC", "decimal | NUMERIC",
      "boolean | BOOLEAN", "date | DATE", "time | TIME", "datetime | TIMESTAMP", "timestamp | TIMESTAMP",
      "timestamp with time zone | TIMESTAMP_WITH_TIMEZONE", "json | OTHER", "uuid | OTHER"})
  void a_declared_type_suggests_a_jdbc_type(String declared, JDBCType type) {
    run(connection, "create table u (x " + declared + ")");
    var column = run(connection, "select x as y from u").columnDescriptors().get(0);

    assertThat(column.name()).isEqualTo("y");
    assertThat(column.typeName()).isEqualToIgnoringCase(declared);
    assertThat(column.jdbcType()).isEqualTo(type);
    assertThat(column.isArray()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"current_timestamp, TIMESTAMP", "CURRENT_DATE, DATE", "current_time, TIME", "'date(''now'')', OTHER"})
  void the_current_time_has_a_jdbc_type_though_nothing_declares_it(String expression, JDBCType type) {
    assertThat(run(connection, "select " + expression).columnDescriptors().get(0).jdbcType()).isEqualTo(type);
  }

  @Test
  void several_statements_give_several_results() {
    RowSet<Row> first = await(connection.query(
        "insert into t (name) values ('a;b'); select name from t; create table u (x)").execute());

    assertThat(first.rowCount()).isEqualTo(1);
    assertThat(first.next().iterator().next().getString("name")).isEqualTo("a;b");
    assertThat(first.next().next().columnsNames()).isNull();
    assertThat(first.next().next().next()).isNull();
  }

  @Test
  void a_trigger_can_be_created_by_a_simple_query() {
    await(connection.query("create trigger tr after insert on t begin update t set name = 'x' where id = new.id; end; "
        + "insert into t (name) values ('a')").execute());

    assertThat(single(connection, "select name from t")).isEqualTo("x");
  }

  @Test
  void a_cached_statement_sees_a_column_that_another_connection_added() {
    run(connection, "insert into t (name) values ('a')");
    assertThat(run(connection, "select * from t").columnsNames()).hasSize(3);
    run(connect(), "alter table t add column extra default 'x'");

    assertThat(run(connection, "select * from t").iterator().next().getString("extra")).isEqualTo("x");
  }

  @Test
  void a_cached_statement_sees_a_column_that_another_process_added() throws Exception {
    run(connection, "insert into t (name) values ('a')");
    assertThat(run(connection, "select * from t").columnsNames()).hasSize(3);
    Jdbc.run(file().toString(), "alter table t add column extra default 'x'");

    assertThat(run(connection, "select * from t").iterator().next().getString("extra")).isEqualTo("x");
  }

  @Test
  void a_cached_statement_sees_a_column_that_another_connection_renamed() {
    assertThat(run(connection, "select * from t").columnsNames()).contains("name");
    run(connect(), "alter table t rename column name to title");

    assertThat(run(connection, "select * from t").columnsNames()).containsExactly("id", "title", "amount");
  }

  @Test
  void a_statement_works_again_after_it_failed() {
    run(connection, "insert into t (id) values (1)");
    failure(SqliteException.class, connection.preparedQuery("insert into t (id) values (?)").execute(Tuple.of(1)));

    assertThat(run(connection, "insert into t (id) values (?)", 2).rowCount()).isEqualTo(1);
  }

  @Test
  void the_same_statement_can_be_open_in_two_cursors() {
    run(connection, "insert into t (name) values ('a'), ('b'), ('c')");
    var statement = await(connection.prepare("select id from t order by id"));
    var one = statement.cursor(Tuple.tuple());
    var two = statement.cursor(Tuple.tuple());
    await(one.read(2));

    assertThat(await(two.read(1)).iterator().next().getInteger(0)).isEqualTo(1);
    assertThat(await(one.read(2)).iterator().next().getInteger(0)).isEqualTo(3);
  }

  @Test
  void a_group_of_queries_runs_in_order() {
    List<Future<?>> results = new ArrayList<>();
    ((SqlClientInternal) pool(1)).group(client -> {
      results.add(client.query("insert into t (name) values ('a')").execute());
      results.add(client.query("update t set name = 'b'").execute());
    });
    results.forEach(DatabaseTest::await);

    assertThat(single(connection, "select name from t")).isEqualTo("b");
  }
}

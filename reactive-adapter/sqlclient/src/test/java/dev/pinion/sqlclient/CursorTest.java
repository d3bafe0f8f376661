package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CursorTest extends DatabaseTest {

  private SqliteConnection connection;

  @BeforeEach
  void createTable() {
    connection = connect();
    run(connection, "create table t (id integer primary key)");
    run(connection, "insert into t with recursive n(i) as (select 1 union all select i + 1 from n where i < 10) "
        + "select i from n");
  }

  @Test
  void rows_are_computed_only_when_they_are_read() {
    Cursor cursor = cursor("with recursive n(i) as (select 1 union all select i + 1 from n) select i from n");

    assertThat(ids(await(cursor.read(3)))).containsExactly(1, 2, 3);
    assertThat(ids(await(cursor.read(2)))).containsExactly(4, 5);
    assertThat(cursor.hasMore()).isTrue();
    await(cursor.close());
  }

  @Test
  void a_cursor_knows_its_end() {
    Cursor cursor = cursor("select id from t order by id");
    await(cursor.read(9));
    assertThat(cursor.hasMore()).isTrue();

    assertThat(ids(await(cursor.read(9)))).containsExactly(10);
    assertThat(cursor.hasMore()).isFalse();
  }

  @Test
  void a_cursor_without_rows_has_columns_and_no_more() {
    Cursor cursor = cursor("select id from t where id > 100");
    RowSet<Row> rows = await(cursor.read(5));

    assertThat(rows.columnsNames()).containsExactly("id");
    assertThat(cursor.hasMore()).isFalse();
  }

  @Test
  void two_cursors_interleave_on_one_connection() {
    Cursor up = cursor("select id from t order by id");
    Cursor down = cursor("select id from t order by id desc");

    assertThat(ids(await(up.read(2)))).containsExactly(1, 2);
    assertThat(ids(await(down.read(2)))).containsExactly(10, 9);
    assertThat(ids(await(up.read(2)))).containsExactly(3, 4);
    assertThat(ids(await(down.read(2)))).containsExactly(8, 7);
  }

  @Test
  void a_cursor_reads_one_snapshot_whatever_is_written_meanwhile() {
    Cursor cursor = cursor("select id from t order by id");
    await(cursor.read(1));
    run(connect(), "delete from t");

    assertThat(ids(await(cursor.read(100)))).hasSize(9);
  }

  @Test
  void an_open_cursor_keeps_its_snapshot_from_being_checkpointed_away() {
    Cursor cursor = cursor("select id from t order by id");
    await(cursor.read(1));

    assertThat(checkpointIsBusy()).isTrue();
    await(cursor.close());
  }

  @Test
  void closing_a_cursor_early_frees_its_snapshot() {
    Cursor cursor = cursor("select id from t order by id");
    await(cursor.read(1));
    await(cursor.close());

    assertThat(checkpointIsBusy()).isFalse();
  }

  @Test
  void reading_a_cursor_to_its_end_frees_its_snapshot() {
    await(cursor("select id from t order by id").read(100));

    assertThat(checkpointIsBusy()).isFalse();
  }

  @Test
  void a_cursor_goes_on_after_a_commit() {
    Transaction transaction = await(connection.begin());
    Cursor cursor = cursor("select id from t order by id");
    await(cursor.read(1));
    run(connection, "insert into t values (100)");
    await(transaction.commit());

    assertThat(ids(await(cursor.read(5)))).containsExactly(2, 3, 4, 5, 6);
  }

  @Test
  void a_commit_under_an_open_cursor_is_seen_by_others() {
    Transaction transaction = await(connection.begin());
    await(cursor("select id from t order by id").read(1));
    run(connection, "insert into t values (100)");
    await(transaction.commit());

    assertThat(single(connect(), "select count(*) from t")).isEqualTo(11L);
  }

  @Test
  void a_cursor_goes_on_after_a_rollback() {
    Transaction transaction = await(connection.begin());
    Cursor cursor = cursor("select id from t order by id");
    await(cursor.read(1));
    run(connection, "delete from t where id = 10");
    await(transaction.rollback());

    assertThat(ids(await(cursor.read(100)))).contains(9, 10);
  }

  @Test
  void a_cursor_whose_connection_was_given_back_does_not_start_again() {
    Pool pool = pool(1);
    SqlConnection leased = await(pool.getConnection());
    Cursor cursor = await(leased.prepare("select id from t order by id")).cursor(Tuple.tuple());
    await(cursor.read(1));
    await(leased.close());
    SqlConnection again = await(pool.getConnection());

    assertThat(failure(SqliteException.class, cursor.read(1)).getSqlState()).isEqualTo("24000");
    await(again.close());
  }

  @Test
  void a_cursor_of_a_lost_transaction_gives_no_more_rows() {
    await(connection.begin());
    Cursor cursor = cursor("select id from t order by id");
    await(cursor.read(1));
    failure(SqliteException.class, connection.query("insert or rollback into t values (1)").execute());

    assertThat(failure(SqliteException.class, cursor.read(1)).getSqlState()).isEqualTo("40000");
  }

  @Test
  void a_cursor_that_fails_half_way_frees_its_statement() {
    Cursor cursor = cursor("select case when id = 3 then abs(-9223372036854775807 - 1) else id end from t order by id");
    await(cursor.read(2));
    SqliteException error = failure(SqliteException.class, cursor.read(2));

    assertThat(error).hasMessageContaining("integer overflow");
    assertThat(checkpointIsBusy()).isFalse();
  }

  @Test
  void a_cursor_takes_parameters() {
    Cursor cursor = await(connection.prepare("select id from t where id between ? and ? order by id"))
        .cursor(Tuple.of(4, 6));

    assertThat(ids(await(cursor.read(100)))).containsExactly(4, 5, 6);
  }

  @Test
  void a_cursor_with_the_wrong_number_of_parameters_is_refused() {
    assertThat(failure(Exception.class, await(connection.prepare("select id from t where id = ?"))
        .cursor(Tuple.tuple()).read(1))).hasMessageContaining("expected number of parameters = [1]");
  }

  private Cursor cursor(String sql) {
    return await(connection.prepare(sql)).cursor();
  }

  /** A checkpoint can end the log only when nobody reads from it (pragma.html#pragma_wal_checkpoint). */
  private boolean checkpointIsBusy() {
    SqliteConnection other = await(SqliteConnection.connect(vertx, options().setBusyTimeout(0)));
    return single(other, "pragma wal_checkpoint(truncate)").equals(1L);
  }

  private static List<Integer> ids(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getInteger(0)).toList();
  }
}

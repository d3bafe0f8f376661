package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteGateTest extends DatabaseTest {

  @BeforeEach
  void createCounter() {
    SqliteConnection connection = connect();
    run(connection, "create table counter (n integer)");
    run(connection, "insert into counter values (0)");
    await(connection.close());
  }

  @Test
  void transactions_of_one_pool_that_read_and_then_write_lose_no_update() {
    Pool pool = pool(8);
    await(Future.join(increments(pool, 200)));

    assertThat(single(pool, "select n from counter")).isEqualTo(200L);
  }

  @Test
  void transactions_of_two_pools_that_read_and_then_write_lose_no_update() {
    Pool one = pool(4);
    Pool two = pool(4);
    List<Future<?>> all = new ArrayList<>(increments(one, 100));
    all.addAll(increments(two, 100));
    await(Future.join(all));

    assertThat(single(one, "select n from counter")).isEqualTo(200L);
  }

  @Test
  void autocommit_writes_from_many_connections_all_succeed() {
    Pool pool = pool(8);
    await(Future.join(IntStream.range(0, 200)
        .mapToObj(i -> pool.query("update counter set n = n + 1").execute()).toList()));

    assertThat(single(pool, "select n from counter")).isEqualTo(200L);
  }

  @Test
  void who_waits_for_the_gate_goes_on_when_the_transaction_ends() {
    SqliteConnection first = connect();
    Transaction transaction = await(first.begin());
    Future<?> second = connect().query("update counter set n = 2").execute();
    run(first, "update counter set n = 1");
    assertThat(second.isComplete()).isFalse();
    await(transaction.commit());
    await(second);

    assertThat(single(first, "select n from counter")).isEqualTo(2L);
  }

  @Test
  void readers_do_not_wait_for_a_writer() {
    SqliteConnection writer = connect();
    await(writer.begin());
    run(writer, "update counter set n = 1");

    assertThat(single(connect(), "select n from counter")).isEqualTo(0L);
  }

  @Test
  void readers_do_not_wait_for_a_checkpoint() {
    SqliteConnection old = connect();
    Cursor snapshot = await(old.prepare("select n from counter union all select 1")).cursor(Tuple.tuple());
    await(snapshot.read(1));
    run(connect(), "update counter set n = 1");
    Future<?> checkpoint = connect().query("pragma wal_checkpoint(truncate)").execute();

    assertThat(single(connect(), "select n from counter")).isEqualTo(1L);
    assertThat(checkpoint.isComplete()).as("It waits for the old snapshot").isFalse();
    await(snapshot.close());
    await(checkpoint);
  }

  @Test
  void writing_to_a_temporary_table_does_not_wait_for_a_writer() {
    SqliteConnection other = connect();
    run(other, "create temp table scratch (x)");
    await(connect().begin());

    assertThat(run(other, "insert into scratch values (1)").rowCount()).isEqualTo(1);
  }

  @Test
  void a_transaction_that_never_ends_is_named_to_those_who_wait() {
    await(connect().begin());
    SqlConnection waiting = await(SqliteConnection.connect(vertx, options().setWriteGateTimeout(50)));
    SqliteException error =
        failure(SqliteException.class, waiting.query("update counter set n = 1").execute());

    assertThat(error.getSqlState()).isEqualTo("55P03");
    assertThat(error).hasMessageContaining("has kept the write gate for more than 50 ms");
  }

  @Test
  void a_reading_cursor_holds_no_gate() {
    SqliteConnection reader = connect();
    await(reader.prepare("select n from counter union all select 1")
        .compose(statement -> statement.cursor(Tuple.tuple()).read(1)));

    assertThat(run(connect(), "update counter set n = 1").rowCount()).isEqualTo(1);
  }

  @Test
  void a_writing_cursor_holds_the_gate_until_it_is_read_to_its_end() {
    SqliteConnection writer = connect();
    run(writer, "insert into counter values (10)");
    Cursor cursor =
        await(writer.prepare("update counter set n = n + 1 returning n")).cursor(Tuple.tuple());
    await(cursor.read(1));
    Future<?> second = connect().query("update counter set n = 100").execute();
    run(writer, "select 1");
    assertThat(second.isComplete()).isFalse();
    await(cursor.read(5));

    await(second);
  }

  private static List<Future<Void>> increments(Pool pool, int count) {
    return IntStream.range(0, count).mapToObj(i -> pool.withTransaction(connection ->
        connection.query("select n from counter").execute()
            .compose(rows -> connection.preparedQuery("update counter set n = ?")
                .execute(Tuple.of(rows.iterator().next().getLong(0) + 1)))
            .<Void>mapEmpty())).toList();
  }
}

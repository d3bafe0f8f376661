package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterruptTest extends DatabaseTest {

  private static final String ENDLESS =
      "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";
  private static final String ENDLESS_WRITE =
      "insert into t with recursive n(i) as (select 1 union all select i + 1 from n) select i from n";

  private SqliteConnection connection;

  @BeforeEach
  void createTable() {
    connection = connect();
    run(connection, "create table t (x)");
  }

  @Test
  void a_running_statement_stops() {
    assertInterrupted(interrupted(connection.query(ENDLESS).execute()));
  }

  @Test
  void the_connection_works_on_after_an_interrupt() {
    interrupted(connection.query(ENDLESS).execute());

    assertThat(single(connection, "select 1")).isEqualTo(1L);
  }

  @Test
  void an_interrupt_of_an_idle_connection_does_not_hit_its_next_statement() {
    run(connection, "select 1");
    await(connection.interrupt());

    assertThat(single(connection,
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000) select count(*) from n"))
        .isEqualTo(100_000L);
  }

  @Test
  void statements_that_wait_behind_are_not_hit() {
    Future<?> endless = connection.query(ENDLESS).execute();
    Future<?> behind = connection.query("insert into t values (1)").execute();
    interrupted(endless);
    await(behind);

    assertThat(single(connection, "select count(*) from t")).isEqualTo(1L);
  }

  @Test
  void an_open_cursor_of_the_same_connection_is_not_hit() {
    run(connection, "insert into t values (1), (2), (3)");
    Cursor cursor = await(connection.prepare("select x from t order by x")).cursor();
    await(cursor.read(1));
    interrupted(connection.query(ENDLESS).execute());

    assertThat(await(cursor.read(5))).extracting(row -> row.getInteger(0)).containsExactly(2, 3);
  }

  @Test
  void a_write_that_is_interrupted_leaves_nothing_behind() {
    interrupted(connection.query(ENDLESS_WRITE).execute());

    assertThat(single(connection, "select count(*) from t")).isEqualTo(0L);
  }

  @Test
  void a_write_that_is_interrupted_in_a_transaction_loses_the_transaction() {
    Transaction transaction = await(connection.begin());
    run(connection, "insert into t values (1)");
    interrupted(connection.query(ENDLESS_WRITE).execute());

    assertThat(failure(SqliteException.class, transaction.commit()).getSqlState()).isEqualTo("40000");
    assertThat(single(connection, "select count(*) from t")).isEqualTo(0L);
  }

  @Test
  void a_read_that_is_interrupted_in_a_transaction_leaves_the_transaction_open() {
    Transaction transaction = await(connection.begin());
    run(connection, "insert into t values (1)");
    interrupted(connection.query(ENDLESS).execute());
    await(transaction.commit());

    assertThat(single(connection, "select count(*) from t")).isEqualTo(1L);
  }

  @Test
  void a_batch_that_is_interrupted_takes_no_effect() {
    List<Tuple> rows = List.of(Tuple.of(1), Tuple.of(Long.MAX_VALUE));
    assertInterrupted(interrupted(connection.preparedQuery("insert into t with recursive n(i) as (select 1 union all "
        + "select i + 1 from n where i < ?) select i from n").executeBatch(rows)));

    assertThat(single(connection, "select count(*) from t")).isEqualTo(0L);
  }

  @Test
  void waiting_for_the_write_gate_can_be_interrupted() {
    SqliteConnection holder = connect();
    Transaction transaction = await(holder.begin());
    assertInterrupted(interrupted(connection.query("insert into t values (1)").execute()));
    await(transaction.rollback());

    assertThat(run(connection, "insert into t values (2)").rowCount()).isEqualTo(1);
  }

  @Test
  void waiting_for_another_process_can_be_interrupted() throws Exception {
    SqliteConnection patient = await(SqliteConnection.connect(vertx, options().setBusyTimeout(3_600_000)));
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");
      Future<?> write = patient.query("insert into t values (1)").execute();
      assertInterrupted(interrupted(patient, write));
    }

    assertThat(run(patient, "insert into t values (2)").rowCount()).isEqualTo(1);
  }

  @Test
  void closing_a_cursor_stops_the_read_that_is_under_way() {
    Cursor cursor = await(connection.prepare(ENDLESS)).cursor();
    Future<?> read = cursor.read(1);
    letItStart();
    await(cursor.close());

    assertInterrupted(failure(SqliteException.class, read));
    assertThat(single(connection, "select 1")).isEqualTo(1L);
  }

  @Test
  void closing_a_stream_stops_the_read_that_is_under_way() {
    RowStream<Row> stream = await(connection.prepare(ENDLESS)).createStream(10);
    stream.handler(row -> { });
    letItStart();
    await(stream.close());

    assertThat(single(connection, "select 1")).isEqualTo(1L);
  }

  @Test
  void a_connection_of_a_pool_can_be_interrupted() {
    SqlConnection leased = await(pool(1).getConnection());
    Future<?> endless = leased.query(ENDLESS).execute();

    assertInterrupted(interrupted(SqliteConnection.cast(leased), endless));
  }

  private SqliteException interrupted(Future<?> statement) {
    return interrupted(connection, statement);
  }

  private SqliteException interrupted(SqliteConnection running, Future<?> statement) {
    letItStart();
    await(running.interrupt());
    return failure(SqliteException.class, statement);
  }

  /** A command of another connection goes through a worker, so by then the first has most likely begun its own. */
  private void letItStart() {
    run(connect(), "select 1");
  }

  private static void assertInterrupted(SqliteException error) {
    assertThat(error.codeName()).isEqualTo("SQLITE_INTERRUPT");
    assertThat(error.getSqlState()).isEqualTo("57014");
    assertThat(error).hasMessageContaining("It was interrupted");
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.Jdbc;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionTest extends DatabaseTest {

  private SqliteConnection connection;

  @BeforeEach
  void createTables() throws Exception {
    Jdbc.run(file().toString(),
        "create table t (id integer primary key, name text unique)",
        "create table child (t integer references t deferrable initially deferred)",
        "insert into t values (1, 'one')");
    connection = connect();
  }

  @Test
  void begin_takes_the_write_lock() throws Exception {
    await(connection.begin());

    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file() + "?busy_timeout=1");
        Statement statement = other.createStatement()) {
      assertThatThrownBy(() -> statement.execute("begin immediate")).hasMessageContaining("SQLITE_BUSY");
    }
  }

  @Test
  void a_statement_that_fails_leaves_the_transaction_open() throws Exception {
    Transaction transaction = await(connection.begin());
    run(connection, "insert into t values (2, 'two')");
    failure(SqliteException.class, connection.query("insert into t values (1, 'again')").execute());
    await(transaction.commit());

    assertThat(Jdbc.value(file().toString(), "select count(*) from t")).isEqualTo(2);
  }

  @Test
  void a_transaction_that_sqlite_rolled_back_takes_no_further_statement() throws Exception {
    Transaction transaction = await(connection.begin());
    run(connection, "insert into t values (2, 'two')");
    failure(SqliteException.class, connection.query("insert or rollback into t values (1, 'again')").execute());
    SqliteException refused =
        failure(SqliteException.class, connection.query("insert into t values (3, 'three')").execute());
    SqliteException notCommitted = failure(SqliteException.class, transaction.commit());

    assertThat(refused).hasMessageContaining("SQLite has rolled this transaction back")
        .hasMessageContaining("UNIQUE constraint failed: t.id");
    assertThat(refused.getSqlState()).isEqualTo("40000");
    assertThat(notCommitted.getSqlState()).isEqualTo("40000");
    assertThat(Jdbc.value(file().toString(), "select count(*) from t")).isEqualTo(1);
  }

  @Test
  void a_lost_transaction_can_be_rolled_back_and_another_begun() {
    Transaction lost = await(connection.begin());
    failure(SqliteException.class, connection.query("insert or rollback into t values (1, 'again')").execute());
    await(lost.rollback());
    Transaction next = await(connection.begin());
    run(connection, "insert into t values (2, 'two')");
    await(next.commit());

    assertThat(single(connection, "select count(*) from t")).isEqualTo(2L);
  }

  @Test
  void a_lost_transaction_lets_the_next_writer_in_at_once() {
    await(connection.begin());
    failure(SqliteException.class, connection.query("insert or rollback into t values (1, 'again')").execute());

    assertThat(run(connect(), "insert into t values (2, 'two')").rowCount()).isEqualTo(1);
  }

  @Test
  void a_commit_that_fails_rolls_back_and_lets_the_next_writer_in() {
    Transaction transaction = await(connection.begin());
    run(connection, "insert into child values (99)");
    SqliteException error = failure(SqliteException.class, transaction.commit());
    run(connect(), "insert into t values (2, 'two')");

    assertThat(error.getSqlState()).isEqualTo("23503");
    assertThat(single(connection, "select count(*) from child")).isEqualTo(0L);
  }

  @Test
  void a_batch_takes_effect_wholly_or_not_at_all() {
    failure(SqliteException.class, connection.preparedQuery("insert into t values (?, ?)")
        .executeBatch(List.of(Tuple.of(2, "two"), Tuple.of(1, "again"))));

    assertThat(single(connection, "select count(*) from t")).isEqualTo(1L);
  }

  @Test
  void a_batch_that_fails_in_a_transaction_undoes_itself_alone() {
    Transaction transaction = await(connection.begin());
    run(connection, "insert into t values (2, 'two')");
    failure(SqliteException.class, connection.preparedQuery("insert into t values (?, ?)")
        .executeBatch(List.of(Tuple.of(3, "three"), Tuple.of(1, "again"))));
    await(transaction.commit());

    assertThat(single(connection, "select group_concat(id) from t")).isEqualTo("1,2");
  }

  @Test
  void a_connection_given_back_inside_a_transaction_is_rolled_back() {
    Pool pool = pool(1);
    SqlConnection leased = await(pool.getConnection());
    run(leased, "begin");
    run(leased, "insert into t values (2, 'two')");
    await(leased.close());

    assertThat(single(pool, "select count(*) from t")).isEqualTo(1L);
    assertThat(run(connection, "insert into t values (3, 'three')").rowCount()).isEqualTo(1);
  }

  @Test
  void a_connection_given_back_with_a_begin_under_way_is_clean_for_its_next_user() {
    Pool pool = pool(1);
    SqlConnection leased = await(pool.getConnection());
    leased.query("begin; insert into t values (2, 'two')").execute();
    leased.close();
    SqlConnection next = await(pool.getConnection());
    run(next, "insert into t values (3, 'three')");

    assertThat(single(connect(), "select group_concat(id) from t")).isEqualTo("1,3");
  }

  @Test
  void a_connection_closed_inside_a_transaction_lets_the_next_writer_in() {
    await(connection.begin());
    await(connection.close());

    assertThat(run(connect(), "insert into t values (2, 'two')").rowCount()).isEqualTo(1);
  }

  @Test
  void a_snapshot_conflict_is_told_from_a_busy_database() {
    SqlConnection deferred = await(SqliteConnection.connect(vertx,
        options().setTransactionMode(TransactionMode.DEFERRED)));
    await(deferred.begin());
    run(deferred, "select * from t");
    run(connection, "insert into t values (2, 'two')");
    SqliteException error =
        failure(SqliteException.class, deferred.query("insert into t values (3, 'three')").execute());

    assertThat(error.codeName()).isEqualTo("SQLITE_BUSY_SNAPSHOT");
    assertThat(error.getSqlState()).isEqualTo("40001");
  }

  @Test
  void savepoints_nest_in_a_transaction() {
    Transaction transaction = await(connection.begin());
    run(connection, "savepoint a");
    run(connection, "insert into t values (2, 'two')");
    run(connection, "rollback to a");
    run(connection, "release a");
    run(connection, "insert into t values (3, 'three')");
    await(transaction.commit());

    assertThat(single(connection, "select group_concat(id) from t")).isEqualTo("1,3");
  }

  @Test
  void a_savepoint_outside_of_a_transaction_is_one() {
    run(connection, "savepoint a");
    run(connection, "insert into t values (2, 'two')");
    SqliteConnection other = connect();
    assertThat(single(other, "select count(*) from t")).isEqualTo(1L);
    run(connection, "release a");

    assertThat(single(other, "select count(*) from t")).isEqualTo(2L);
  }
}

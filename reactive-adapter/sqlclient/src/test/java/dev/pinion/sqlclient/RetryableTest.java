package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.Jdbc;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryableTest extends DatabaseTest {

  private SqliteConnection connection;

  @BeforeEach
  void createTable() {
    connection = await(SqliteConnection.connect(vertx,
        options().setTransactionMode(TransactionMode.DEFERRED).setBusyTimeout(0)));
    await(connection.query("create table t (a unique on conflict rollback); insert into t values (1)").execute());
  }

  @Test
  void a_snapshot_conflict_is_retryable() throws Exception {
    await(connection.begin());
    run(connection, "select * from t");
    Jdbc.run(file().toString(), "insert into t values (2)");

    SqliteException error = failure(SqliteException.class, connection.query("insert into t values (3)").execute());

    assertThat(error.codeName()).isEqualTo("SQLITE_BUSY_SNAPSHOT");
    assertThat(error.getSqlState()).isEqualTo("40001");
    assertThat(error.isRetryable()).isTrue();
  }

  @Test
  void a_lock_of_another_process_is_retryable() throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");

      SqliteException error = failure(SqliteException.class, connection.query("insert into t values (3)").execute());

      assertThat(error.codeName()).isEqualTo("SQLITE_BUSY");
      assertThat(error.getSqlState()).isEqualTo("55P03");
      assertThat(error.isRetryable()).isTrue();
    }
  }

  @Test
  void a_transaction_lost_to_a_constraint_is_not_retryable() {
    await(connection.begin());
    failure(SqliteException.class, connection.query("insert into t values (1)").execute());

    SqliteException error = failure(SqliteException.class, connection.query("select 1").execute());

    assertThat(error.getSqlState()).isEqualTo("40000");
    assertThat(error.isRetryable()).isFalse();
  }

  @Test
  void a_table_locked_by_an_open_cursor_is_retryable() {
    run(connection, "insert into t values (2), (3)");
    var cursor = await(connection.prepare("select * from t")).cursor();
    await(connection.begin());
    await(cursor.read(1));

    SqliteException error = failure(SqliteException.class, connection.query("drop table t").execute());

    assertThat(error.codeName()).isEqualTo("SQLITE_LOCKED");
    assertThat(error.getSqlState()).isEqualTo("55P03");
    assertThat(error.isRetryable()).isTrue();
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.LogLines;
import io.vertx.core.Future;
import io.vertx.sqlclient.Transaction;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeoutTest extends DatabaseTest {

  private static final String ENDLESS =
      "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";

  @BeforeEach
  void createTable() {
    SqliteConnection connection = connect();
    run(connection, "create table t (x)");
    await(connection.close());
  }

  @Test
  void a_statement_past_its_time_is_stopped() {
    SqliteConnection connection = open(options().setStatementTimeout(50));
    SqliteException error = failure(SqliteException.class, connection.query(ENDLESS).execute());

    assertThat(error).hasMessageContaining("It took longer than 50 ms (statement_timeout)");
    assertThat(error.codeName()).isEqualTo("SQLITE_INTERRUPT");
    assertThat(error.getSqlState()).isEqualTo("57014");
  }

  @Test
  void the_next_statement_has_its_own_time() {
    SqliteConnection connection = open(options().setStatementTimeout(50));
    failure(SqliteException.class, connection.query(ENDLESS).execute());

    assertThat(single(connection, "select 1")).isEqualTo(1L);
  }

  @Test
  void waiting_for_the_write_gate_counts() {
    await(connect().begin());
    SqliteConnection connection = open(options().setStatementTimeout(50));

    assertThat(failure(SqliteException.class, connection.query("insert into t values (1)").execute()))
        .hasMessageContaining("statement_timeout");
  }

  @Test
  void waiting_for_another_process_counts() throws Exception {
    SqliteConnection connection = open(options().setStatementTimeout(50).setBusyTimeout(3_600_000));
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");

      assertThat(failure(SqliteException.class, connection.query("insert into t values (1)").execute()))
          .hasMessageContaining("statement_timeout");
    }
  }

  @Test
  void waiting_for_another_process_ends_with_the_busy_timeout() throws Exception {
    SqliteConnection connection = open(options().setBusyTimeout(50));
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");

      assertThat(failure(SqliteException.class, connection.query("insert into t values (1)").execute()).codeName())
          .isEqualTo("SQLITE_BUSY");
    }
  }

  @Test
  void the_busy_timeout_can_be_changed_by_a_pragma() {
    SqliteConnection connection = connect();

    assertThat(single(connection, "PRAGMA busy_timeout = 7")).isEqualTo(7L);
    assertThat(single(connection, "pragma busy_timeout")).isEqualTo(7L);
  }

  @Test
  void a_transaction_past_its_time_is_rolled_back_and_lets_the_next_writer_in() {
    SqliteConnection connection = open(options().setTransactionTimeout(500));
    await(connection.begin());
    run(connection, "insert into t values (1)");

    assertThat(run(connect(), "insert into t values (2)").rowCount()).isEqualTo(1);
    assertThat(single(connect(), "select count(*) from t")).isEqualTo(1L);
  }

  @Test
  void a_transaction_past_its_time_cannot_be_committed() {
    SqliteConnection connection = open(options().setTransactionTimeout(500));
    Transaction transaction = await(connection.begin());
    run(connection, "insert into t values (1)");
    run(connect(), "insert into t values (2)");
    SqliteException error = failure(SqliteException.class, transaction.commit());

    assertThat(error.getSqlState()).isEqualTo("40000");
    assertThat(error).hasMessageContaining("open for more than 500 ms (transaction_timeout)");
  }

  @Test
  void a_statement_that_outlives_its_transaction_is_stopped() {
    SqliteConnection connection = open(options().setTransactionTimeout(50));
    await(connection.begin());

    assertThat(failure(SqliteException.class, connection.query(ENDLESS).execute()))
        .hasMessageContaining("open for more than 50 ms (transaction_timeout)");
    assertThat(run(connect(), "insert into t values (2)").rowCount()).isEqualTo(1);
  }

  @Test
  void the_log_shows_where_a_transaction_past_its_time_was_begun() {
    try (LogLines log = new LogLines("dev.pinion.sqlclient.connection")) {
      SqliteConnection connection = open(options().setTransactionTimeout(50));
      begin(connection);
      run(connect(), "insert into t values (1)");
      ILoggingEvent event = log.events().get(0);

      assertThat(event.getFormattedMessage()).contains("open for more than 50 ms (transaction_timeout)");
      assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy())).contains("TimeoutTest.begin(");
    }
  }

  @Test
  void a_transaction_begun_by_sql_text_has_a_limit_too() {
    SqliteConnection connection = open(options().setTransactionTimeout(500));
    run(connection, "begin immediate");
    run(connection, "insert into t values (1)");
    run(connect(), "insert into t values (2)");

    assertThat(failure(SqliteException.class, connection.query("insert into t values (3)").execute()).getSqlState())
        .isEqualTo("40000");
    assertThat(failure(SqliteException.class, connection.query("rollback").execute()).getSqlState())
        .isEqualTo("40000");
    assertThat(run(connection, "insert into t values (4)").rowCount()).isEqualTo(1);
  }

  @Test
  void a_lost_transaction_can_be_followed_by_another() {
    SqliteConnection connection = open(options().setTransactionTimeout(500));
    Transaction lost = await(connection.begin());
    run(connect(), "insert into t values (2)");
    await(lost.rollback());
    Transaction next = await(connection.begin());
    await(next.commit());

    assertThat(single(connection, "select count(*) from t")).isEqualTo(1L);
  }

  @Test
  void the_limits_can_be_given_in_the_url() {
    SqliteConnectOptions options = SqliteConnectOptions.fromUri(
        "sqlite:app.db?statement_timeout=1&transaction_timeout=2&slow_statement_threshold=3");

    assertThat(options.getStatementTimeout()).isEqualTo(1);
    assertThat(options.getTransactionTimeout()).isEqualTo(2);
    assertThat(options.getSlowStatementThreshold()).isEqualTo(3);
  }

  private SqliteConnection open(SqliteConnectOptions options) {
    return await(SqliteConnection.connect(vertx, options));
  }

  private static Future<Transaction> begin(SqliteConnection connection) {
    Future<Transaction> begun = connection.begin();
    await(begun);
    return begun;
  }
}

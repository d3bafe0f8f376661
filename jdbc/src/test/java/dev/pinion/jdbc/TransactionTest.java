package dev.pinion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.junit.jupiter.api.Test;

class TransactionTest extends DataSourceTest {

  @Test
  void a_commit_makes_its_writes_visible() throws SQLException {
    try (Connection connection = writing()) {
      assertThat(value("select value from counter")).isEqualTo(0);
      connection.commit();
    }
    assertThat(value("select value from counter")).isEqualTo(1);
  }

  @Test
  void a_rollback_undoes_its_writes() throws SQLException {
    try (Connection connection = writing()) {
      connection.rollback();
      assertThat(value(connection, "select value from counter")).isEqualTo(0);
    }
  }

  @Test
  void a_connection_given_back_inside_a_transaction_is_rolled_back() throws SQLException {
    writing().close();
    run("update counter set value = value + 10");
    assertThat(value("select value from counter")).isEqualTo(10);
  }

  @Test
  void a_transaction_begun_by_sql_is_rolled_back_when_its_connection_is_given_back() throws SQLException {
    run("begin immediate", "update counter set value = 5");
    run("update counter set value = value + 10");
    assertThat(value("select value from counter")).isEqualTo(10);
  }

  @Test
  void a_transaction_begun_and_ended_by_sql_works() throws SQLException {
    run("begin", "update counter set value = 5", "commit");
    run("update counter set value = value + 10");
    assertThat(value("select value from counter")).isEqualTo(15);
  }

  @Test
  void a_transaction_has_the_write_lock_from_its_first_statement() throws SQLException {
    try (Connection connection = dataSource.getConnection(); PinionDataSource other = impatient();
        Connection second = other.getConnection()) {
      connection.setAutoCommit(false);
      value(connection, "select value from counter");
      assertThatThrownBy(() -> run(second, "update counter set value = 7")).isInstanceOf(SQLException.class);
      connection.rollback();
    }
  }

  @Test
  void a_committed_connection_holds_no_lock_though_it_stays_in_transaction_mode() throws SQLException {
    try (Connection connection = writing()) {
      connection.commit();
      run("update counter set value = value + 10");
      assertThat(value(connection, "select value from counter")).isEqualTo(11);
    }
  }

  @Test
  void a_deferred_transaction_takes_the_gate_with_its_first_write() throws SQLException {
    try (PinionDataSource deferred = new PinionDataSource(url("transaction_mode=deferred"));
        Connection connection = deferred.getConnection()) {
      connection.setAutoCommit(false);
      value(connection, "select value from counter");
      run("insert into counter values (3)");
      connection.rollback();
      run(connection, "update counter set value = 1");
      try (PinionDataSource other = impatient(); Connection second = other.getConnection()) {
        assertThatThrownBy(() -> run(second, "delete from counter")).hasMessageContaining("write_gate_timeout");
      }
      connection.commit();
    }
    assertThat(value("select sum(value) from counter")).isEqualTo(2);
  }

  @Test
  void a_savepoint_undoes_a_part() throws SQLException {
    try (Connection connection = writing()) {
      Savepoint savepoint = connection.setSavepoint("half \"way\"");
      run(connection, "update counter set value = 100");
      connection.rollback(savepoint);
      connection.commit();
    }
    assertThat(value("select value from counter")).isEqualTo(1);
  }

  @Test
  void a_savepoint_needs_a_transaction() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      assertThatThrownBy(connection::setSavepoint).hasMessageContaining("auto-commit");
    }
  }

  @Test
  void nothing_runs_in_a_transaction_that_sqlite_has_taken_away() throws SQLException {
    run("create table once(id integer primary key)", "insert into once values (1)");
    try (Connection connection = writing()) {
      assertThatThrownBy(() -> run(connection, "insert or rollback into once values (1)"))
          .hasMessageContaining("UNIQUE constraint failed");
      assertThatThrownBy(() -> run(connection, "update counter set value = 9"))
          .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("40000"));
      assertThatThrownBy(connection::commit).hasMessageContaining("rolled this transaction back");
      connection.rollback();
      run(connection, "update counter set value = 2");
      connection.commit();
    }
    assertThat(value("select value from counter")).isEqualTo(2);
  }

  @Test
  void a_commit_that_fails_can_be_rolled_back() throws SQLException {
    run("create table child(parent references once(id) deferrable initially deferred)",
        "create table once(id integer primary key)");
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      run(connection, "insert into child values (1)");
      assertThatThrownBy(connection::commit).hasMessageContaining("FOREIGN KEY constraint failed");
      connection.rollback();
    }
    run("insert into once values (1)");
    assertThat(value("select count(*) from child")).isEqualTo(0);
  }

  @Test
  void switching_auto_commit_on_commits() throws SQLException {
    try (Connection connection = writing()) {
      connection.setAutoCommit(true);
    }
    assertThat(value("select value from counter")).isEqualTo(1);
  }

  private PinionDataSource impatient() {
    return new PinionDataSource(url("write_gate_timeout=50", "busy_timeout=0"));
  }
}

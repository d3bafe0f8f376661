package dev.pinion.jdbc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriteGateTest extends DataSourceTest {

  private static final int TRANSACTIONS = 200;

  private final ExecutorService threads = Executors.newFixedThreadPool(16);

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void of_many_transactions_that_read_and_then_write_none_is_lost() throws Exception {
    for (Future<?> transaction : start(dataSource, TRANSACTIONS)) {
      transaction.get(60, SECONDS);
    }
    assertThat(value("select value from counter")).isEqualTo(TRANSACTIONS);
  }

  @Test
  void two_data_sources_on_one_file_share_the_gate() throws Exception {
    try (PinionDataSource other = new PinionDataSource("sqlite:" + directory + "/./test.db?busy_timeout=0")) {
      List<Future<?>> transactions = new ArrayList<>(start(dataSource, TRANSACTIONS / 2));
      transactions.addAll(start(other, TRANSACTIONS / 2));
      for (Future<?> transaction : transactions) {
        transaction.get(60, SECONDS);
      }
    }
    assertThat(value("select value from counter")).isEqualTo(TRANSACTIONS);
  }

  @Test
  void writes_outside_of_transactions_pass_the_gate_too() throws Exception {
    List<Future<?>> writes = new ArrayList<>();
    for (int i = 0; i < TRANSACTIONS; i++) {
      writes.add(threads.submit(() -> {
        run("update counter set value = value + 1");
        return null;
      }));
    }
    for (Future<?> write : writes) {
      write.get(60, SECONDS);
    }
    assertThat(value("select value from counter")).isEqualTo(TRANSACTIONS);
  }

  @Test
  void a_write_waits_for_the_transaction_before_it() throws Exception {
    try (Connection connection = writing()) {
      Future<?> write = CompletableFuture.runAsync(() -> incrementOn(dataSource), threads);
      assertThat(write.isDone()).isFalse();
      connection.commit();
      write.get(10, SECONDS);
    }
    assertThat(value("select value from counter")).isEqualTo(2);
  }

  @Test
  void a_read_only_transaction_does_not_wait_for_a_writer() throws SQLException {
    try (Connection writer = writing(); Connection reader = dataSource.getConnection()) {
      reader.setReadOnly(true);
      reader.setAutoCommit(false);
      assertThat(value(reader, "select value from counter")).isEqualTo(0);
      writer.commit();
      assertThat(value(reader, "select value from counter")).isEqualTo(0);
      reader.commit();
      assertThat(value(reader, "select value from counter")).isEqualTo(1);
    }
  }

  @Test
  void a_query_outside_of_a_transaction_does_not_wait_for_a_writer() throws SQLException {
    try (Connection writer = writing()) {
      assertThat(value("select value from counter")).isEqualTo(0);
      assertThat(value("select 'a; b'")).isEqualTo("a; b");
      writer.rollback();
    }
  }

  @Test
  void several_statements_at_once_pass_the_gate_together() throws SQLException {
    try (PinionDataSource impatient = new PinionDataSource(url("write_gate_timeout=50")); Connection writer = writing();
        Connection other = impatient.getConnection(); Statement script = other.createStatement()) {
      assertThatThrownBy(() -> script.executeUpdate("select 1; delete from counter"))
          .hasMessageContaining("write_gate_timeout");
      writer.rollback();
      script.executeUpdate("begin; delete from counter; commit");
      run("insert into counter values (4)");
    }
    assertThat(value("select value from counter")).isEqualTo(4);
  }

  @Test
  void a_read_only_transaction_refuses_to_write() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      assertThatThrownBy(() -> run(connection, "delete from counter")).hasMessageContaining("readonly");
    }
    run("update counter set value = 3");
    assertThat(value("select value from counter")).isEqualTo(3);
  }

  @Test
  void who_waits_for_himself_is_told_so_in_time() throws SQLException {
    try (PinionDataSource impatient = new PinionDataSource(url("write_gate_timeout=50")); Connection first = writing();
        Connection second = impatient.getConnection()) {
      assertThatThrownBy(() -> run(second, "update counter set value = 2"))
          .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P03"))
          .hasMessageContaining("SQLITE_BUSY").hasMessageContaining("write_gate_timeout")
          .hasMessageContaining("this thread's own");
      first.commit();
      run(second, "update counter set value = value + 1");
    }
    assertThat(value("select value from counter")).isEqualTo(2);
  }

  @Test
  void who_is_interrupted_while_waiting_stops_waiting() throws Exception {
    try (Connection writer = writing()) {
      CompletableFuture<Throwable> outcome = new CompletableFuture<>();
      Thread thread = new Thread(() -> {
        try {
          run("update counter set value = 2");
          outcome.complete(null);
        } catch (SQLException e) {
          outcome.complete(Thread.currentThread().isInterrupted() ? e : null);
        }
      });
      thread.start();
      thread.interrupt();
      assertThat(outcome.get(10, SECONDS)).isInstanceOf(SQLException.class);
      writer.commit();
    }
    run("update counter set value = value + 1");
    assertThat(value("select value from counter")).isEqualTo(2);
  }

  @Test
  void a_write_whose_rows_are_still_being_read_keeps_the_gate() throws SQLException {
    try (PinionDataSource impatient = new PinionDataSource(url("write_gate_timeout=50"));
        Connection other = impatient.getConnection(); Connection connection = dataSource.getConnection()) {
      try (PreparedStatement insert =
          connection.prepareStatement("insert into counter values (1), (2) returning value");
          ResultSet rows = insert.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThatThrownBy(() -> run(other, "delete from counter")).hasMessageContaining("write_gate_timeout");
      }
      run(other, "delete from counter");
    }
    assertThat(value("select count(*) from counter")).isEqualTo(0);
  }

  @Test
  void a_failing_write_gives_the_gate_up() throws SQLException {
    assertThatThrownBy(() -> run("insert into counter values (null)")).hasMessageContaining("NOT NULL");
    run("update counter set value = 8");
    assertThat(value("select value from counter")).isEqualTo(8);
  }

  @Test
  void two_processes_lose_nothing_either() throws Exception {
    try (OtherProcess other = OtherProcess.start(url(), TRANSACTIONS)) {
      assertThat(other.readLine()).isEqualTo("ready");
      other.go();
      for (Future<?> transaction : start(dataSource, TRANSACTIONS)) {
        transaction.get(60, SECONDS);
      }
      assertThat(other.readLine()).isEqualTo("done");
    }
    assertThat(value("select value from counter")).isEqualTo(2 * TRANSACTIONS);
  }

  private List<Future<?>> start(PinionDataSource source, int transactions) {
    List<Future<?>> started = new ArrayList<>();
    for (int i = 0; i < transactions; i++) {
      started.add(threads.submit(() -> incrementOn(source)));
    }
    return started;
  }

  /** Reads, thinks, and writes what it has read plus one. */
  static void incrementOn(PinionDataSource source) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      int read = (int) value(connection, "select value from counter");
      try (PreparedStatement update = connection.prepareStatement("update counter set value = ?")) {
        update.setInt(1, read + 1);
        update.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

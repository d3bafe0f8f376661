package dev.pinion.jdbc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinionDataSourceTest extends DataSourceTest {

  @ParameterizedTest
  @CsvSource({"journal_mode,wal", "synchronous,2", "foreign_keys,1", "busy_timeout,5000", "trusted_schema,0"})
  void a_connection_has_the_defaults_of_pinion(String pragma, String expected) throws SQLException {
    assertThat(value("pragma " + pragma)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
      "journal_mode,delete,delete", "synchronous,normal,1", "foreign_keys,false,0", "busy_timeout,7,7",
      "trusted_schema,ON,1", "cache_size,-1000,-1000"})
  void a_parameter_of_the_url_overrides_them(String pragma, String given, String expected) throws SQLException {
    dataSource.close();
    dataSource = new PinionDataSource(url(pragma + "=" + given));
    assertThat(value("pragma " + pragma)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "jdbc:postgresql:x | is not a SQLite URL", "jdbc:sqlite: | names no file",
      "jdbc:sqlite:a.db?colour=red | parameter 'colour' is not known",
      "jdbc:sqlite:a.db?busy_timeout=soon | not a number of milliseconds",
      "jdbc:sqlite:a.db?busy_timeout=-1 | must not be negative",
      "jdbc:sqlite:a.db?journal_mode=fast | is none of [delete, memory, persist, truncate, wal]",
      "jdbc:sqlite:a.db?cache_size=1;drop | takes a number or a word", "sqlite://host/a.db | has no host",
      "jdbc:sqlite:a.db?mode | has no value"})
  void a_bad_url_is_refused_before_anything_is_opened(String url, String reason) {
    assertThatThrownBy(() -> dataSource.setJdbcUrl(url)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "missing/a.db | does not exist; create it", "'' | it is a directory", "a.db?mode=rw | does not create it",
      "test.txt | file is not a database"})
  void what_cannot_be_opened_is_said_clearly(String path, String reason) throws Exception {
    Files.writeString(directory.resolve("test.txt"), "no database, but long enough to have a header of its own\n"
        .repeat(20));
    try (PinionDataSource bad = new PinionDataSource("jdbc:sqlite:" + directory + "/" + path)) {
      assertThatThrownBy(bad::getConnection).isInstanceOf(SQLException.class).hasMessageContaining(reason)
          .hasMessageContaining("Cannot open the SQLite database");
    }
  }

  @Test
  void a_user_is_refused() {
    try (PinionDataSource withUser = new PinionDataSource(url())) {
      withUser.setUsername("admin");
      assertThatThrownBy(withUser::getConnection).hasMessageContaining("neither users nor passwords");
    }
  }

  @Test
  void a_database_in_memory_lives_as_long_as_its_data_source() throws SQLException {
    try (PinionDataSource memory = new PinionDataSource("jdbc:sqlite::memory:")) {
      try (Connection connection = memory.getConnection()) {
        run(connection, "create table t(a)");
      }
      try (Connection connection = memory.getConnection()) {
        assertThat(value(connection, "select count(*) from t")).isEqualTo(0);
      }
      assertThat(memory.getMaximumPoolSize()).isEqualTo(1);
    }
  }

  @Test
  void a_read_only_data_source_only_reads() throws SQLException {
    try (PinionDataSource reader = new PinionDataSource(url("mode=ro")); Connection connection = reader.getConnection();
        Connection writer = writing()) {
      assertThat(value(connection, "select value from counter")).isEqualTo(0);
      assertThatThrownBy(() -> run(connection, "delete from counter")).hasMessageContaining("readonly");
      writer.rollback();
    }
  }

  @Test
  void closing_leaves_only_the_file() throws Exception {
    run("update counter set value = 1");
    dataSource.close();
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void closing_frees_the_gate_of_a_connection_that_was_never_given_back() throws Exception {
    Connection lost = writing();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(dataSource::close);
    closing.get(20, SECONDS);
    try (PinionDataSource next = new PinionDataSource(url()); Connection connection = next.getConnection()) {
      run(connection, "update counter set value = value + 10");
      assertThat(value(connection, "select value from counter")).isEqualTo(10);
    }
    assertThatThrownBy(() -> run(lost, "delete from counter")).hasMessageContaining("closed");
  }

  @Test
  void a_write_to_a_file_that_was_deleted_is_not_acknowledged() throws Exception {
    try (Connection connection = writing()) {
      Files.delete(file());
      assertThatThrownBy(connection::commit).hasMessageContaining("SQLITE_READONLY_DBMOVED");
    }
    run("create table counter(value)", "insert into counter values (7)");
    assertThat(value("select value from counter")).isEqualTo(7);
  }

  @Test
  void a_write_outside_of_a_transaction_is_not_run_on_a_file_that_was_deleted() throws Exception {
    try (Connection connection = dataSource.getConnection()) {
      Files.delete(file());
      assertThatThrownBy(() -> run(connection, "update counter set value = 1")).hasMessageContaining("was not run");
    }
  }

  @Test
  void a_statement_is_interrupted_after_its_query_timeout_and_the_connection_goes_on() throws SQLException {
    try (Connection connection = dataSource.getConnection(); PreparedStatement endless = connection.prepareStatement(
        "with recursive n(i) as (values (1) union all select i + 1 from n) select count(*) from n")) {
      endless.setQueryTimeout(1);
      assertThatThrownBy(endless::executeQuery).isInstanceOfSatisfying(SQLTimeoutException.class,
          e -> assertThat(e.getSQLState()).isEqualTo("57014")).hasMessageContaining("query timeout of 1 s");
      assertThat(value(connection, "select value from counter")).isEqualTo(0);
    }
  }

  @Test
  void generated_keys_are_given_to_who_asks_for_them() throws SQLException {
    run("create table item(id integer primary key, name text)");
    try (Connection connection = dataSource.getConnection(); PreparedStatement insert =
        connection.prepareStatement("insert into item(name) values (?)", Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, "first");
      insert.executeUpdate();
      run(connection, "insert into item(name) values ('second')");
      assertThat(key(insert)).isEqualTo(1);
    }
  }

  @Test
  void generated_keys_are_also_found_when_nobody_had_asked_before() throws SQLException {
    run("create table item(id integer primary key, name text)");
    try (Connection connection = dataSource.getConnection(); Statement insert = connection.createStatement()) {
      insert.executeUpdate("insert into item(name) values ('first')");
      assertThat(key(insert)).isEqualTo(1);
    }
  }

  @Test
  void a_batch_runs_as_one() throws SQLException {
    try (Connection connection = dataSource.getConnection(); Statement batch = connection.createStatement()) {
      connection.setAutoCommit(false);
      batch.addBatch("update counter set value = 4");
      batch.addBatch("insert into counter values (5)");
      assertThat(batch.executeBatch()).containsExactly(1, 1);
      connection.commit();
    }
    assertThat(value("select sum(value) from counter")).isEqualTo(9);
  }

  private static int key(Statement statement) throws SQLException {
    try (ResultSet keys = statement.getGeneratedKeys()) {
      return keys.next() ? keys.getInt(1) : 0;
    }
  }
}

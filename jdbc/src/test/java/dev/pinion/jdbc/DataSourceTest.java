package dev.pinion.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests on a real file share: a data source on it with the table {@code counter} of one row, 0. */
abstract class DataSourceTest {

  @TempDir
  Path directory;

  PinionDataSource dataSource;

  @BeforeEach
  void open() throws SQLException {
    dataSource = new PinionDataSource(url());
    run("create table counter(value integer not null)", "insert into counter values (0)");
  }

  @AfterEach
  void close() {
    dataSource.close();
  }

  final Path file() {
    return directory.resolve("test.db");
  }

  final String url(String... parameters) {
    return "jdbc:sqlite:" + file() + (parameters.length == 0 ? "" : "?" + String.join("&", parameters));
  }

  final void run(String... statements) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      for (String sql : statements) {
        run(connection, sql);
      }
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  final Object value(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return value(connection, sql);
    }
  }

  static Object value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getObject(1) : null;
    }
  }

  /** A connection in the middle of a transaction that has written. */
  final Connection writing() throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    run(connection, "update counter set value = value + 1");
    return connection;
  }
}

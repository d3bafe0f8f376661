package dev.pinion.benchmarks.client;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The operations in plain JDBC, on one connection at a time. */
final class JdbcWork {

  /** What is done with a connection. */
  @FunctionalInterface
  interface Work {
    void on(Connection connection) throws SQLException;
  }

  /** Where a statement comes from and whether it is kept. */
  @FunctionalInterface
  interface Use {
    void of(PreparedStatement statement) throws SQLException;
  }

  private final Map<String, PreparedStatement> kept;

  private JdbcWork(Map<String, PreparedStatement> kept) {
    this.kept = kept;
  }

  /** Compiles each statement for each use, as nothing in sqlite-jdbc or HikariCP keeps them. */
  static JdbcWork compiling() {
    return new JdbcWork(null);
  }

  /** Keeps each statement; for one connection only. */
  static JdbcWork keeping() {
    return new JdbcWork(new HashMap<>());
  }

  Work query(Query query, int parameter) {
    return connection -> use(connection, query.sql(), statement -> {
      statement.setInt(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          query.read(rows);
        }
      }
    });
  }

  Work insert() {
    return connection -> use(connection, SampleFile.INSERT, JdbcWork::insert);
  }

  Work transaction(int inserts) {
    return inTransaction(connection -> {
      for (int i = 0; i < inserts; i++) {
        use(connection, SampleFile.INSERT, JdbcWork::insert);
      }
    });
  }

  Work batch(int rows) {
    return inTransaction(connection -> use(connection, SampleFile.INSERT, statement -> {
      for (int i = 0; i < rows; i++) {
        statement.setString(1, SampleFile.TEXT);
        statement.addBatch();
      }
      statement.executeBatch();
    }));
  }

  private static Work inTransaction(Work work) {
    return connection -> {
      connection.setAutoCommit(false);
      try {
        work.on(connection);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    };
  }

  private static void insert(PreparedStatement statement) throws SQLException {
    statement.setString(1, SampleFile.TEXT);
    statement.executeUpdate();
  }

  private void use(Connection connection, String sql, Use use) throws SQLException {
    if (kept == null) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        use.of(statement);
      }
      return;
    }
    PreparedStatement statement = kept.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      kept.put(sql, statement);
    }
    use.of(statement);
  }
}

package dev.pinion.docs.jdbc;

import dev.pinion.jdbc.PinionDataSource;
import java.sql.SQLException;

/** The page on the blocking DataSource. */
final class DataSourceSnippets {

  void insert() throws SQLException {
    // snippet
    try (var dataSource = new PinionDataSource("jdbc:sqlite:app.db");
        var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("insert into book(title) values ('Moby-Dick')");
    }
    // end
  }
}

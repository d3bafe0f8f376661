package dev.pinion.sqlclient.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks at a file as another program would: by plain JDBC. */
public final class Jdbc {

  private Jdbc() {
  }

  public static void run(String path, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  public static void runResource(String path, String resource) throws SQLException, IOException {
    try (InputStream script = Jdbc.class.getResourceAsStream(resource)) {
      run(path, new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";\n"));
    }
  }

  public static Object value(String path, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getObject(1) : null;
    }
  }
}

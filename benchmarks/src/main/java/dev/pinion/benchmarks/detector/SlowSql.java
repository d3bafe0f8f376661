package dev.pinion.benchmarks.detector;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** A statement that takes a while on this machine, anywhere in SQLite and without any table. */
final class SlowSql {

  private static final long PROBE = 500_000;

  private SlowSql() {
  }

  static String taking(int millis) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      long startedAt = System.nanoTime();
      statement.executeQuery(counting(PROBE)).close();
      long nanos = System.nanoTime() - startedAt;
      return counting(PROBE * TimeUnit.MILLISECONDS.toNanos(millis) / nanos);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String counting(long rows) {
    return "with recursive n(i) as (select 1 union all select i + 1 from n where i < " + rows + ") "
        + "select count(*) from n";
  }
}

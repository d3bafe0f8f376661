package dev.pinion.sqlclient.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;

/** Logs the statements that take long, with the way that SQLite goes (eqp.html); owned by one worker thread. */
final class SlowStatements {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.sqlclient.slow");

  private final SQLiteConnection connection;
  private final int thresholdMillis;

  SlowStatements(SQLiteConnection connection, int thresholdMillis) {
    this.connection = connection;
    this.thresholdMillis = thresholdMillis;
  }

  /** When a statement starts; 0 if nobody wants to know. */
  long now() {
    return thresholdMillis == 0 ? 0 : System.nanoTime();
  }

  void finished(String sql, long startedAt) {
    if (thresholdMillis > 0) {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt);
      if (millis >= thresholdMillis) {
        log.warn("A statement took {} ms\nSQL: {}\nPlan:{}", millis, sql, plan(sql));
      }
    }
  }

  /** A statement that has changed the schema cannot be compiled again; it has no plan either. */
  private String plan(String sql) {
    StringBuilder plan = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet steps = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      while (steps.next()) {
        plan.append("\n  ").append(steps.getString(4));
      }
    } catch (SQLException e) {
      log.debug("SQLite tells no plan", e);
    }
    return plan.isEmpty() ? " none" : plan.toString();
  }
}

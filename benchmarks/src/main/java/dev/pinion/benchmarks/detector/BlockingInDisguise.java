package dev.pinion.benchmarks.detector;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What asynchronous must not mean: a future, and the work done before it is returned. */
public final class BlockingInDisguise implements StatementClient {

  private final Connection connection;

  /**
   * A client.
   *
   * @param connection to any database; not closed here
   */
  public BlockingInDisguise(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Future<?> run(String sql) {
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      return Future.succeededFuture(rows.next());
    } catch (SQLException e) {
      return Future.failedFuture(e);
    }
  }
}

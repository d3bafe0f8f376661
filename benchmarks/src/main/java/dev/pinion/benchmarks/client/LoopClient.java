package dev.pinion.benchmarks.client;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The floor: one thread, one connection, statements kept, nothing in flight while another thing is. It does not ask
 * sqlite-jdbc for generated keys, which costs a query for each insert.
 */
final class LoopClient implements QueryClient {

  private final Connection connection;
  private final JdbcWork work = JdbcWork.keeping();

  LoopClient(SampleFile file) throws SQLException {
    connection = DriverManager.getConnection(file.jdbcUrl() + "&jdbc.get_generated_keys=false");
  }

  @Override
  public int inFlight(int wanted) {
    return 1;
  }

  @Override
  public void start(Runnable lane) {
    lane.run();
  }

  @Override
  public Future<?> query(Query query, int parameter) {
    return run(work.query(query, parameter));
  }

  @Override
  public Future<?> insert() {
    return run(work.insert());
  }

  @Override
  public Future<?> transaction(int inserts) {
    return run(work.transaction(inserts));
  }

  @Override
  public Future<?> batch(int rows) {
    return run(work.batch(rows));
  }

  @Override
  public Future<?> connections(int count) {
    throw new UnsupportedOperationException("A loop has one connection");
  }

  private Future<?> run(JdbcWork.Work what) {
    try {
      what.on(connection);
      return Future.succeededFuture();
    } catch (SQLException e) {
      return Future.failedFuture(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

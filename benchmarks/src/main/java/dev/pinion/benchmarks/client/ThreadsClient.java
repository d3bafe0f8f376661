package dev.pinion.benchmarks.client;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.pinion.benchmarks.load.Threads;
import io.vertx.core.Future;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Blocking JDBC on other threads: HikariCP, and an executor that runs one operation a task. */
final class ThreadsClient implements QueryClient {

  private final HikariDataSource dataSource;
  private final ExecutorService threads;
  private final JdbcWork work = JdbcWork.compiling();

  ThreadsClient(SampleFile file, int connections, ExecutorService threads) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(file.jdbcUrl());
    config.setMaximumPoolSize(connections);
    this.dataSource = new HikariDataSource(config);
    this.threads = threads;
  }

  @Override
  public int inFlight(int wanted) {
    return wanted;
  }

  @Override
  public void start(Runnable lane) {
    lane.run();
  }

  @Override
  public Future<?> query(Query query, int parameter) {
    return submit(work.query(query, parameter));
  }

  @Override
  public Future<?> insert() {
    return submit(work.insert());
  }

  @Override
  public Future<?> transaction(int inserts) {
    return submit(work.transaction(inserts));
  }

  @Override
  public Future<?> batch(int rows) {
    return submit(work.batch(rows));
  }

  @Override
  public Future<?> connections(int count) {
    return Threads.run(threads, () -> {
      List<Connection> open = new ArrayList<>();
      try {
        for (int i = 0; i < count; i++) {
          Connection connection = dataSource.getConnection();
          open.add(connection);
          work.query(Query.POINT, 1).on(connection);
        }
      } finally {
        for (Connection connection : open) {
          connection.close();
        }
      }
    });
  }

  private Future<?> submit(JdbcWork.Work what) {
    return Threads.run(threads, () -> {
      try (Connection connection = dataSource.getConnection()) {
        what.on(connection);
      }
    });
  }

  @Override
  public void close() {
    threads.shutdown();
    dataSource.close();
  }
}

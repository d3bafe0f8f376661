package dev.pinion.benchmarks;

import dev.pinion.benchmarks.client.SampleFile;
import dev.pinion.benchmarks.detector.BlockingInDisguise;
import dev.pinion.benchmarks.detector.FakeAsyncDetector;
import dev.pinion.benchmarks.detector.StatementClient;
import dev.pinion.benchmarks.detector.Verdict;
import dev.pinion.benchmarks.page.Figures;
import dev.pinion.benchmarks.page.Table;
import dev.pinion.sqlclient.SqliteBuilder;
import io.vertx.core.Vertx;
import io.vertx.jdbcclient.JDBCConnectOptions;
import io.vertx.jdbcclient.JDBCPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Runs the detector on clients of either kind. */
final class Detections {

  private Detections() {
  }

  static Table table(Run run) throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    SampleFile file = run.file();
    Vertx vertx = run.vertx();
    FakeAsyncDetector detector = FakeAsyncDetector.with(vertx, run.slowMillis());
    PoolOptions two = new PoolOptions().setMaxSize(Contests.CONNECTIONS);
    Pool pinion = SqliteBuilder.pool().connectingTo(file.pinionUrl()).with(two).using(vertx).build();
    Pool jdbc = JDBCPool.pool(vertx, new JDBCConnectOptions().setJdbcUrl(file.jdbcUrl()), two);
    try (Connection connection = DriverManager.getConnection(file.jdbcUrl())) {
      return new Table("Fake-async detector",
          "One slow statement and " + FakeAsyncDetector.QUICK + " quick ones are started on an event loop at once. "
              + "Times are since that moment, in milliseconds. A client passes if the loop was free, but for pauses of "
              + "the garbage collector, at least half of the time that the slow statement took.",
          List.of("client", "slow one", "quick ones/s", "p50", "p95", "p99", "stall", "outside of GC", "passes"),
          List.of(
              row("Pinion", detector.examine(client(pinion))),
              row("vertx-jdbc-client", detector.examine(client(jdbc))),
              row("a blocking call in a future", detector.examine(new BlockingInDisguise(connection)))));
    } finally {
      pinion.close();
      jdbc.close();
    }
  }

  private static StatementClient client(Pool pool) {
    return sql -> pool.query(sql).execute();
  }

  private static List<String> row(String client, Verdict verdict) {
    return List.of(client, Figures.of(verdict.slowMillis()), Figures.of(verdict.quickPerSecond()),
        Figures.of(verdict.p50Millis()), Figures.of(verdict.p95Millis()), Figures.of(verdict.p99Millis()),
        Figures.of(verdict.stalls().longestMillis()), Figures.of(verdict.stalls().outsideOfGcMillis()),
        verdict.isAsync() ? "yes" : "**no**");
  }
}

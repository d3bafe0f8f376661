package dev.pinion.benchmarks.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.SqliteBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeAsyncDetectorTest {

  private final Vertx vertx = Vertx.vertx();
  private final FakeAsyncDetector detector = FakeAsyncDetector.with(vertx, 1_000);

  @TempDir
  private Path directory;

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void pinion_keeps_the_event_loop_free() throws Exception {
    Pool pool = SqliteBuilder.pool()
        .connectingTo("sqlite:" + directory.resolve("free.db"))
        .with(new PoolOptions().setMaxSize(2))
        .using(vertx)
        .build();

    Verdict verdict = detector.examine(sql -> pool.query(sql).execute());

    verdict.check();
    pool.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_blocking_call_in_a_future_is_found_out() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Verdict verdict = detector.examine(new BlockingInDisguise(connection));

      assertThatThrownBy(verdict::check).isInstanceOf(AssertionError.class).hasMessageContaining("was blocked");
    }
  }

  @Test
  void a_verdict_has_the_latencies_of_the_quick_statements() throws Exception {
    Verdict verdict = detector.examine(sql -> Future.succeededFuture());

    assertThat(verdict.quickPerSecond()).isPositive();
    assertThat(verdict.p50Millis()).isLessThanOrEqualTo(verdict.p99Millis());
  }

  @Test
  void a_statement_that_fails_is_no_verdict() {
    assertThatThrownBy(() -> detector.examine(sql -> Future.failedFuture("no such table")))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("no such table");
  }
}

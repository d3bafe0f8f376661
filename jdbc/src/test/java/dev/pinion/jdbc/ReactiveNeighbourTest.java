package dev.pinion.jdbc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.SqliteBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The data source and the Vert.x driver on one file in one JVM, neither willing to wait for a lock of SQLite's. */
class ReactiveNeighbourTest extends DataSourceTest {

  private static final int TRANSACTIONS = 200;

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newFixedThreadPool(16);

  @AfterEach
  void stop() throws Exception {
    threads.shutdownNow();
    await(vertx.close());
  }

  @Test
  void neither_side_ever_sees_the_file_busy() throws Exception {
    try (PinionDataSource blocking = new PinionDataSource(url("busy_timeout=0"))) {
      Pool pool = pool();
      List<CompletableFuture<?>> transactions = new ArrayList<>();
      for (int i = 0; i < TRANSACTIONS; i++) {
        transactions.add(CompletableFuture.runAsync(() -> WriteGateTest.incrementOn(blocking), threads));
        transactions.add(increment(pool).toCompletionStage().toCompletableFuture());
      }
      CompletableFuture.allOf(transactions.toArray(CompletableFuture[]::new)).get(60, SECONDS);
      await(pool.close());
    }
    assertThat(value("select value from counter")).isEqualTo(2 * TRANSACTIONS);
  }

  @Test
  void a_reactive_transaction_waits_for_a_blocking_one() throws Exception {
    Pool pool = pool();
    try (Connection connection = writing()) {
      Future<?> waiting = increment(pool);
      assertThat(waiting.isComplete()).isFalse();
      connection.commit();
      await(waiting);
    }
    assertThat(value("select value from counter")).isEqualTo(2);
    await(pool.close());
  }

  @Test
  void an_event_loop_gets_no_connection() throws Exception {
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    vertx.runOnContext(ignored -> {
      try {
        dataSource.getConnection().close();
        outcome.complete(null);
      } catch (IllegalStateException | SQLException e) {
        outcome.complete(e);
      }
    });
    assertThat(outcome.get(10, SECONDS)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("would block the event loop");
  }

  private Pool pool() {
    return SqliteBuilder.pool().connectingTo("sqlite:" + file() + "?busy_timeout=0")
        .with(new PoolOptions().setMaxSize(4)).using(vertx).build();
  }

  private static Future<?> increment(Pool pool) {
    return pool.withTransaction(connection -> connection.query("select value from counter").execute()
        .compose(rows -> connection.preparedQuery("update counter set value = ?")
            .execute(Tuple.of(rows.iterator().next().getInteger(0) + 1))));
  }

  private static <T> T await(Future<T> future) throws Exception {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.RecordedMetrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PoolMetricsTest extends DatabaseTest {

  private final RecordedMetrics metrics = new RecordedMetrics();

  @Override
  protected Vertx newVertx() {
    return metrics.vertx();
  }

  @Test
  void a_connection_is_in_use_until_it_is_given_back() {
    SqlConnection connection = await(pool(1).getConnection());
    assertThat(metrics.inUse).hasValue(1);

    await(connection.close());
    assertThat(metrics.inUse).hasValue(0);
  }

  @Test
  void who_waits_is_queued() {
    Pool pool = pool(1);
    SqlConnection connection = await(pool.getConnection());
    Future<?> waiting = pool.query("select 1").execute();
    assertThat(metrics.queued).hasValue(1);

    await(connection.close());
    await(waiting);
    assertThat(metrics.queued).hasValue(0);
    assertThat(metrics.rejected).hasValue(0);
    Awaitility.await().untilAsserted(() -> assertThat(metrics.inUse).hasValue(0));
  }

  @Test
  void a_statement_that_fails_ends_its_use() {
    failure(SqliteException.class, pool(1).query("select * from nowhere").execute());

    Awaitility.await().untilAsserted(() -> assertThat(metrics.inUse).hasValue(0));
  }

  @Test
  void who_comes_past_the_bound_of_the_queue_is_rejected() {
    Pool pool = pool(new PoolOptions().setMaxSize(1).setMaxWaitQueueSize(0));
    SqlConnection connection = await(pool.getConnection());
    failure(Throwable.class, pool.getConnection());

    assertThat(metrics.rejected).hasValue(1);
    assertThat(metrics.queued).hasValue(0);
    await(connection.close());
  }

  @Test
  void who_waits_too_long_is_rejected() {
    SqliteConnectOptions never = options().setOpenMode(OpenMode.READ_WRITE);
    never.setReconnectAttempts(1).setReconnectInterval(3_600_000);
    Pool pool = SqlitePool.pool(vertx, never, new PoolOptions().setMaxSize(1)
        .setConnectionTimeout(20).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS));
    failure(Throwable.class, pool.getConnection());

    assertThat(metrics.rejected).hasValue(1);
    assertThat(metrics.queued).hasValue(0);
  }

  @Test
  void who_gets_none_because_the_file_cannot_be_opened_is_rejected() {
    Pool pool = pool(options().setOpenMode(OpenMode.READ_WRITE), 1);
    failure(SqliteException.class, pool.getConnection());
    failure(SqliteException.class, pool.query("select 1").execute());

    assertThat(metrics.rejected).hasValue(2);
    assertThat(metrics.queued).hasValue(0);
    assertThat(metrics.inUse).hasValue(0);
  }

  @Test
  void the_metrics_of_a_pool_are_closed_with_it() {
    Pool pool = pool(1);
    await(pool.query("select 1").execute());
    assertThat(metrics.closedPools).hasValue(0);

    await(pool.close());
    Awaitility.await().untilAsserted(() -> assertThat(metrics.closedPools).hasValue(1));
  }
}

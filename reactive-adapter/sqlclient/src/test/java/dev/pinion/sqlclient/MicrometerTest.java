package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.EnumSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What an application sees that registers Micrometer with Vert.x. */
class MicrometerTest extends DatabaseTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Override
  protected Vertx newVertx() {
    MicrometerMetricsOptions metrics = new MicrometerMetricsOptions()
        .setEnabled(true)
        .setLabels(EnumSet.of(Label.REMOTE, Label.NAMESPACE, Label.POOL_TYPE, Label.POOL_NAME));
    return Vertx.builder()
        .with(new VertxOptions().setMetricsOptions(metrics))
        .withMetrics(new MicrometerMetricsFactory(registry))
        .build();
  }

  @Test
  void queries_are_timed_by_file_and_metrics_name() {
    SqliteConnectOptions options = options();
    options.setMetricsName("books");
    Pool pool = pool(options, 1);
    await(pool.query("select 1").execute());
    await(pool.preparedQuery("select 2").execute());

    Timer time = registry.get("vertx.sql.processing.time")
        .tag("remote", file().toString()).tag("client_namespace", "books").timer();
    assertThat(time.count()).isEqualTo(2);
    assertThat(registry.get("vertx.sql.processing.pending").gauge().value()).isZero();
  }

  @Test
  void queries_that_fail_are_counted() {
    failure(SqliteException.class, pool(1).query("select * from nowhere").execute());

    assertThat(registry.get("vertx.sql.resets").counter().count()).isEqualTo(1);
    assertThat(registry.get("vertx.sql.processing.pending").gauge().value()).isZero();
  }

  @Test
  void a_pool_tells_how_many_connections_are_in_use_and_how_many_wait() {
    Pool pool = SqlitePool.pool(vertx, options(), new PoolOptions().setMaxSize(2).setName("books"));
    SqlConnection connection = await(pool.getConnection());
    assertThat(gauge("vertx.pool.in.use")).isEqualTo(1);
    assertThat(gauge("vertx.pool.ratio")).isEqualTo(0.5);
    assertThat(gauge("vertx.pool.queue.pending")).isZero();

    await(connection.close());
    Awaitility.await().untilAsserted(() -> assertThat(gauge("vertx.pool.in.use")).isZero());
    assertThat(registry.get("vertx.pool.completed").tag("pool_name", "books").counter().count()).isEqualTo(1);
  }

  private double gauge(String name) {
    return registry.get(name).tag("pool_type", "sql").tag("pool_name", "books").gauge().value();
  }
}

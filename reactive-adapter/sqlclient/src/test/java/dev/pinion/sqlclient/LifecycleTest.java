package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.Jdbc;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LifecycleTest extends DatabaseTest {

  @RepeatedTest(10)
  void a_closed_pool_leaves_no_thread_and_no_write_ahead_log() {
    Pool pool = pool(8);
    run(pool, "create table t (x)");
    await(Future.join(IntStream.range(0, 50).mapToObj(i -> pool.query("insert into t values (1)").execute()).toList()));
    await(pool.close());

    assertThat(workers()).isEmpty();
    assertThat(directory).isDirectoryNotContaining("glob:**-{wal,shm,journal}");
  }

  @Test
  void a_pool_whose_vertx_is_closed_is_closed_too_and_says_so() {
    Vertx other = Vertx.vertx();
    Pool pool = SqliteBuilder.pool().connectingTo(options()).using(other).build();
    run(pool, "select 1");
    await(other.close());
    await(pool.close());

    assertThat(workers()).isEmpty();
  }

  @Test
  void closing_a_connection_completes_what_was_asked_before() throws Exception {
    SqliteConnection connection = connect();
    run(connection, "create table t (x)");
    List<Future<?>> writes = IntStream.range(0, 100)
        .<Future<?>>mapToObj(i -> connection.query("insert into t values (1)").execute()).toList();
    await(connection.close());

    assertThat(writes).allMatch(Future::succeeded);
    assertThat(Jdbc.value(file().toString(), "select count(*) from t")).isEqualTo(100);
  }

  @Test
  void undeploying_a_verticle_closes_its_connections() {
    String id = await(vertx.deployVerticle(new AbstractVerticle() {
      @Override
      public void start(Promise<Void> started) {
        SqliteConnection.connect(vertx, options()).<Void>mapEmpty().onComplete(started);
      }
    }));
    await(vertx.undeploy(id));

    assertNoWorker();
  }

  @Test
  void a_connection_that_cannot_be_opened_leaves_no_thread() {
    failure(SqliteException.class, SqliteConnection.connect(vertx, options().setOpenMode(OpenMode.READ_WRITE)));

    assertNoWorker();
  }

  @Test
  void a_pool_in_memory_is_one_database() {
    Pool pool = pool(new SqliteConnectOptions().setPath(":memory:"), 8);
    run(pool, "create table t (x)");
    await(Future.join(IntStream.range(0, 50).mapToObj(i -> pool.query("insert into t values (1)").execute()).toList()));

    assertThat(single(pool, "select count(*) from t")).isEqualTo(50L);
    assertThat(pool.size()).isEqualTo(1);
  }

  @Test
  void a_pool_in_memory_outlives_the_idle_timeout() {
    Pool pool = SqliteBuilder.pool().connectingTo("sqlite::memory:").using(vertx)
        .with(new PoolOptions().setIdleTimeout(1).setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setPoolCleanerPeriod(1)).build();
    run(pool, "create table t (x)");
    await(vertx.timer(50).mapEmpty());

    assertThat(single(pool, "select count(*) from t")).isEqualTo(0L);
  }

  @Test
  void a_pool_is_found_by_its_url_alone() {
    Pool pool = Pool.pool(vertx, SqlConnectOptions.fromUri("sqlite:" + file()), new PoolOptions());

    assertThat(single(pool, "select 1")).isEqualTo(1L);
    assertThat(pool).isInstanceOf(SqlitePool.class);
  }

  @Test
  void pragmas_reach_each_connection() {
    SqliteConnection connection = await(SqliteConnection.connect(vertx, options().addPragma("cache_size", "-1234")));

    assertThat(single(connection, "pragma cache_size")).isEqualTo(-1234L);
    assertThat(single(connection, "pragma journal_mode")).isEqualTo("wal");
    assertThat(single(connection, "pragma synchronous")).isEqualTo(2L);
    assertThat(single(connection, "pragma foreign_keys")).isEqualTo(1L);
    assertThat(single(connection, "pragma trusted_schema")).isEqualTo(0L);
    assertThat(single(connection, "pragma busy_timeout")).isEqualTo(5000L);
  }

  @Test
  void too_many_waiting_commands_are_refused_with_the_bound() {
    SqliteConnection connection =
        await(SqliteConnection.connect(vertx, options().setMaxPendingCommands(10)));
    List<Future<?>> queries = IntStream.range(0, 1000).<Future<?>>mapToObj(i -> connection.query(
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000) select sum(i) from n")
        .execute()).toList();
    SqliteException error = failure(SqliteException.class, Future.all(queries));

    assertThat(error).hasMessageContaining("has 10 commands waiting already (maxPendingCommands)");
  }

  private static void assertNoWorker() {
    Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(workers()).isEmpty());
  }

  private static List<String> workers() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
        .filter(name -> name.startsWith("pinion-")).toList();
  }
}

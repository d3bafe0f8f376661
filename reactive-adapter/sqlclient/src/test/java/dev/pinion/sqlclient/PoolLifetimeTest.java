package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PoolLifetimeTest extends DatabaseTest {

  @Test
  void an_idle_connection_is_closed_after_the_idle_timeout() {
    Pool pool = pool(idleAfter(20).setPoolCleanerPeriod(10));
    run(pool, "select 1");
    awaitSize(pool, 0);

    assertThat(single(pool, "select 1")).isEqualTo(1L);
  }

  @Test
  void a_lent_connection_is_not_idle() {
    Pool pool = pool(idleAfter(1).setPoolCleanerPeriod(1));
    SqlConnection connection = await(pool.getConnection());
    await(vertx.timer(50));

    assertThat(single(connection, "select 1")).isEqualTo(1L);
    assertThat(pool.size()).isEqualTo(1);
  }

  @Test
  void an_idle_connection_is_closed_after_its_max_lifetime() {
    Pool pool = pool(livingFor(20).setPoolCleanerPeriod(10));
    run(pool, "select 1");
    awaitSize(pool, 0);

    assertThat(single(pool, "select 1")).isEqualTo(1L);
  }

  @Test
  void a_connection_older_than_its_max_lifetime_is_closed_when_it_is_given_back() {
    Pool pool = pool(livingFor(20).setMaxSize(1).setPoolCleanerPeriod(0));
    SqlConnection old = await(pool.getConnection());
    Future<SqlConnection> waiting = pool.getConnection();
    await(vertx.timer(50));
    await(old.close());

    assertThat(engine(await(waiting))).isNotSameAs(engine(old));
    assertThat(pool.size()).isEqualTo(1);
  }

  @Test
  void a_cleaner_period_of_zero_keeps_idle_connections() {
    Pool pool = pool(idleAfter(1).setPoolCleanerPeriod(0));
    run(pool, "select 1");
    await(vertx.timer(50));

    assertThat(pool.size()).isEqualTo(1);
  }

  @Test
  void a_shared_pool_is_cleaned_after_its_first_user_is_undeployed() {
    PoolOptions options = idleAfter(20).setPoolCleanerPeriod(10).setShared(true).setName("shared");
    String verticle = await(vertx.deployVerticle(new AbstractVerticle() {
      @Override
      public void start(Promise<Void> started) {
        pool(options).query("select 1").execute().<Void>mapEmpty().onComplete(started);
      }
    }));
    Pool pool = pool(options);
    await(vertx.undeploy(verticle));
    run(pool, "select 1");

    awaitSize(pool, 0);
  }

  @Test
  void a_connection_that_died_in_the_hands_of_its_user_is_replaced() {
    Pool pool = pool(1);
    SqlConnection connection = await(pool.getConnection());
    Promise<Void> closed = Promise.promise();
    connection.closeHandler(closed::complete);
    Future<?> waiting = pool.query("select 1").execute();
    engine(connection).close(null, Promise.promise());
    await(closed.future());
    await(waiting);
    await(connection.close());

    assertThat(single(pool, "select 1")).isEqualTo(1L);
    assertThat(pool.size()).isEqualTo(1);
  }

  private static PoolOptions idleAfter(int milliseconds) {
    return new PoolOptions().setIdleTimeout(milliseconds).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  private static PoolOptions livingFor(int milliseconds) {
    return new PoolOptions().setMaxLifetime(milliseconds).setMaxLifetimeUnit(TimeUnit.MILLISECONDS);
  }

  private static Connection engine(SqlConnection connection) {
    return ((SqlConnectionInternal) connection).unwrap().unwrap();
  }

  private static void awaitSize(Pool pool, int size) {
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> pool.size() == size);
  }
}

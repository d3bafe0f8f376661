package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedPoolTest extends DatabaseTest {

  private static final PoolOptions SHARED = new PoolOptions().setMaxSize(1).setShared(true).setName("shared");

  @Test
  void pools_of_one_name_are_the_same_connections() {
    Pool one = pool(SHARED);
    Pool two = pool(SHARED);
    run(one, "select 1");

    assertThat(two.size()).isEqualTo(1);
    assertThat(engine(await(two.getConnection().compose(SharedPoolTest::givenBack))))
        .isSameAs(engine(await(one.getConnection())));
  }

  @Test
  void pools_of_one_name_that_are_not_shared_have_their_own_connections() {
    Pool one = pool(new PoolOptions(SHARED).setShared(false));
    Pool two = pool(new PoolOptions(SHARED).setShared(false));
    run(one, "select 1");

    assertThat(two.size()).isZero();
  }

  @Test
  void who_has_closed_it_is_refused_while_others_go_on() {
    Pool one = pool(SHARED);
    Pool two = pool(SHARED);
    run(one, "select 1");
    await(one.close());

    assertThat(failure(IllegalStateException.class, one.query("select 1").execute()))
        .hasMessageContaining("The pool shared on " + file() + " is closed");
    assertThat(failure(IllegalStateException.class, one.getConnection())).hasMessageContaining("is closed");
    assertThat(single(two, "select 1")).isEqualTo(1L);
  }

  @Test
  void the_last_user_closes_it() {
    Pool one = pool(SHARED);
    Pool two = pool(SHARED);
    run(one, "create table t (x)");
    await(one.close());
    await(one.close());
    assertThat(two.size()).isEqualTo(1);
    await(two.close());

    assertThat(directory).isDirectoryNotContaining("glob:**-{wal,shm,journal}");
    assertThat(single(pool(SHARED), "select 1")).isEqualTo(1L);
  }

  @Test
  void the_instances_of_a_verticle_share_it_and_take_it_along() {
    Queue<Pool> pools = new ConcurrentLinkedQueue<>();
    String verticle = await(vertx.deployVerticle(() -> new AbstractVerticle() {
      @Override
      public void start(Promise<Void> started) {
        Pool pool = pool(SHARED);
        pools.add(pool);
        pool.query("create table if not exists t (x)").execute().<Void>mapEmpty().onComplete(started);
      }
    }, new DeploymentOptions().setInstances(4)));

    assertThat(pools).hasSize(4).allMatch(pool -> pool.size() == 1);
    await(vertx.undeploy(verticle));
    assertThat(directory).isDirectoryNotContaining("glob:**-{wal,shm,journal}");
    assertThat(pools).allSatisfy(pool -> assertThat(failure(IllegalStateException.class, pool.getConnection()))
        .hasMessageContaining("is closed"));
  }

  @Test
  void its_connect_handler_is_that_of_its_first_user() {
    AtomicInteger first = new AtomicInteger();
    AtomicInteger second = new AtomicInteger();
    Pool one = prepared(first);
    prepared(second);
    pool(SHARED);
    run(one, "select 1");

    assertThat(first).hasValue(1);
    assertThat(second).hasValue(0);
  }

  @Test
  void one_name_for_two_databases_is_refused() {
    Pool one = pool(SHARED);
    String other = directory.resolve("other.db").toString();

    assertThatThrownBy(() -> SqlitePool.pool(vertx, "sqlite:" + other, SHARED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a shared pool of the name shared already, but on another database")
        .hasMessageContaining(file().toString());
    run(one, "create table t (x)");
    await(one.close());
    assertThat(directory).isDirectoryNotContaining("glob:**-{wal,shm,journal}");
  }

  private Pool prepared(AtomicInteger count) {
    return SqliteBuilder.pool().connectingTo(options()).with(SHARED).using(vertx)
        .withConnectHandler(SqlitePool.preparing(connection -> {
          count.incrementAndGet();
          return Future.succeededFuture();
        })).build();
  }

  @Test
  void a_connection_of_one_user_is_closed_by_him_and_given_to_another() {
    Pool one = pool(SHARED);
    Pool two = pool(SHARED);
    SqlConnection connection = await(one.getConnection());
    Future<SqlConnection> waiting = two.getConnection();
    await(connection.close());
    await(one.close());

    assertThat(single(await(waiting), "select 1")).isEqualTo(1L);
  }

  private static Future<SqlConnection> givenBack(SqlConnection connection) {
    return connection.close().map(connection);
  }

  private static Object engine(SqlConnection connection) {
    return ((SqlConnectionInternal) connection).unwrap().unwrap();
  }
}

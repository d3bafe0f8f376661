package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.spi.SqliteDriver;
import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.Jdbc;
import dev.pinion.sqlclient.testing.OpenFiles;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.CloseFuture;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolCloseTest extends DatabaseTest {

  @Test
  void a_closed_pool_leaves_no_thread_no_open_file_and_no_write_ahead_log() {
    Pool pool = pool(8);
    run(pool, "create table t (x)");
    await(Future.join(IntStream.range(0, 50).mapToObj(i -> pool.query("insert into t values (1)").execute()).toList()));
    assertThat(OpenFiles.in(directory)).isNotEmpty();
    await(pool.close());

    assertNothingIsLeft();
  }

  @Test
  void what_is_in_flight_is_completed_and_what_waits_is_refused() throws Exception {
    Pool pool = pool(2);
    run(pool, "create table t (x)");
    List<Future<?>> writes = IntStream.range(0, 20)
        .<Future<?>>mapToObj(i -> pool.query("insert into t values (1)").execute()).toList();
    await(pool.close());
    await(Future.join(writes).otherwiseEmpty());

    assertThat(writes).filteredOn(Future::failed).extracting(Future::cause).allSatisfy(error ->
        assertThat(error).isInstanceOf(IllegalStateException.class).hasMessageContaining("is closed; build a new one"));
    long written = writes.stream().filter(Future::succeeded).count();
    assertThat(Jdbc.value(file().toString(), "select count(*) from t")).isEqualTo((int) written);
    assertNothingIsLeft();
  }

  @Test
  void a_pool_closed_while_it_opens_connections_leaves_nothing() {
    for (int i = 0; i < 10; i++) {
      Pool pool = pool(4);
      List<Future<?>> queries =
          IntStream.range(0, 8).<Future<?>>mapToObj(n -> pool.query("select 1").execute()).toList();
      await(pool.close());
      await(Future.join(queries).otherwiseEmpty());

      assertThat(queries).filteredOn(Future::failed).extracting(Future::cause)
          .allSatisfy(error -> assertThat(error).hasMessageContaining("is closed"));
      assertNothingIsLeft();
    }
  }

  @Test
  void a_transaction_of_a_lent_connection_is_rolled_back() throws Exception {
    Pool pool = pool(2);
    run(pool, "create table t (x)");
    SqlConnection connection = await(pool.getConnection());
    Promise<Void> told = Promise.promise();
    connection.closeHandler(told::complete);
    await(connection.begin());
    run(connection, "insert into t values (1)");
    await(pool.close());
    await(told.future());

    assertThat(failure(SqliteException.class, connection.query("select 1").execute()))
        .hasMessageContaining("is closed");
    assertThat(Jdbc.value(file().toString(), "select count(*) from t")).isEqualTo(0);
    await(connection.close().otherwiseEmpty());
    assertNothingIsLeft();
  }

  @Test
  void a_connection_can_be_given_back_after_its_pool_was_closed() {
    Pool pool = pool(1);
    SqlConnection connection = await(pool.getConnection());
    await(pool.close());
    await(connection.close());

    assertNothingIsLeft();
  }

  @Test
  void closing_twice_is_closing_once() {
    Pool pool = pool(1);
    run(pool, "create table t (x)");
    await(pool.close());
    await(pool.close());

    assertNothingIsLeft();
  }

  @Test
  void many_threads_may_close_a_pool_at_once() {
    Pool pool = pool(4);
    run(pool, "create table t (x)");
    List<CompletableFuture<Void>> closings = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.runAsync(() -> {
      await(pool.close());
      assertNothingIsLeft();
    })).toList();

    CompletableFuture.allOf(closings.toArray(CompletableFuture[]::new)).join();
  }

  @Test
  void the_handler_of_close_is_called_and_may_be_left_out() {
    Pool pool = pool(1);
    run(pool, "create table t (x)");
    Promise<Void> closed = Promise.promise();
    pool.close(null);
    pool.close(closed);
    await(closed.future());

    assertNothingIsLeft();
  }

  @Test
  void closing_on_the_event_loop_of_a_connection_does_not_wait_for_itself() {
    Pool pool = pool(2);
    Promise<Void> closed = Promise.promise();
    vertx.runOnContext(start -> pool.query("create table t (x)").execute()
        .compose(created -> pool.close()).onComplete(closed));
    await(closed.future());

    assertNothingIsLeft();
  }

  @Test
  void undeploying_a_verticle_closes_its_pool() {
    AtomicReference<Pool> pool = new AtomicReference<>();
    String verticle = await(vertx.deployVerticle(new AbstractVerticle() {
      @Override
      public void start(Promise<Void> started) {
        pool.set(pool(2));
        pool.get().query("create table t (x)").execute().<Void>mapEmpty().onComplete(started);
      }
    }));
    await(vertx.undeploy(verticle));

    assertNothingIsLeft();
    assertThat(failure(IllegalStateException.class, pool.get().getConnection())).hasMessageContaining("is closed");
  }

  @Test
  void a_pool_closes_with_the_close_future_that_it_was_given() {
    CloseFuture closeFuture = new CloseFuture();
    Pool pool = SqliteDriver.INSTANCE.newPool(vertx, List.of(options()), new PoolOptions(), closeFuture);
    run(pool, "create table t (x)");
    await(closeFuture.close());

    assertNothingIsLeft();
    assertThat(failure(IllegalStateException.class, pool.getConnection())).hasMessageContaining("is closed");
  }

  @Test
  void a_client_is_closed_like_a_pool() {
    var client = SqliteBuilder.client().connectingTo(options()).using(vertx).build();
    run(client, "create table t (x)");
    await(client.close());

    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() {
    assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("pinion-test.db"));
    assertThat(OpenFiles.in(directory)).isEmpty();
    assertThat(directory).isDirectoryNotContaining("glob:**-{wal,shm,journal}");
  }
}

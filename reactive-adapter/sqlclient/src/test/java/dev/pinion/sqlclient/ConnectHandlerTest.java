package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectHandlerTest extends DatabaseTest {

  @Test
  void it_prepares_each_connection_before_its_first_user() {
    AtomicInteger prepared = new AtomicInteger();
    Pool pool = pool(new PoolOptions().setMaxSize(3), connection -> connection.query("pragma cache_size = -1234")
        .execute().onComplete(done -> {
          prepared.incrementAndGet();
          connection.close();
        }));
    for (int i = 0; i < 3; i++) {
      assertThat(single(await(pool.getConnection()), "pragma cache_size")).isEqualTo(-1234L);
    }

    assertThat(prepared).hasValue(3);
  }

  @Test
  void the_connection_stays_out_of_the_pool_until_it_is_closed() {
    Promise<SqlConnection> fresh = Promise.promise();
    Pool pool = pool(new PoolOptions(), fresh::complete);
    Future<?> query = pool.query("select 1").execute();
    SqlConnection connection = await(fresh.future());
    run(connection, "create table t (x)");

    assertThat(query.isComplete()).isFalse();
    await(connection.close());
    await(query);
  }

  @Test
  void a_transaction_that_it_leaves_open_is_rolled_back() {
    Pool pool = pool(new PoolOptions(), connection -> connection.begin()
        .compose(begun -> connection.query("create table t (x)").execute())
        .onComplete(done -> connection.close()));

    assertThat(single(pool, "select count(*) from sqlite_schema")).isEqualTo(0L);
    run(connect(), "create table t (x)");
  }

  @Test
  void what_it_throws_is_told_and_costs_no_connection() {
    AtomicInteger calls = new AtomicInteger();
    Pool pool = pool(new PoolOptions().setMaxSize(1), connection -> {
      if (calls.incrementAndGet() == 1) {
        throw new UnsupportedOperationException("not today");
      }
      connection.close();
    });
    IllegalStateException error = failure(IllegalStateException.class, pool.query("select 1").execute());

    assertThat(error).hasMessageContaining("its connect handler failed: not today")
        .hasCauseInstanceOf(UnsupportedOperationException.class);
    assertThat(single(pool, "select 1")).isEqualTo(1L);
  }

  @Test
  void a_connection_that_it_never_closes_is_not_waited_for_for_ever() {
    AtomicInteger calls = new AtomicInteger();
    Pool pool = pool(timeoutAfter(100).setMaxSize(1), connection -> {
      if (calls.incrementAndGet() > 1) {
        connection.close();
      }
    });
    Throwable error = failure(CompletionException.class, pool.getConnection()).getCause();

    assertThat(error).isInstanceOf(TimeoutException.class)
        .hasMessageContaining("1 with the connect handler, which must close each");
    assertThat(single(lease(pool), "select 1")).isEqualTo(1L);
  }

  @Test
  void its_failure_is_told_at_once_if_it_is_an_asynchronous_step() {
    Pool pool = pool(new PoolOptions(), SqlitePool.preparing(connection -> connection.query("nonsense").execute()));
    IllegalStateException error = failure(IllegalStateException.class, pool.query("select 1").execute());

    assertThat(error).hasMessageContaining("its connect handler failed: near \"nonsense\"")
        .hasCauseInstanceOf(SqliteException.class);
  }

  @Test
  void an_asynchronous_step_lets_the_connection_into_the_pool_when_it_is_done() {
    Pool pool = pool(new PoolOptions(),
        SqlitePool.preparing(connection -> connection.query("pragma cache_size = -1234").execute()));

    assertThat(single(pool, "pragma cache_size")).isEqualTo(-1234L);
  }

  @Test
  void a_connection_that_it_keeps_does_not_hinder_closing_the_pool() {
    Promise<SqlConnection> fresh = Promise.promise();
    Pool pool = pool(new PoolOptions(), fresh::complete);
    Future<?> query = pool.query("select 1").execute();
    await(fresh.future());
    await(pool.close());

    assertThat(failure(IllegalStateException.class, query)).hasMessageContaining("is closed; build a new one");
    assertThat(directory).isDirectoryNotContaining("glob:**-{wal,shm,journal}");
  }

  @Test
  void it_runs_on_the_event_loops_that_the_pool_was_given() {
    Set<Object> loops = ConcurrentHashMap.newKeySet();
    Pool pool = pool(new PoolOptions().setMaxSize(6).setEventLoopSize(2), connection -> {
      loops.add(((ContextInternal) Vertx.currentContext()).nettyEventLoop());
      connection.close();
    });
    await(Future.all(IntStream.range(0, 6).mapToObj(i -> pool.getConnection()).toList()));

    assertThat(loops).hasSize(2);
  }

  private Pool pool(PoolOptions poolOptions, Handler<SqlConnection> handler) {
    return SqliteBuilder.pool().connectingTo(options()).with(poolOptions).withConnectHandler(handler).using(vertx)
        .build();
  }

  private static PoolOptions timeoutAfter(int milliseconds) {
    return new PoolOptions().setConnectionTimeout(milliseconds).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
  }
}

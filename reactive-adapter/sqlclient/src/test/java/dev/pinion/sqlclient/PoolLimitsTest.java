package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolLimitsTest extends DatabaseTest {

  @Test
  void a_pool_opens_no_more_connections_than_its_max_size() {
    Pool pool = pool(3);
    for (int i = 0; i < 3; i++) {
      await(pool.getConnection());
    }
    Future<SqlConnection> fourth = pool.getConnection();
    await(vertx.timer(50));

    assertThat(fourth.isComplete()).isFalse();
    assertThat(pool.size()).isEqualTo(3);
  }

  @Test
  void a_connection_that_is_given_back_goes_to_who_waits_longest() {
    Pool pool = pool(1);
    SqlConnection connection = await(pool.getConnection());
    List<Future<SqlConnection>> waiting = IntStream.range(0, 3).mapToObj(i -> pool.getConnection()).toList();
    for (Future<SqlConnection> next : waiting) {
      await(connection.close());
      connection = await(next);
    }

    assertThat(waiting).allMatch(Future::succeeded);
  }

  @Test
  void past_the_wait_queue_a_call_fails_at_once_with_the_bound() {
    Pool pool = pool(new PoolOptions().setMaxSize(1).setMaxWaitQueueSize(2));
    SqlConnection connection = await(pool.getConnection());
    Future<?> first = pool.query("select 1").execute();
    Future<?> second = pool.getConnection().compose(SqlConnection::close);

    for (Future<?> third : List.of(pool.query("select 1").execute(), pool.getConnection())) {
      assertThat(failure(ConnectionPoolTooBusyException.class, third)).hasMessageContaining(file().toString())
          .hasMessageContaining("max wait queue size of 2 (maxWaitQueueSize): 1 in use, 2 waiting");
    }
    await(connection.close());
    await(Future.all(first, second));
  }

  @Test
  void connections_that_are_being_opened_take_no_place_in_the_wait_queue() {
    Pool pool = pool(new PoolOptions().setMaxSize(2).setMaxWaitQueueSize(3));
    List<Future<?>> queries = IntStream.range(0, 6).<Future<?>>mapToObj(i -> pool.query("select 1").execute()).toList();
    await(Future.join(queries).otherwiseEmpty());

    assertThat(queries.subList(0, 5)).allMatch(Future::succeeded);
    assertThat(queries.get(5).cause()).isInstanceOf(ConnectionPoolTooBusyException.class);
  }

  @Test
  void who_waits_too_long_is_told_for_what_and_in_which_state_the_pool_is() {
    Pool pool = pool(timeoutAfter(100).setMaxSize(1).setName("accounts"));
    lease(pool);

    for (Future<?> late : List.of(pool.getConnection(), pool.query("select 1").execute(),
        pool.preparedQuery("select 1").execute())) {
      assertThat(timeout(late)).hasMessageContaining("The pool accounts on " + file() + " had no connection to give "
          + "within 100 ms: size 1 of 1, 1 in use, ").hasMessageContaining(" waiting, 0 being opened. Give");
    }
  }

  @Test
  void who_has_waited_too_long_leaves_the_queue() {
    Pool pool = pool(timeoutAfter(50).setMaxSize(1).setMaxWaitQueueSize(1));
    SqlConnection connection = lease(pool);
    for (int i = 0; i < 3; i++) {
      timeout(pool.query("select 1").execute());
    }
    await(connection.close());

    assertThat(single(pool, "select 1")).isEqualTo(1L);
  }

  @Test
  void a_query_that_has_waited_too_long_is_not_run() {
    Pool pool = pool(timeoutAfter(50).setMaxSize(1));
    SqlConnection connection = lease(pool);
    run(connection, "create table t (x)");
    timeout(pool.query("insert into t values (1)").execute());
    await(connection.close());

    assertThat(single(pool, "select count(*) from t")).isEqualTo(0L);
  }

  @Test
  void no_connection_is_lost_that_comes_in_the_moment_when_the_time_is_up() {
    Pool pool = pool(timeoutAfter(1).setMaxSize(2));
    await(Future.join(IntStream.range(0, 3000).mapToObj(i -> pool.withConnection(
        connection -> connection.query("select 1").execute())).toList()).otherwiseEmpty());

    assertThat(List.of(lease(pool), lease(pool))).doesNotHaveDuplicates();
  }

  @Test
  void asking_for_a_second_connection_while_holding_the_only_one_ends_in_a_clear_timeout() {
    Pool pool = pool(timeoutAfter(100).setMaxSize(1));
    await(lease(pool).close());
    Throwable error = timeout(pool.withConnection(connection -> pool.query("select 1").execute()));

    assertThat(error).hasMessageContaining("do not ask for a second one while holding the first");
    assertThat(single(pool, "select 1")).isEqualTo(1L);
  }

  @Test
  void a_connection_that_cannot_be_opened_leaves_its_place_to_the_next() {
    Pool pool = pool(options().setOpenMode(OpenMode.READ_WRITE), 1);
    List<Future<?>> early =
        IntStream.range(0, 5).<Future<?>>mapToObj(i -> pool.query("select 1").execute()).toList();
    await(Future.join(early).otherwiseEmpty());
    await(connect().close());

    assertThat(early).allMatch(query -> query.cause() instanceof SqliteException);
    assertThat(single(pool, "select 1")).isEqualTo(1L);
  }

  @Test
  void a_connection_that_was_given_back_cannot_interrupt_its_next_user() {
    Pool pool = pool(1);
    SqliteConnection connection = SqliteConnection.cast(await(pool.getConnection()));
    await(connection.close());

    assertThat(failure(IllegalStateException.class, connection.interrupt()))
        .hasMessageContaining("was given back; get a new one");
    assertThat(single(pool, "select 1")).isEqualTo(1L);
  }

  @Test
  void a_pool_of_no_connection_is_refused() {
    assertThatThrownBy(() -> pool(0)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("max size must be > 0");
  }

  private static PoolOptions timeoutAfter(int milliseconds) {
    return new PoolOptions().setConnectionTimeout(milliseconds).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  private static Throwable timeout(Future<?> future) {
    Throwable error = failure(CompletionException.class, future).getCause();
    assertThat(error).isInstanceOf(TimeoutException.class);
    return error;
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that a pool runs without a connection of their caller's. */
class RoutingTest extends DatabaseTest {

  private static final String SLOW = "select max(i) from "
      + "(with recursive n(i) as (select 1 union all select i + 1 from n limit 1500000) select i from n)";

  private SqliteConnection other;

  @BeforeEach
  void createTable() {
    other = connect();
    run(other, "create table t (id integer primary key, x)");
    run(other, "insert into t values (1, 0)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"select x from t", "  -- all\n select x from t;", "values (0)", "explain select 1",
      "with a as (select x from t) select x from a"})
  void reading_does_not_wait_for_those_who_write(String sql) {
    Pool pool = pool(3);
    await(pool.query(sql).execute());
    await(other.begin());
    Future<?> write = pool.query("update t set x = 1").execute();

    assertThat(await(pool.query(sql).execute()).size()).isPositive();
    assertThat(write.isComplete()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void a_read_sees_every_write_that_was_acknowledged_before(int size) {
    Pool pool = pool(size);
    for (long i = 1; i <= 200; i++) {
      run(pool, "update t set x = ?", i);
      assertThat(single(pool, "select x from t")).isEqualTo(i);
    }
  }

  @Test
  void a_slow_read_delays_no_other() {
    Pool pool = pool(4);
    List<Future<RowSet<Row>>> slow = IntStream.range(0, 2).mapToObj(i -> pool.query(SLOW).execute()).toList();
    List<Future<RowSet<Row>>> quick =
        IntStream.range(0, 200).mapToObj(i -> pool.query("select x from t").execute()).toList();
    await(Future.all(quick));

    assertThat(slow).noneMatch(Future::isComplete);
    await(Future.all(slow));
  }

  @Test
  void no_more_connections_are_opened_than_the_pool_may_have() {
    Pool pool = pool(3);
    await(Future.all(IntStream.range(0, 500).mapToObj(i -> i % 5 == 0
        ? pool.query("update t set x = x + 1").execute() : pool.query("select x from t").execute()).toList()));

    assertThat(single(pool, "select x from t")).isEqualTo(100L);
    assertThat(pool.size()).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void who_asks_for_a_connection_gets_its_turn_while_statements_keep_coming(int size) {
    Pool pool = pool(size);
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger served = new AtomicInteger();
    List<Future<Void>> flow = IntStream.range(0, 32).mapToObj(i -> keepGoing(pool, i, enough, served)).toList();
    Awaitility.await().until(() -> served.get() > 100);
    List<SqlConnection> all = IntStream.range(0, size).mapToObj(i -> await(pool.getConnection())).toList();
    int before = served.get();
    await(vertx.timer(30));
    assertThat(served.get() - before).as("What was under way comes to its end").isLessThanOrEqualTo(32);
    all.forEach(connection -> await(connection.close()));
    Awaitility.await().until(() -> served.get() > before + 100);

    enough.set(true);
    await(Future.all(flow));
  }

  @Test
  void a_connection_that_is_not_needed_goes_back() {
    Pool pool = pool(new PoolOptions().setMaxSize(2).setIdleTimeout(10).setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setPoolCleanerPeriod(10));
    run(pool, "update t set x = 2");
    run(pool, "select 1");

    Awaitility.await().until(() -> pool.size() == 0);
  }

  @Test
  void a_connection_that_dies_fails_nobody_but_whose_statement_it_ran() {
    Pool pool = pool(2);
    run(pool, "select 1");
    List<Future<RowSet<Row>>> reads =
        IntStream.range(0, 200).mapToObj(i -> pool.query("select x from t").execute()).toList();
    SqlConnection any = await(pool.getConnection());
    ((SqlConnectionInternal) any).unwrap().close(null, Promise.promise());
    await(Future.all(reads));

    assertThat(single(pool, "select x from t")).isEqualTo(0L);
  }

  @Test
  void closing_the_pool_lets_what_was_sent_come_to_its_end() {
    Pool pool = pool(3);
    String slow = "(with recursive n(i) as (select 1 union all select i + 1 from n limit 300000)"
        + " select 0 * count(*) from n)";
    List<Future<RowSet<Row>>> sent = IntStream.range(0, 100).mapToObj(i -> i % 2 == 0
        ? pool.query("update t set x = x + 1 + " + (i == 2 ? slow : 0)).execute()
        : pool.query("select x + " + (i == 3 ? slow : 0) + " from t").execute()).toList();
    // From now on they wait for a worker and no longer for a connection.
    await(Future.all(sent.subList(0, 2)));
    await(pool.close());
    await(Future.all(sent));

    assertThat(single(other, "select x from t")).isEqualTo(50L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void threads_that_take_connections_and_threads_that_send_statements_do_not_hinder_each_other(int size)
      throws Exception {
    Pool pool = pool(size);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<java.util.concurrent.Future<?>> callers = new ArrayList<>();
    for (int caller = 0; caller < 6; caller++) {
      boolean leases = caller % 2 == 0;
      callers.add(threads.submit(() -> {
        for (int i = 0; i < 2_000; i++) {
          spin(ThreadLocalRandom.current().nextInt(60_000));
          Future<?> done = leases
              ? pool.getConnection().compose(SqlConnection::close) : pool.query("select x from t").execute();
          await(done);
        }
      }));
    }
    threads.shutdown();

    for (java.util.concurrent.Future<?> caller : callers) {
      caller.get(60, TimeUnit.SECONDS);
    }
  }

  @RepeatedTest(10)
  void writes_keep_their_order_while_a_connection_for_them_is_opened() {
    Pool pool = pool(2);
    List<Future<?>> writes = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      writes.add(pool.preparedQuery("insert into t (x) values (?)").execute(Tuple.of(i)));
      spin(20_000);
    }
    await(Future.all(writes));

    assertThat(run(pool, "select x from t where id > 1 order by id")).extracting(row -> row.getInteger(0)).isSorted();
  }

  private static void spin(int nanos) {
    for (long until = System.nanoTime() + nanos; System.nanoTime() < until;) {
      Thread.onSpinWait();
    }
  }

  @RepeatedTest(20)
  void closing_the_pool_in_the_middle_of_a_flow_leaves_nothing_unanswered() {
    Pool pool = pool(3);
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      sent.add(switch (i % 5) {
        case 0 -> pool.query("update t set x = x + 1").execute();
        case 1 -> pool.withConnection(connection -> connection.query("select x from t").execute());
        default -> pool.query("select x from t").execute();
      });
      if (i == 100) {
        sent.add(vertx.timer(1).compose(later -> pool.close()));
      }
    }
    await(vertx.timer(2));
    sent.add(pool.query("select x from t").execute());

    await(Future.join(sent).otherwiseEmpty());
    assertThat(sent).allMatch(Future::isComplete);
  }

  @Test
  void a_pragma_through_the_pool_does_not_change_the_shared_connections() {
    Pool pool = pool(2);
    run(pool, "select 1");
    await(pool.query("pragma query_only = on").execute());

    assertThat(run(pool, "update t set x = 1").rowCount()).isEqualTo(1);
  }

  @Test
  void a_script_through_the_pool_runs_in_one_piece() {
    Pool pool = pool(3);
    List<Future<RowSet<Row>>> scripts = IntStream.range(0, 50).mapToObj(i -> pool.query(
        "begin immediate; update t set x = x + 1; update t set x = x + 1; commit").execute()).toList();
    await(Future.all(scripts));

    assertThat(single(pool, "select x from t")).isEqualTo(100L);
  }

  @Test
  void a_semicolon_in_a_string_does_not_matter() {
    assertThat(single(pool(2), "select 'a;b'")).isEqualTo("a;b");
    assertThat(await(pool(2).query("select 'a;b' as s;").execute()).iterator().next().getString("s"))
        .isEqualTo("a;b");
  }

  private static Future<Void> keepGoing(Pool pool, int i, AtomicBoolean enough, AtomicInteger served) {
    Future<RowSet<Row>> statement = i % 4 == 0
        ? pool.query("update t set x = x + 1").execute() : pool.query("select x from t").execute();
    return statement.compose(done -> {
      served.incrementAndGet();
      return enough.get() ? Future.succeededFuture() : keepGoing(pool, i, enough, served);
    });
  }
}

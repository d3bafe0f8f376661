package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SmallRye's Mutiny binding of the SQL client over our pool, which has one connection that must come back. */
class MutinyTest extends DatabaseTest {

  private static final String ENDLESS =
      "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n";
  private static final String LONG =
      "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000000) select count(*) from n";

  private Pool pool;

  @BeforeEach
  void createTable() {
    pool = Pool.newInstance(pool(new PoolOptions().setMaxSize(1)));
    await(pool.query("create table t (id integer primary key, name text)").execute());
  }

  @Test
  void a_query_gives_rows() {
    Uni<List<String>> names = pool.preparedQuery("insert into t (name) values (?), (?) returning name")
        .execute(Tuple.of("Ishmael", "Ahab"))
        .onItem().transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .map(row -> row.getString("name"))
        .collect().asList();

    assertThat(await(names)).containsExactly("Ishmael", "Ahab");
  }

  @Test
  void a_batch_takes_effect() {
    await(pool.preparedQuery("insert into t values (?, ?)")
        .executeBatch(List.of(Tuple.of(1, "Ishmael"), Tuple.of(2, "Ahab"))));

    assertThat(count()).isEqualTo(2);
  }

  @Test
  void an_error_is_the_drivers_exception() {
    assertThatThrownBy(() -> await(pool.query("select * from absent").execute()))
        .isInstanceOf(SqliteException.class);
  }

  @Test
  void a_transaction_whose_uni_succeeds_is_committed() {
    await(pool.withTransaction(connection -> connection.query("insert into t values (1, 'Ahab')").execute()));

    assertThat(count()).isEqualTo(1);
  }

  @Test
  void a_transaction_whose_uni_fails_is_rolled_back() {
    Uni<Void> failing = pool.withTransaction(connection -> connection
        .query("insert into t values (1, 'Ahab')").execute()
        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));

    assertThatThrownBy(() -> await(failing)).isInstanceOf(IllegalStateException.class);
    assertThat(count()).isZero();
  }

  @Test
  void a_stream_is_a_multi() {
    await(pool.query("insert into t (name) values ('a'), ('b'), ('c')").execute());
    List<Integer> ids = await(stream("select id from t order by id", 2).map(row -> row.getInteger(0))
        .collect().asList());

    assertThat(ids).containsExactly(1, 2, 3);
  }

  @Test
  void a_multi_that_takes_enough_gives_the_connection_back() {
    assertThat(await(stream(ENDLESS, 10).select().first(25).collect().asList())).hasSize(25);

    assertThat(count()).isZero();
  }

  @Test
  void a_multi_that_is_cancelled_gives_the_connection_back() throws Exception {
    CountDownLatch running = new CountDownLatch(100);
    var subscription = stream(ENDLESS, 10).subscribe().with(row -> running.countDown());
    assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
    subscription.cancel();

    assertThat(count()).isZero();
  }

  @Test
  void a_multi_that_is_cancelled_before_it_has_a_connection_keeps_none() {
    SqlConnection only = await(pool.getConnection());
    stream(ENDLESS, 10).subscribe().with(row -> { }).cancel();
    await(only.close());

    assertThat(count()).isZero();
  }

  @Test
  void a_multi_that_fails_gives_the_connection_back() {
    assertThatThrownBy(() -> await(stream("select * from absent", 10).collect().asList()))
        .isInstanceOf(SqliteException.class);

    assertThat(count()).isZero();
  }

  @Test
  void a_query_whose_uni_is_cancelled_gives_the_connection_back() {
    pool.query(LONG).execute().subscribe().with(rows -> { }).cancel();

    assertThat(count()).isZero();
  }

  @Test
  void a_transaction_whose_uni_is_cancelled_runs_to_its_end_and_gives_the_connection_back() {
    pool.withTransaction(connection -> connection.query("insert into t values (1, 'Ahab')").execute()
            .chain(() -> connection.query(LONG).execute()))
        .subscribe().with(rows -> { }).cancel();

    assertThat(count()).isEqualTo(1);
  }

  private Multi<Row> stream(String sql, int fetch) {
    return Multi.createFrom().resource(() -> pool.getConnection().memoize().indefinitely(), leased -> leased
            .chain(connection -> connection.prepare(sql))
            .onItem().transformToMulti(statement -> statement.createStream(fetch).toMulti()))
        .withFinalizer((Uni<SqlConnection> leased) -> leased.chain(SqlConnection::close));
  }

  private int count() {
    return await(pool.query("select count(*) from t").execute()).iterator().next().getInteger(0);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(60));
  }
}

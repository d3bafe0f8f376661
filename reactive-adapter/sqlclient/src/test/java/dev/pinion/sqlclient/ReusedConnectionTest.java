package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one user of a pool's connection did to it, the next one must not find. */
class ReusedConnectionTest extends DatabaseTest {

  @ParameterizedTest
  @ValueSource(strings = {
      "create temp table leftover (x)",
      "create temp table \"with \"\"quotes\"\" and spaces\" (x)",
      "create temp view leftover as select 1",
      "create temporary table leftover as select 1 as x; create unique index temp.i on leftover (x)",
      "create temp table leftover (x); create temp trigger tr after insert on leftover begin select 1; end",
      "create temp trigger leftover after insert on kept begin select 1; end",
      "create virtual table temp.leftover using fts5(x)"})
  void temporary_objects_are_gone(String sql) {
    Pool pool = pool(1);
    run(pool, "create table kept (x)");
    leave(pool, sql);

    assertThat(single(pool, "select count(*) from temp.sqlite_schema")).isEqualTo(0L);
  }

  @Test
  void a_connection_with_temporary_tables_is_used_again() {
    Pool pool = pool(1);
    leave(pool, "create temp table leftover (x)");
    int threads = workers();
    run(pool, "select 1");

    assertThat(workers()).isEqualTo(threads);
  }

  @Test
  void a_statement_that_comes_after_its_connection_was_given_back_is_refused_and_not_run() {
    Pool pool = pool(1);
    run(pool, "create table kept (x)");
    SqlConnection leased = await(pool.getConnection());
    await(leased.begin());
    Future<Void> closed = leased.close();

    IllegalStateException refused =
        failure(IllegalStateException.class, leased.query("insert into kept values (1)").execute());
    await(closed);
    assertThat(refused).hasMessageContaining("given back");
    assertThat(single(pool, "select count(*) from kept")).isEqualTo(0L);
  }

  @Test
  void a_temporary_table_with_an_open_cursor_is_gone() {
    Pool pool = pool(1);
    SqlConnection leased = await(pool.getConnection());
    await(leased.query("create temp table leftover (x); insert into leftover values (1), (2)").execute());
    await(await(leased.prepare("select x from leftover")).cursor(Tuple.tuple()).read(1));
    await(leased.close());

    assertThat(single(pool, "select count(*) from temp.sqlite_schema")).isEqualTo(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"foreign_keys", "cache_size", "recursive_triggers", "busy_timeout", "query_only"})
  void pragmas_are_as_they_were(String pragma) {
    Pool pool = pool(1);
    Object before = single(pool, "pragma " + pragma);
    Object other = before.equals(0L) ? 1 : 0;
    leave(pool, "/* for now */ pragma main." + pragma + " = " + other);

    assertThat(single(pool, "pragma " + pragma)).isEqualTo(before);
  }

  @Test
  void pragmas_in_the_form_of_a_call_are_as_they_were() {
    Pool pool = pool(1);
    leave(pool, "PRAGMA Foreign_Keys (off)");

    assertThat(single(pool, "pragma foreign_keys")).isEqualTo(1L);
  }

  @Test
  void a_pragma_that_only_asks_costs_no_connection() {
    Pool pool = pool(1);
    run(pool, "create table t (x)");
    String before = worker();
    leave(pool, "pragma table_info(t); pragma foreign_keys; pragma user_version = 7; pragma main.integrity_check(10)");
    run(pool, "select 1");

    assertThat(worker()).isEqualTo(before);
  }

  @Test
  void attached_databases_are_gone() {
    Pool pool = pool(1);
    leave(pool, "attach ':memory:' as other");

    assertThat(single(pool, "select count(*) from pragma_database_list where name = 'other'")).isEqualTo(0L);
  }

  @Test
  void a_database_in_memory_outlives_who_changes_a_pragma() {
    Pool pool = pool(new SqliteConnectOptions().setPath(SqliteConnectOptions.MEMORY), 1);
    leave(pool, "create table t (x); insert into t values (7); pragma foreign_keys = off");

    assertThat(single(pool, "select x from t")).isEqualTo(7L);
  }

  @Test
  void a_transaction_is_rolled_back() {
    Pool pool = pool(1);
    run(pool, "create table t (x)");
    leave(pool, "begin; insert into t values (1)");

    assertThat(single(pool, "select count(*) from t")).isEqualTo(0L);
  }

  @Test
  void what_the_connect_handler_set_up_stays() {
    Pool pool = SqliteBuilder.pool().connectingTo(options()).with(new PoolOptions().setMaxSize(1)).using(vertx)
        .withConnectHandler(connection -> connection
            .query("pragma cache_size = -1234; attach ':memory:' as other; create temp table own (x)").execute()
            .onComplete(done -> connection.close())).build();
    leave(pool, "create temp table leftover (x)");

    assertThat(single(pool, "pragma cache_size")).isEqualTo(-1234L);
    assertThat(single(pool, "select count(*) from pragma_database_list where name = 'other'")).isEqualTo(1L);
    assertThat(single(pool, "select group_concat(name) from temp.sqlite_schema")).isEqualTo("own");
  }

  @Test
  void a_table_of_the_connect_handler_that_a_user_dropped_is_there_again() {
    Pool pool = SqliteBuilder.pool().connectingTo(options()).with(new PoolOptions().setMaxSize(1)).using(vertx)
        .withConnectHandler(connection -> connection.query("create temp table own (x)").execute()
            .onComplete(done -> connection.close())).build();
    leave(pool, "drop table own");

    assertThat(single(pool, "select group_concat(name) from temp.sqlite_schema")).isEqualTo("own");
  }

  @Test
  void a_pragma_takes_effect_each_time_it_is_run() {
    SqliteConnection connection = connect();
    run(connection, "pragma cache_size = 100");
    run(connection, "pragma cache_size = 200");
    run(connection, "pragma cache_size = 100");

    assertThat(single(connection, "pragma cache_size")).isEqualTo(100L);
  }

  private static void leave(Pool pool, String sql) {
    SqlConnection leased = await(pool.getConnection());
    await(leased.query(sql).execute());
    await(leased.close());
  }

  private static String worker() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
        .filter(name -> name.startsWith("pinion-")).sorted().toList().toString();
  }

  private static int workers() {
    return worker().split(",").length;
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Errors of the JVM on a worker's thread; the filter of the statement cache is user code that runs there. */
class WorkerFailureTest extends DatabaseTest {

  private static final String DEADLY = "select 'deadly'";

  @Test
  void a_command_that_ends_in_an_error_of_the_jvm_fails_with_it() {
    StackOverflowError error = failure(StackOverflowError.class, deadlyPool().query(DEADLY).execute());

    assertThat(error).hasMessage("deadly");
  }

  @Test
  void the_pool_goes_on_with_another_connection() {
    Pool pool = deadlyPool();
    failure(StackOverflowError.class, pool.query(DEADLY).execute());

    assertThat(single(pool, "select 1")).isEqualTo(1L);
  }

  @Test
  void commands_that_wait_behind_it_fail_and_do_not_hang() {
    SqlConnection connection = await(deadlyPool().getConnection());
    Future<?> deadly = connection.query(DEADLY).execute();
    List<Future<?>> waiting = IntStream.range(0, 10)
        .<Future<?>>mapToObj(i -> connection.query("select 1").execute()).toList();
    await(Future.join(waiting).otherwiseEmpty());

    assertThat(deadly.failed()).isTrue();
    assertThat(waiting).allSatisfy(future -> assertThat(future.cause()).isInstanceOf(SqliteException.class)
        .hasMessageContaining("This was not run").hasMessageContaining("deadly"));
  }

  @Test
  void the_transaction_that_it_was_in_is_rolled_back_and_lets_the_next_writer_in() {
    Pool pool = deadlyPool();
    run(pool, "create table t (x)");
    failure(StackOverflowError.class, pool.withTransaction(connection ->
        connection.query("insert into t values (1)").execute()
            .compose(done -> connection.query(DEADLY).execute())));
    run(pool, "insert into t values (2)");

    assertThat(single(pool, "select group_concat(x) from t")).isEqualTo("2");
  }

  @Test
  void a_database_in_memory_outlives_it() {
    Pool pool = pool(deadly(new SqliteConnectOptions().setPath(SqliteConnectOptions.MEMORY)), 1);
    run(pool, "create table t (x)");
    failure(StackOverflowError.class, pool.query(DEADLY).execute());

    assertThat(single(pool, "select count(*) from t")).isEqualTo(0L);
  }

  @Test
  void a_collector_that_ends_in_an_error_fails_its_query_alone() {
    Pool pool = pool(1);

    failure(StackOverflowError.class, pool.query("select 1")
        .collecting(Collectors.mapping(row -> overflow(), Collectors.toList())).execute());
    assertThat(single(pool, "select 1")).isEqualTo(1L);
  }

  private Pool deadlyPool() {
    return pool(deadly(options()), 2);
  }

  private static SqliteConnectOptions deadly(SqliteConnectOptions options) {
    options.setPreparedStatementCacheSqlFilter(sql -> !sql.equals(DEADLY) || overflow());
    return options;
  }

  private static boolean overflow() {
    throw new StackOverflowError("deadly");
  }
}

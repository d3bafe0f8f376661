package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.SqliteFunction.Trait;
import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionTest extends DatabaseTest {

  @Test
  void sql_can_call_it() {
    SqliteConnection connection = connect();
    await(connection.createFunction("twice", 1, arguments -> 2 * (Long) arguments.get(0)));

    assertThat(single(connection, "select TWICE(21)")).isEqualTo(42L);
  }

  @Test
  void it_gets_the_values_as_sqlite_stores_them() {
    SqliteConnection connection = connect();
    List<Object> seen = new ArrayList<>();
    await(connection.createFunction("look", -1, arguments -> {
      seen.addAll(arguments);
      return null;
    }));
    run(connection, "select look(9223372036854775807, 1.5, 'a€😀', x'00ff', null, x'', '')");

    assertThat(seen).containsExactly(Long.MAX_VALUE, 1.5, "a€😀", Buffer.buffer(new byte[] {0, -1}), null,
        Buffer.buffer(), "");
  }

  @ParameterizedTest
  @MethodSource("results")
  void it_may_give_any_value_that_has_a_stored_form(Object result, Object stored) {
    SqliteConnection connection = connect();
    await(connection.createFunction("give", 0, arguments -> result));

    assertThat(single(connection, "select give()")).isEqualTo(stored);
  }

  static Stream<Arguments> results() {
    UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    return Stream.of(
        Arguments.of(null, null),
        Arguments.of(7, 7L),
        Arguments.of(Long.MIN_VALUE, Long.MIN_VALUE),
        Arguments.of(true, 1L),
        Arguments.of(1.5f, 1.5),
        Arguments.of("a€😀", "a€😀"),
        Arguments.of(new StringBuilder("built"), "built"),
        Arguments.of(new BigDecimal("1.5"), 1.5),
        Arguments.of(LocalDate.of(2026, 11, 24), "2026-11-24"),
        Arguments.of(new byte[] {1}, Buffer.buffer(new byte[] {1})),
        Arguments.of(Buffer.buffer(), Buffer.buffer()),
        Arguments.of(new JsonObject().put("a", 1), "{\"a\":1}"),
        Arguments.of(uuid, Buffer.buffer().appendLong(uuid.getMostSignificantBits())
            .appendLong(uuid.getLeastSignificantBits())));
  }

  @Test
  void its_failure_is_that_of_the_statement() {
    SqliteConnection connection = connect();
    run(connection, "create table t (x)");
    await(connection.createFunction("fail", 1, arguments -> {
      throw new IllegalStateException("no luck with " + arguments.size());
    }));
    SqliteException error =
        failure(SqliteException.class, connection.query("insert into t select fail(1)").execute());

    assertThat(error).hasMessageStartingWith("no luck with 1").hasMessageContaining("SQL: insert into t");
    assertThat(single(connection, "select count(*) from t")).isEqualTo(0L);
  }

  @Test
  void a_result_that_cannot_be_stored_fails_the_statement() {
    SqliteConnection connection = connect();
    await(connection.createFunction("give", 0, arguments -> new Object()));

    assertThat(failure(SqliteException.class, connection.query("select give()").execute()))
        .hasMessageContaining("none of the types that have a stored form");
  }

  @Test
  void it_runs_on_the_thread_of_its_connection() {
    SqliteConnection connection = connect();
    await(connection.createFunction("thread", 0, arguments -> Thread.currentThread().getName()));

    assertThat((String) single(connection, "select thread()")).startsWith("pinion-test.db-");
  }

  @Test
  void one_of_the_same_name_and_number_of_arguments_is_replaced() {
    SqliteConnection connection = connect();
    await(connection.createFunction("f", 0, arguments -> 1));
    assertThat(single(connection, "select f()")).isEqualTo(1L);
    await(connection.createFunction("f", 0, arguments -> 2));
    await(connection.createFunction("f", 1, arguments -> 3));

    assertThat(single(connection, "select f()")).isEqualTo(2L);
    assertThat(single(connection, "select f(0)")).isEqualTo(3L);
  }

  @Test
  void none_is_replaced_while_a_cursor_is_open() {
    SqliteConnection connection = connect();
    await(connection.createFunction("f", 0, arguments -> 1));
    await(connection.begin());
    PreparedStatement statement = await(connection.prepare("select f() union all select f()"));
    await(statement.cursor().read(1));

    assertThat(failure(SqliteException.class, connection.createFunction("f", 0, arguments -> 2)))
        .hasMessageContaining("The function f was not created").hasMessageContaining("close its cursors first");
  }

  @Test
  void a_deterministic_one_may_be_indexed_by_and_an_innocuous_one_used_in_the_schema() {
    SqliteConnection connection = connect();
    await(connection.createFunction("initial", 1, arguments -> arguments.get(0).toString().substring(0, 1),
        Trait.DETERMINISTIC, Trait.INNOCUOUS));
    run(connection, "create table t (x, i as (initial(x)))");
    run(connection, "create index t_initial on t (initial(x))");
    run(connection, "insert into t (x) values ('abc')");

    assertThat(single(connection, "select i from t where initial(x) = 'a'")).isEqualTo("a");
  }

  @Test
  void one_without_traits_is_neither_indexed_by_nor_used_in_the_schema() {
    SqliteConnection connection = connect();
    await(connection.createFunction("initial", 1, arguments -> "a"));
    run(connection, "create table t (x)");
    run(connection, "create view v as select initial(x) from t");

    assertThat(failure(SqliteException.class, connection.query("create index i on t (initial(x))").execute()))
        .hasMessageContaining("unsafe use of initial()");
    assertThat(failure(SqliteException.class, connection.query("select * from v").execute()))
        .hasMessageContaining("unsafe use of initial()");
  }

  @Test
  void the_connect_handler_gives_it_to_every_connection_of_a_pool() {
    AtomicInteger calls = new AtomicInteger();
    Pool pool = SqliteBuilder.pool().connectingTo(options()).with(new PoolOptions().setMaxSize(3)).using(vertx)
        .withConnectHandler(SqlitePool.preparing(
            connection -> connection.createFunction("count_calls", 0, arguments -> calls.incrementAndGet())))
        .build();
    for (int i = 0; i < 3; i++) {
      run(await(pool.getConnection()), "select count_calls()");
    }

    assertThat(calls).hasValue(3);
  }

  @Test
  void one_that_a_user_creates_is_gone_with_him() {
    Pool pool = pool(1);
    SqlConnection connection = await(pool.getConnection());
    await(SqliteConnection.cast(connection).createFunction("mine", 0, arguments -> 1));
    assertThat(single(connection, "select mine()")).isEqualTo(1L);
    await(connection.close());

    assertThat(failure(SqliteException.class, pool.query("select mine()").execute()))
        .hasMessageContaining("no such function: mine");
    assertThat(((SqlConnectionInternal) await(pool.getConnection())).unwrap().unwrap())
        .isNotSameAs(((SqlConnectionInternal) connection).unwrap().unwrap());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "a b", "1a", "a;b", "a\"b",
      "a234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
          + "a234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
          + "a234567890123456789012345678901234567890123456789012345678901234567890"})
  void what_is_no_name_is_refused(String name) {
    SqliteConnection connection = connect();

    assertThatThrownBy(() -> connection.createFunction(name, 0, arguments -> 1))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is not a name of a function");
  }

  @ParameterizedTest
  @CsvSource({"-2", "128"})
  void a_wrong_number_of_arguments_is_refused(int arguments) {
    SqliteConnection connection = connect();

    assertThatThrownBy(() -> connection.createFunction("f", arguments, values -> 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot take " + arguments + " arguments: 0 to 127, or -1 for any number");
  }

  @Test
  void contradicting_traits_are_refused() {
    SqliteConnection connection = connect();

    assertThatThrownBy(
        () -> connection.createFunction("f", 0, values -> 1, Trait.INNOCUOUS, Trait.DIRECT_ONLY))
        .hasMessageContaining("either INNOCUOUS or DIRECT_ONLY");
  }
}

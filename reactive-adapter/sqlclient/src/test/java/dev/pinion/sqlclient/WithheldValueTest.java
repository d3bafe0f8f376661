package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No message, no cause and no suppressed error repeats what a parameter holds. */
class WithheldValueTest extends DatabaseTest {

  private SqliteConnection connection;

  @BeforeEach
  void createTables() {
    connection = connect();
    await(connection.query("create table t (a integer primary key, b unique, c not null, "
        + "d check (d <> 'sec' || 'ret'), e references t); insert into t values (1, 'secret', 1, 1, 1); "
        + "create table s (a int) strict; "
        + "create virtual table f using fts5 (x); create virtual table f3 using fts3 (x)").execute());
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "insert into t (a, c) values (?, 1)",
      "insert into t (b, c) values (?, 1)",
      "insert into t (b, c) values (?, null)",
      "insert into t (d, c) values (?, 1)",
      "insert into t (e, c) values (?, 1)",
      "insert into s values (?)",
      "select json(?)",
      "select json_extract('{}', ?)",
      "select * from json_each('{}', ?)",
      "select json_set('{}', ?, 1)",
      "select 1 limit ?",
      "attach ? as other",
      "attach ':memory:' as other; attach ':memory:' as ?",
      "detach ?",
      "vacuum into ?",
      "select ? regexp 'x'",
      "insert into f (f) values (?)"})
  void an_error_of_sqlite_does_not_tell_a_parameter(String sql) {
    String[] statements = sql.split("; ");
    for (int i = 0; i < statements.length - 1; i++) {
      run(connection, statements[i]);
    }
    Future<?> outcome = connection.preparedQuery(statements[statements.length - 1])
        .execute(Tuple.of(sql.startsWith("attach ?") || sql.startsWith("vacuum") ? "/missing/secret/x.db"
            : sql.contains("as ?") ? "other" : "secret"));

    assertThat(everythingSaidBy(failure(SqliteException.class, outcome))).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret:a", "a \"secret", "a AND (secret", "a secret)", "^ secret ^"})
  void an_error_of_a_full_text_query_does_not_tell_it(String match) {
    Future<?> five = connection.preparedQuery("select * from f where f match ?").execute(Tuple.of(match));
    Future<?> three = connection.preparedQuery("select * from f3 where f3 match ?").execute(Tuple.of(match));

    for (Future<?> outcome : List.of(five, three)) {
      await(outcome.otherwiseEmpty());
      assertThat(everythingSaidBy(outcome.cause())).doesNotContain("secret");
    }
  }

  @Test
  void what_is_not_told_is_said_to_be_left_out() {
    SqliteException error = failure(SqliteException.class,
        connection.preparedQuery("select json_extract('{}', ?)").execute(Tuple.of("secret")));

    assertThat(error).hasMessageStartingWith("bad JSON path: '(not shown, because it is not in the SQL");
  }

  @Test
  void what_the_sql_says_itself_is_told() {
    assertThat(failure(SqliteException.class, connection.query("select json_extract('{}', 'x')").execute()))
        .hasMessageStartingWith("bad JSON path: 'x'");
    assertThat(failure(SqliteException.class, connection.query("select \"T\".\"No.pe\" from t").execute()))
        .hasMessageStartingWith("no such column: T.No.pe");
  }

  static Stream<Object> valuesWithoutAStoredForm() {
    return Stream.of(
        LocalDate.of(31_415, 1, 1), OffsetDateTime.MAX, OffsetDateTime.MIN, Instant.MIN, Instant.MAX,
        Duration.ofSeconds(314_159_265_358L), Year.of(31_415).atDay(1).atStartOfDay(),
        new JsonObject().put("secret", new Thread("secret")), "\uD800 secret", new Thread("secret"));
  }

  @ParameterizedTest
  @MethodSource("valuesWithoutAStoredForm")
  void a_value_that_cannot_be_stored_is_not_told(Object value) {
    IllegalArgumentException error = failure(IllegalArgumentException.class,
        connection.preparedQuery("select ?").execute(Tuple.of(value)));

    assertThat(error).hasMessageContaining("position[0]").hasMessageContaining(value.getClass().getName());
    assertThat(everythingSaidBy(error)).doesNotContain("secret", "31415", "314159", "999999999", "1000000000");
  }

  private static String everythingSaidBy(Throwable error) {
    StringWriter text = new StringWriter();
    if (error != null) {
      error.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.LogLines;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowStatementTest extends DatabaseTest {

  private static final String SLOW = "with recursive n(i) as (select ?1 union all select i + 1 from n "
      + "where i < 1000000) select count(*) from n, t where t.id = 7";

  private final LogLines log = new LogLines("dev.pinion.sqlclient.slow");
  private SqliteConnection connection;

  @BeforeEach
  void createTable() {
    connection = await(SqliteConnection.connect(vertx, options().setSlowStatementThreshold(1)));
    run(connection, "create table t (id integer primary key)");
    run(connection, "insert into t values (7)");
    log.events().clear();
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  void a_slow_statement_is_logged_with_its_plan() {
    run(connection, SLOW, 123);

    assertThat(log.messages()).singleElement().asString()
        .matches("(?s)A statement took \\d+ ms.*")
        .contains("SQL: " + SLOW, "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)");
  }

  @Test
  void the_values_of_its_parameters_are_not_logged() {
    run(connection, SLOW, 123_456);

    assertThat(log.messages()).singleElement().asString().doesNotContain("123456");
  }

  @Test
  void a_slow_read_of_a_cursor_is_logged() {
    Cursor cursor = await(connection.prepare(SLOW)).cursor(Tuple.of(1));
    await(cursor.read(1));

    assertThat(log.messages()).singleElement().asString().contains("SQL: " + SLOW);
  }

  @Test
  void a_slow_statement_that_fails_is_logged() {
    failure(SqliteException.class,
        connection.preparedQuery(SLOW.replace("count(*)", "abs(sum(i) - sum(i) + -9223372036854775807 - 1)"))
            .execute(Tuple.of(1)));

    assertThat(log.messages()).hasSize(1);
  }

  @Test
  void nothing_is_logged_by_default() {
    run(connect(), SLOW, 1);

    assertThat(log.messages()).isEmpty();
  }
}

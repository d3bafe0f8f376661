package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The numbers of parameters are SQLite's (lang_expr.html, section 3). */
class ParameterTest extends DatabaseTest {

  private SqliteConnection connection;

  @BeforeEach
  void createTable() {
    connection = connect();
    run(connection, "create table t (x)");
  }

  @Test
  void a_numbered_parameter_is_the_value_of_that_number() {
    assertThat(row("select ?2, ?1, ?2", "a", "b")).containsExactly("b", "a", "b");
  }

  @Test
  void a_named_parameter_has_the_number_of_its_first_appearance() {
    assertThat(row("select :x, @y, $z, :x", 1L, 2L, 3L)).containsExactly(1L, 2L, 3L, 1L);
  }

  @Test
  void a_dollar_sign_makes_a_name_and_not_a_number() {
    assertThat(row("select $2, $1", "first", "second")).containsExactly("first", "second");
  }

  @Test
  void a_question_mark_takes_the_number_after_the_largest_yet() {
    assertThat(row("select ?2, ?", 1L, 2L, 3L)).containsExactly(2L, 3L);
  }

  @Test
  void too_few_values_are_refused() {
    assertThat(failure(IllegalArgumentException.class,
        connection.preparedQuery("select :a, :b").execute(Tuple.of(1))))
        .hasMessageContaining("expected number of parameters = [2] but the actual number is [1]");
  }

  @Test
  void typed_nulls_are_null() {
    Tuple tuple = Tuple.tuple().addInteger(null).addString(null).addBuffer(null).addLocalDate(null)
        .addArrayOfLong(null).addJsonObject(null);

    Row row = await(connection.preparedQuery("select ?, ?, ?, ?, ?, ?").execute(tuple)).iterator().next();

    for (int i = 0; i < 6; i++) {
      assertThat(row.getValue(i)).isNull();
    }
  }

  @Test
  void values_of_a_batch_are_stored_as_others_are() {
    await(connection.preparedQuery("insert into t values (?)").executeBatch(List.of(
        Tuple.of(LocalDate.of(2026, 11, 24)), Tuple.of(new BigDecimal("1.50")), Tuple.of(true),
        Tuple.of(new JsonObject().put("a", 1)), Tuple.of((Object) null))));

    assertThat(run(connection, "select x from t")).extracting(row -> row.getValue(0))
        .containsExactly("2026-11-24", 1.5, 1L, "{\"a\":1}", null);
  }

  @Test
  void a_bad_value_in_a_batch_is_refused_before_anything_is_written() {
    failure(IllegalArgumentException.class, connection.preparedQuery("insert into t values (?)")
        .executeBatch(List.of(Tuple.of(1), Tuple.of(Double.NaN))));

    assertThat(single(connection, "select count(*) from t")).isEqualTo(0L);
  }

  @Test
  void values_of_a_cursor_are_stored_as_others_are() {
    run(connection, "insert into t values ('2026-11-24'), ('2026-11-25')");
    var cursor = await(connection.prepare("select x from t where x > ?")).cursor(Tuple.of(LocalDate.of(2026, 11, 24)));

    assertThat(await(cursor.read(10)).iterator().next().getLocalDate(0)).isEqualTo(LocalDate.of(2026, 11, 25));
  }

  @Test
  void bytes_are_taken_from_every_kind_of_buffer_and_left_there() {
    ByteBuffer nio = ByteBuffer.wrap(new byte[] {9, 1, 2}).position(1);

    assertThat(row("select ?, ?, ?, ?", new byte[] {1, 2}, nio, Unpooled.wrappedBuffer(new byte[] {1, 2}),
        Buffer.buffer(new byte[] {1, 2}))).containsOnly(Buffer.buffer(new byte[] {1, 2}));
    assertThat(nio.remaining()).isEqualTo(2);
  }

  @Test
  void a_stream_is_refused_because_reading_it_would_block() {
    assertThat(failure(IllegalArgumentException.class, connection.preparedQuery("select ?")
        .execute(Tuple.of(new ByteArrayInputStream(new byte[1])))))
        .hasMessageContaining("none of the types that have a stored form");
  }

  @Test
  void a_number_of_unknown_digits_is_refused() {
    assertThat(failure(IllegalArgumentException.class,
        connection.preparedQuery("select ?").execute(Tuple.of(new DoubleAdder()))))
        .hasMessageContaining("give a BigDecimal");
    assertThat(single(connection, "select ?", new AtomicLong(7))).isEqualTo(7L);
  }

  @Test
  void a_time_with_offset_is_stored_in_utc() {
    assertThat(single(connection, "select ?", OffsetTime.parse("00:30+02:00"))).isEqualTo("22:30:00");
  }

  @Test
  void json_null_is_a_text() {
    assertThat(single(connection, "select typeof(?)", Tuple.JSON_NULL)).isEqualTo("text");
    assertThat(single(connection, "select json_type(?)", Tuple.JSON_NULL)).isEqualTo("null");
  }

  private List<Object> row(String sql, Object... values) {
    Row row = run(connection, sql, values).iterator().next();
    return IntStream.range(0, row.size()).mapToObj(row::getValue).toList();
  }
}

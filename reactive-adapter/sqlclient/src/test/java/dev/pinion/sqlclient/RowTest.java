package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowTest extends DatabaseTest {

  private SqliteConnection connection;

  @BeforeEach
  void connectAnew() {
    connection = connect();
  }

  static Stream<Arguments> getters() {
    String uuid = "01234567-89ab-cdef-0123-456789abcdef";
    String blob = "x'0123456789abcdef0123456789abcdef'";
    String dateTime = "'2026-11-23 07:59:00.123456789'";
    return Stream.of(
        getter("1", true, Row::getBoolean, Row::getBoolean),
        getter("'TRUE'", true, Row::getBoolean, Row::getBoolean),
        getter("0.0", false, Row::getBoolean, Row::getBoolean),
        getter("-32768", Short.MIN_VALUE, Row::getShort, Row::getShort),
        getter("2147483647", Integer.MAX_VALUE, Row::getInteger, Row::getInteger),
        getter("'42'", 42, Row::getInteger, Row::getInteger),
        getter("1.9", 1, Row::getInteger, Row::getInteger),
        getter("9223372036854775807", Long.MAX_VALUE, Row::getLong, Row::getLong),
        getter("x'3432'", 42L, Row::getLong, Row::getLong),
        getter("7", 7f, Row::getFloat, Row::getFloat),
        getter("0.1", 0.1, Row::getDouble, Row::getDouble),
        getter("7", 7.0, Row::getDouble, Row::getDouble),
        getter("x'312e3235'", 1.25, Row::getDouble, Row::getDouble),
        getter("9e999", Double.POSITIVE_INFINITY, Row::getDouble, Row::getDouble),
        getter("0.1", Numeric.create(new BigDecimal("0.1")), Row::getNumeric, Row::getNumeric),
        getter("x'" + hex("12345678901234567890.123456789012345678") + "'",
            new BigDecimal("12345678901234567890.123456789012345678"), Row::getBigDecimal, Row::getBigDecimal),
        getter("'x'", "x", Row::getString, Row::getString),
        getter("7", "7", Row::getString, Row::getString),
        getter("x'00ff'", Buffer.buffer(new byte[] {0, -1}), Row::getBuffer, Row::getBuffer),
        getter("'ä'", Buffer.buffer("ä"), Row::getBuffer, Row::getBuffer),
        getter(blob, UUID.fromString(uuid), Row::getUUID, Row::getUUID),
        getter("'" + uuid + "'", UUID.fromString(uuid), Row::getUUID, Row::getUUID),
        getter("'2026-11-23'", LocalDate.of(2026, 11, 23), Row::getLocalDate, Row::getLocalDate),
        getter(dateTime, LocalDate.of(2026, 11, 23), Row::getLocalDate, Row::getLocalDate),
        getter(dateTime, LocalTime.of(7, 59, 0, 123_456_789), Row::getLocalTime, Row::getLocalTime),
        getter(dateTime, LocalDateTime.of(2026, 11, 23, 7, 59, 0, 123_456_789),
            Row::getLocalDateTime, Row::getLocalDateTime),
        getter("2461368.25", LocalDateTime.of(2026, 11, 23, 18, 0), Row::getLocalDateTime, Row::getLocalDateTime),
        getter("'07:59:00+01:00'", OffsetTime.parse("07:59+01:00"), Row::getOffsetTime, Row::getOffsetTime),
        getter("'2026-11-23T07:59:00+01:00'", OffsetDateTime.parse("2026-11-23T07:59+01:00"),
            Row::getOffsetDateTime, Row::getOffsetDateTime),
        getter("0", OffsetDateTime.parse("1970-01-01T00:00Z"), Row::getOffsetDateTime, Row::getOffsetDateTime),
        getter("'2026-11-23'", LocalDate.of(2026, 11, 23), Row::getTemporal, Row::getTemporal),
        getter("'{\"a\":[1,null]}'", new JsonObject().put("a", new JsonArray().add(1).addNull()),
            Row::getJsonObject, Row::getJsonObject),
        getter("'[1]'", new JsonArray().add(1), Row::getJsonArray, Row::getJsonArray),
        getter("'\"x\"'", "x", Row::getJson, Row::getJson),
        getter("'null'", Tuple.JSON_NULL, Row::getJson, Row::getJson),
        getter("'null'", null, Row::getJsonObject, Row::getJsonObject),
        getter("2.5", 2.5, Row::getJson, Row::getJson),
        getter("1", 1L, Row::getValue, Row::getValue));
  }

  @ParameterizedTest
  @MethodSource("getters")
  void a_getter_reads_by_position_and_by_name(
      String sql, Object expected, BiFunction<Row, Integer, Object> byIndex, BiFunction<Row, String, Object> byName) {
    Row row = row("select " + sql + " as x");

    assertThat(byIndex.apply(row, 0)).isEqualTo(expected);
    assertThat(byName.apply(row, "x")).isEqualTo(expected);
  }

  @Test
  void every_getter_reads_null_as_null() throws ReflectiveOperationException {
    Row row = row("select null as x");
    for (Method getter : Row.class.getMethods()) {
      if (getter.getName().startsWith("get") && !getter.getName().startsWith("getColumn")) {
        Object[] arguments = Arrays.stream(getter.getParameterTypes())
            .map(type -> type == int.class ? 0 : type == String.class ? "x" : type == Class.class ? Long[].class : null)
            .toArray();
        assertThat(getter.invoke(row, arguments)).as(getter.toString()).isNull();
      }
    }
  }

  static Stream<Arguments> wrongGetters() {
    return Stream.of(
        wrong("'text'", Row::getBoolean, ClassCastException.class, "holds a String, which cannot be read as Boolean"),
        wrong("x'00'", Row::getString, ClassCastException.class, "holds a Buffer, which cannot be read as String"),
        wrong("7", Row::getBuffer, ClassCastException.class, "holds a Long, which cannot be read as Buffer"),
        wrong("'[]'", Row::getJsonObject, ClassCastException.class, "cannot be read as JsonObject"),
        wrong("x'00'", Row::getJson, ClassCastException.class, "holds a Buffer"),
        wrong("'text'", Row::getInteger, IllegalArgumentException.class, "'text' is no number"),
        wrong("'text'", Row::getLocalDate, DateTimeException.class, "'text' is no date"),
        wrong("'{'", Row::getJson, DecodeException.class, "Unexpected end"),
        wrong("'text'", Row::getUUID, IllegalArgumentException.class, "'text' is no UUID"),
        wrong("32768", Row::getShort, ArithmeticException.class, "32768 of column x does not fit into Short"),
        wrong("2147483648.0", Row::getInteger, ArithmeticException.class, "does not fit into Integer"),
        wrong("9223372036854775808.0", Row::getLong, ArithmeticException.class, "does not fit into Long"),
        wrong("'9223372036854775808'", Row::getLong, ArithmeticException.class, "read it as a BigDecimal"),
        wrong("1e300", Row::getFloat, ArithmeticException.class, "does not fit into Float"));
  }

  @ParameterizedTest
  @MethodSource("wrongGetters")
  void a_getter_that_does_not_suit_says_so(
      String sql, Function<Row, Object> getter, Class<? extends Exception> type, String message) {
    Row row = row("select " + sql + " as x");

    assertThatThrownBy(() -> getter.apply(row)).isInstanceOf(type)
        .hasMessageContaining("olumn x").hasMessageContaining(message);
  }

  @Test
  void a_row_turns_into_json() {
    assertThat(row("select 1 as a, 'b' as b, null as c, 0.5 as d").toJson())
        .isEqualTo(new JsonObject().put("a", 1L).put("b", "b").putNull("c").put("d", 0.5));
  }

  @Test
  void bytes_turn_into_base64_and_infinity_into_valid_json() {
    String json = row("select x'00ff' as bytes, 9e999 as endless, -9e999 as least").toJson().encode();

    assertThat(new JsonObject(json)).isEqualTo(
        new JsonObject().put("bytes", "AP8").put("endless", "Infinity").put("least", "-Infinity"));
  }

  @Test
  void of_two_columns_of_one_name_the_first_is_found() {
    Row row = row("select 1 as x, 2 as x");

    assertThat(row.getInteger("x")).isEqualTo(1);
    assertThat(row.getColumnIndex("x")).isZero();
    assertThat(row.getColumnName(1)).isEqualTo("x");
  }

  @Test
  void a_name_is_found_in_any_letter_case_but_first_as_it_is_written() {
    Row row = row("select 1 as Name, 2 as name, 3 as OTHER");

    assertThat(row.getInteger("name")).isEqualTo(2);
    assertThat(row.getInteger("NAME")).isEqualTo(1);
    assertThat(row.getInteger("other")).isEqualTo(3);
  }

  @Test
  void a_name_that_is_not_there_is_refused() {
    Row row = row("select 1 as x");

    assertThat(row.getColumnIndex("y")).isEqualTo(-1);
    assertThat(row.getColumnName(1)).isNull();
    assertThatThrownBy(() -> row.getInteger("y")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void a_type_that_no_column_can_be_read_as_is_refused() {
    Row row = row("select 1 as x");

    assertThatThrownBy(() -> row.get(Thread.class, 0)).isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("java.lang.Thread");
    assertThatThrownBy(() -> row.get((Class<?>) null, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_temporal_is_no_more_than_the_text_says() {
    Row row = row("select '07:59:00', '2026-11-23 07:59:00', '2026-11-23 07:59:00Z'");

    assertThat(row.getTemporal(0)).isInstanceOf(LocalTime.class);
    assertThat(row.getTemporal(1)).isInstanceOf(LocalDateTime.class);
    assertThat(row.get(Temporal.class, 2)).isInstanceOf(OffsetDateTime.class);
  }

  private Row row(String sql) {
    return run(connection, sql).iterator().next();
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    text.chars().forEach(c -> hex.append(Integer.toHexString(c)));
    return hex.toString();
  }

  private static Arguments getter(
      String sql, Object expected, BiFunction<Row, Integer, Object> byIndex, BiFunction<Row, String, Object> byName) {
    return Arguments.of(sql, expected, byIndex, byName);
  }

  private static Arguments wrong(
      String sql, BiFunction<Row, Integer, Object> getter, Class<? extends Exception> type, String message) {
    Function<Row, Object> first = row -> getter.apply(row, 0);
    return Arguments.of(sql, first, type, message);
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays are stored as JSON, which SQLite's own functions read. */
class ArrayTest extends DatabaseTest {

  private static final LocalDateTime DATE_TIME = LocalDateTime.of(2026, 11, 23, 7, 59, 0, 123_456_789);

  private SqliteConnection connection;

  @BeforeEach
  void createTable() {
    connection = connect();
    run(connection, "create table t (x)");
  }

  static Stream<Arguments> arrays() {
    return Stream.of(
        array(new Boolean[] {true, null, false}, Row::getArrayOfBooleans, Row::getArrayOfBooleans),
        array(new Short[] {1, null, -1}, Row::getArrayOfShorts, Row::getArrayOfShorts),
        array(new Integer[] {Integer.MAX_VALUE, null}, Row::getArrayOfIntegers, Row::getArrayOfIntegers),
        array(new Long[] {Long.MIN_VALUE, null}, Row::getArrayOfLongs, Row::getArrayOfLongs),
        array(new Float[] {0.1f, null, Float.MIN_VALUE}, Row::getArrayOfFloats, Row::getArrayOfFloats),
        array(new Double[] {0.1, null, 5e-324, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY},
            Row::getArrayOfDoubles, Row::getArrayOfDoubles),
        array(new Numeric[] {Numeric.create(new BigDecimal("0.5")), null},
            Row::getArrayOfNumerics, Row::getArrayOfNumerics),
        array(new BigDecimal[] {new BigDecimal("12345678901234567890.0123456789"), null, new BigDecimal("0.1")},
            Row::getArrayOfBigDecimals, Row::getArrayOfBigDecimals),
        array(new String[] {"a\"b", "", null, "\uD83E\uDDC0"}, Row::getArrayOfStrings, Row::getArrayOfStrings),
        array(new Buffer[] {Buffer.buffer(new byte[] {0, -1}), Buffer.buffer(), null},
            Row::getArrayOfBuffers, Row::getArrayOfBuffers),
        array(new UUID[] {new UUID(1, 2), null}, Row::getArrayOfUUIDs, Row::getArrayOfUUIDs),
        array(new JsonObject[] {new JsonObject().put("a", 1), null},
            Row::getArrayOfJsonObjects, Row::getArrayOfJsonObjects),
        array(new JsonArray[] {new JsonArray().add("a"), null}, Row::getArrayOfJsonArrays, Row::getArrayOfJsonArrays),
        array(new Object[] {"a", null, true, 2.5, 7L, new JsonObject()}, Row::getArrayOfJsons, Row::getArrayOfJsons),
        array(new Temporal[] {DATE_TIME, DATE_TIME.toLocalDate()}, Row::getArrayOfTemporals, Row::getArrayOfTemporals),
        array(new LocalDate[] {DATE_TIME.toLocalDate(), null}, Row::getArrayOfLocalDates, Row::getArrayOfLocalDates),
        array(new LocalTime[] {DATE_TIME.toLocalTime(), null}, Row::getArrayOfLocalTimes, Row::getArrayOfLocalTimes),
        array(new LocalDateTime[] {DATE_TIME, null}, Row::getArrayOfLocalDateTimes, Row::getArrayOfLocalDateTimes),
        array(new OffsetTime[] {DATE_TIME.toLocalTime().atOffset(ZoneOffset.UTC), null},
            Row::getArrayOfOffsetTimes, Row::getArrayOfOffsetTimes),
        array(new OffsetDateTime[] {DATE_TIME.atOffset(ZoneOffset.UTC), null},
            Row::getArrayOfOffsetDateTimes, Row::getArrayOfOffsetDateTimes),
        array(new DayOfWeek[] {DayOfWeek.MONDAY, null}, (row, i) -> row.get(DayOfWeek[].class, i),
            (row, name) -> row.get(DayOfWeek[].class, name)),
        array(new BigInteger[] {new BigInteger("123456789012345678901234567890")},
            (row, i) -> row.get(BigInteger[].class, i), (row, name) -> row.get(BigInteger[].class, name)),
        array(new Instant[] {Instant.EPOCH}, (row, i) -> row.get(Instant[].class, i),
            (row, name) -> row.get(Instant[].class, name)),
        array(new Integer[][] {{1}, {}, {2, null}}, (row, i) -> row.get(Integer[][].class, i),
            (row, name) -> row.get(Integer[][].class, name)),
        array(new Long[0], Row::getArrayOfLongs, Row::getArrayOfLongs));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void an_array_comes_back_as_it_went(
      Object[] array, BiFunction<Row, Integer, Object[]> byPosition, BiFunction<Row, String, Object[]> byName) {
    await(connection.preparedQuery("insert into t values (?)").execute(Tuple.of((Object) array)));
    Row row = run(connection, "select x, json_array_length(x) from t").iterator().next();

    assertThat(byPosition.apply(row, 0)).isEqualTo(array);
    assertThat(byName.apply(row, "x")).isEqualTo(array);
    assertThat(row.getInteger(1)).isEqualTo(array.length);
  }

  @Test
  void an_array_of_primitives_comes_back_as_it_went() {
    await(connection.preparedQuery("insert into t values (?)").execute(Tuple.of(new int[] {1, -2})));

    assertThat(run(connection, "select x from t").iterator().next().get(int[].class, 0)).containsExactly(1, -2);
  }

  @Test
  void an_array_of_primitives_has_no_null() {
    Row row = run(connection, "select '[1,null]' as x").iterator().next();

    assertThatThrownBy(() -> row.get(int[].class, 0)).isInstanceOf(ClassCastException.class);
    assertThat(row.get(Integer[].class, 0)).containsExactly(1, null);
  }

  @Test
  void what_sqlite_made_an_array_of_is_read() {
    Row row = run(connection, "select json_array(1, 2.5, 'x', null, json('true')) as x, json_group_array(1) as y")
        .iterator().next();

    assertThat(row.get(Object[].class, 0)).containsExactly(1L, 2.5, "x", null, true);
    assertThat(row.getArrayOfLongs("y")).containsExactly(1L);
  }

  @Test
  void numbers_of_many_digits_are_read_exactly_and_texts_beside_them_as_they_are() {
    String json = "[123456789012345678.123456789, \"0.10\", 1E+30, -5, null]";
    Row row = run(connection, "select ? as x", json).iterator().next();

    assertThat(row.getArrayOfBigDecimals("x")).containsExactly(new BigDecimal("123456789012345678.123456789"),
        new BigDecimal("0.10"), new BigDecimal("1E+30").setScale(0), new BigDecimal(-5), null);
  }

  @Test
  void elements_are_written_as_sqlite_reads_them() {
    await(connection.preparedQuery("insert into t values (?)").execute(Tuple.of(
        List.of(Buffer.buffer(new byte[] {0, -1}), new BigDecimal("12345678901234567890.5"), true, DATE_TIME))));

    assertThat(single(connection, "select x from t"))
        .isEqualTo("[\"00FF\",12345678901234567890.5,true,\"2026-11-23 07:59:00.123456789\"]");
    assertThat(single(connection, "select unhex(x ->> 0) = x'00ff' from t")).isEqualTo(1L);
  }

  @Test
  void an_element_that_does_not_fit_is_refused_with_its_column() {
    Row row = run(connection, "select '[1,40000]' as x").iterator().next();

    assertThatThrownBy(() -> row.getArrayOfShorts(0)).isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("The value 40000 of column x does not fit into Short");
  }

  @Test
  void what_is_no_array_is_refused() {
    Row row = run(connection, "select '{}' as x").iterator().next();

    assertThatThrownBy(() -> row.getArrayOfLongs(0)).isInstanceOf(ClassCastException.class)
        .hasMessageContaining("Column x").hasMessageContaining("Long[]");
  }

  private static Arguments array(
      Object[] array, BiFunction<Row, Integer, Object[]> byPosition, BiFunction<Row, String, Object[]> byName) {
    return Arguments.of(array, byPosition, byName);
  }
}

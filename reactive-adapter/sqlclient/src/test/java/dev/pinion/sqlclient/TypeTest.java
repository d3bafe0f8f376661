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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypeTest extends DatabaseTest {

  /** Constants with bodies have classes of their own. */
  private enum Operator {
    PLUS {
      @Override
      int of(int a, int b) {
        return a + b;
      }
    };

    abstract int of(int a, int b);
  }

  private SqliteConnection connection;

  @BeforeEach
  void createTable() {
    connection = connect();
    run(connection, "create table t (x, number numeric(38,10))");
  }

  static Stream<Arguments> values() {
    UUID uuid = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    LocalDateTime dateTime = LocalDateTime.of(2026, 11, 23, 7, 59, 0, 123_456_789);
    return Stream.of(
        Arguments.of(true, "integer"),
        Arguments.of((byte) -7, "integer"),
        Arguments.of(Short.MIN_VALUE, "integer"),
        Arguments.of(Integer.MAX_VALUE, "integer"),
        Arguments.of(Long.MIN_VALUE, "integer"),
        Arguments.of(123.456f, "real"),
        Arguments.of(Double.MIN_VALUE, "real"),
        Arguments.of(Double.NEGATIVE_INFINITY, "real"),
        Arguments.of(new BigDecimal("12345678901234567890.0123456789"), "blob"),
        Arguments.of(new BigDecimal("0.1"), "real"),
        Arguments.of(new BigInteger("123456789012345678901234567890"), "blob"),
        Arguments.of(new BigDecimal("-0.00000000000000000000000000000000000000000000000123456789012345678"), "blob"),
        Arguments.of(BigInteger.TEN.pow(300).add(BigInteger.ONE), "blob"),
        Arguments.of(BigInteger.valueOf(Long.MIN_VALUE), "integer"),
        Arguments.of(Byte.MAX_VALUE, "integer"),
        Arguments.of(false, "integer"),
        Arguments.of(Float.MIN_VALUE, "real"),
        Arguments.of(16_777_217.0, "real"),
        Arguments.of(-0.1f, "real"),
        Arguments.of(Numeric.create(new BigDecimal("2.5")), "real"),
        Arguments.of("käse \uD83E\uDDC0 'quoted'", "text"),
        Arguments.of("", "text"),
        Arguments.of('ß', "text"),
        Arguments.of(DayOfWeek.MONDAY, "text"),
        Arguments.of(Buffer.buffer(new byte[] {0, 1, -1}), "blob"),
        Arguments.of(Buffer.buffer(), "blob"),
        Arguments.of(uuid, "blob"),
        Arguments.of(dateTime, "text"),
        Arguments.of(dateTime.toLocalDate(), "text"),
        Arguments.of(dateTime.toLocalTime(), "text"),
        Arguments.of(dateTime.atOffset(ZoneOffset.UTC), "text"),
        Arguments.of(dateTime.toInstant(ZoneOffset.UTC), "text"),
        Arguments.of(dateTime.atZone(ZoneOffset.UTC), "text"),
        Arguments.of(OffsetTime.of(23, 59, 59, 999_999_999, ZoneOffset.UTC), "text"),
        Arguments.of(LocalDate.of(0, 1, 1), "text"),
        Arguments.of(LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999), "text"),
        Arguments.of(LocalTime.MAX, "text"),
        Arguments.of(Year.of(-44), "integer"),
        Arguments.of(YearMonth.of(2026, 2), "text"),
        Arguments.of(MonthDay.of(2, 29), "text"),
        Arguments.of(Period.of(1, 2, 3), "text"),
        Arguments.of(ZoneOffset.ofHoursMinutes(5, 30), "text"),
        Arguments.of(Duration.ofNanos(-5), "integer"),
        Arguments.of(Operator.PLUS, "text"),
        Arguments.of(new JsonObject().put("a", 1), "text"),
        Arguments.of(new JsonArray().add(1).add("b"), "text"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_value_comes_back_as_it_went(Object value, String storageClass) {
    run(connection, "insert into t (x) values (?)", value);
    Row row = run(connection, "select x, typeof(x) from t").iterator().next();

    assertThat(row.get(typeOf(value), 0)).isEqualTo(value);
    assertThat(row.getString(1)).isEqualTo(storageClass);
  }

  @ParameterizedTest
  @MethodSource("values")
  void null_comes_back_as_null_for_every_type(Object value, String storageClass) {
    assertThat(run(connection, "select null").iterator().next().get(typeOf(value), 0)).isNull();
  }

  @Test
  void a_decimal_keeps_all_its_digits_in_a_numeric_column() {
    BigDecimal decimal = new BigDecimal("12345678901234567890.0123456789");
    run(connection, "insert into t (number) values (?)", decimal);

    assertThat(run(connection, "select number from t").iterator().next().getBigDecimal(0)).isEqualTo(decimal);
  }

  @Test
  void an_offset_is_stored_in_utc() {
    run(connection, "insert into t (x) values (?)", OffsetDateTime.parse("2026-11-23T01:30:00+02:00"));

    assertThat(single(connection, "select x from t")).isEqualTo("2026-11-22 23:30:00");
  }

  @Test
  void times_that_sqlite_wrote_are_read() {
    Row row = run(connection, "select current_timestamp, current_date, current_time").iterator().next();

    assertThat(row.getLocalDateTime(0)).isInstanceOf(LocalDateTime.class);
    assertThat(row.get(Instant.class, 0)).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    assertThat(row.getLocalDate(1)).isInstanceOf(LocalDate.class);
    assertThat(row.getLocalTime(2)).isInstanceOf(LocalTime.class);
  }

  @Test
  void epoch_milliseconds_are_read_as_an_instant() {
    assertThat(run(connection, "select 1000").iterator().next().get(Instant.class, 0))
        .isEqualTo(Instant.ofEpochSecond(1));
  }

  @Test
  void arrays_are_json() {
    run(connection, "insert into t (x) values (?)", (Object) new Integer[] {1, 2, null});
    Row row = run(connection, "select x, json_array_length(x) from t").iterator().next();

    assertThat(row.get(Integer[].class, 0)).containsExactly(1, 2, null);
    assertThat(row.getInteger(1)).isEqualTo(3);
  }

  @Test
  void an_integer_that_does_not_fit_is_not_cut_off() {
    Row row = run(connection, "select 3000000000 as big").iterator().next();

    assertThatThrownBy(() -> row.getInteger("big")).isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("3000000000 of column big does not fit");
    assertThat(row.getLong("big")).isEqualTo(3_000_000_000L);
  }

  @Test
  void not_a_number_is_refused_because_sqlite_would_store_null() {
    assertThat(failure(IllegalArgumentException.class,
        connection.preparedQuery("insert into t (x) values (?)").execute(Tuple.of(Double.NaN))))
        .hasMessageContaining("SQLite would store NaN as NULL");
  }

  @Test
  void a_value_without_a_stored_form_is_refused_by_its_type() {
    assertThat(failure(IllegalArgumentException.class,
        connection.preparedQuery("select ?").execute(Tuple.of(new Thread("secret")))))
        .hasMessageContaining("position[0]").hasMessageContaining("java.lang.Thread")
        .hasMessageNotContaining("secret");
  }

  @Test
  void an_enum_is_read_by_name_and_by_ordinal() {
    Row row = run(connection, "select 'MONDAY', 6, 'monday', 7").iterator().next();

    assertThat(row.get(DayOfWeek.class, 0)).isEqualTo(DayOfWeek.MONDAY);
    assertThat(row.get(DayOfWeek.class, 1)).isEqualTo(DayOfWeek.SUNDAY);
    assertThatThrownBy(() -> row.get(DayOfWeek.class, 2)).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> row.get(DayOfWeek.class, 3)).isInstanceOf(ClassCastException.class);
  }

  @Test
  void a_zone_is_its_name() {
    run(connection, "insert into t (x) values (?)", ZoneId.of("Europe/Vienna"));

    assertThat(run(connection, "select x from t").iterator().next().get(ZoneId.class, 0))
        .isEqualTo(ZoneId.of("Europe/Vienna"));
  }

  @Test
  void a_text_of_several_characters_is_not_cut_off_to_one() {
    Row row = run(connection, "select 'ab' as two").iterator().next();

    assertThatThrownBy(() -> row.get(Character.class, 0)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Column two");
  }

  @Test
  void a_byte_out_of_range_is_not_cut_off() {
    Row row = run(connection, "select 128 as big").iterator().next();

    assertThatThrownBy(() -> row.get(Byte.class, 0)).isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("128 of column big does not fit into Byte");
  }

  @Test
  void a_text_with_a_zero_byte_is_kept() {
    String text = "a\0b";
    run(connection, "insert into t (x) values (?)", text);

    assertThat(single(connection, "select x from t")).isEqualTo(text);
  }

  @Test
  void lists_are_json() {
    run(connection, "insert into t (x) values (?)", List.of("a", "b"));

    assertThat(single(connection, "select x ->> 1 from t")).isEqualTo("b");
  }

  private static Class<?> typeOf(Object value) {
    return value instanceof Buffer ? Buffer.class : value.getClass();
  }
}

package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pinion.hibernate.reactive.model.AllTypes;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one side has written the other reads, and both write the same bytes. */
class CrossReadTest {

  @TempDir
  static Path dir;

  private static Path file;
  private static SessionFactory reactive;
  private static SessionFactory blocking;
  private static long lastId;

  @BeforeAll
  static void open() {
    file = dir.resolve("types.db");
    reactive = Factories.reactive(file, AllTypes.class);
    blocking = Factories.blocking(file, Map.of(), AllTypes.class);
  }

  @AfterAll
  static void close() {
    blocking.close();
    reactive.close();
  }

  static Stream<Arguments> values() throws Exception {
    return Stream.of(
        arguments("primitiveBoolean", true),
        arguments("wrappedBoolean", false),
        arguments("aByte", (byte) -128),
        arguments("aShort", Short.MIN_VALUE),
        arguments("anInteger", Integer.MAX_VALUE),
        arguments("aLong", Long.MIN_VALUE),
        arguments("aFloat", 1.1f),
        arguments("aFloat", Float.MIN_VALUE),
        arguments("aDouble", Math.PI),
        arguments("aDouble", Double.MAX_VALUE),
        arguments("money", new BigDecimal("1234567890.12")),
        arguments("money", new BigDecimal("-0.10")),
        arguments("longDecimal", new BigDecimal("1234567890123456789012345678.0123456789")),
        arguments("smallBigInteger", BigInteger.valueOf(123456789012345L)),
        arguments("bigInteger", new BigInteger("12345678901234567890123456789012345678")),
        arguments("string", "naïve — 日本 𝄞 'quoted'"),
        arguments("string", ""),
        arguments("character", 'ß'),
        arguments("text", "long ".repeat(10_000)),
        arguments("enumByOrdinal", DayOfWeek.SUNDAY),
        arguments("enumByName", DayOfWeek.WEDNESDAY),
        arguments("bytes", new byte[] {0, 1, -1, 127, -128}),
        arguments("blob", new byte[100_000]),
        arguments("localDate", LocalDate.of(2024, 2, 29)),
        arguments("localDate", LocalDate.of(1583, 1, 1)),
        arguments("localTime", LocalTime.of(23, 59, 59)),
        arguments("localDateTime", LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000)),
        arguments("localDateTime", LocalDateTime.of(1900, 1, 1, 0, 0)),
        arguments("instant", Instant.parse("2024-10-27T01:30:00.654321Z")),
        arguments("instant", Instant.parse("1969-12-31T23:59:59.999Z")),
        arguments("offsetDateTime", OffsetDateTime.parse("2024-06-01T12:00:00.5+05:30")),
        arguments("zonedDateTime", ZonedDateTime.parse("2024-06-01T12:00:00+02:00[Europe/Berlin]")),
        arguments("offsetInColumn", OffsetDateTime.parse("2024-06-01T12:00:00-03:00")),
        arguments("zonedInUtc", ZonedDateTime.parse("2024-12-01T12:00:00-08:00")),
        arguments("offsetTime", OffsetTime.of(12, 30, 15, 0, ZoneOffset.UTC)),
        arguments("utilDate", new GregorianCalendar(2024, Calendar.FEBRUARY, 29).getTime()),
        arguments("utilTime", new GregorianCalendar(1970, Calendar.JANUARY, 1, 13, 14, 15).getTime()),
        arguments("utilTimestamp", new Date(1_700_000_000_123L)),
        arguments("sqlTimestamp", Timestamp.valueOf("2024-05-06 07:08:09.123456")),
        arguments("sqlDate", java.sql.Date.valueOf("2024-05-06")),
        arguments("calendar", new GregorianCalendar(2024, Calendar.MAY, 6, 7, 8, 9)),
        arguments("uuid", UUID.fromString("01234567-89ab-cdef-0123-456789abcdef")),
        arguments("uuidAsText", UUID.fromString("fedcba98-7654-3210-fedc-ba9876543210")),
        arguments("duration", Duration.ofDays(400).plusNanos(123_456_789)),
        arguments("year", Year.of(2024)),
        arguments("zoneId", ZoneId.of("Asia/Tokyo")),
        arguments("zoneOffset", ZoneOffset.ofHoursMinutes(5, 30)),
        arguments("timeZone", TimeZone.getTimeZone("America/New_York")),
        arguments("locale", Locale.CANADA_FRENCH),
        arguments("currency", Currency.getInstance("JPY")),
        arguments("url", URI.create("https://sqlite.org/datatype3.html").toURL()),
        arguments("jsonMap", Map.of("a", 1, "b", List.of("x", "y"))),
        arguments("jsonList", List.of("one", "two")),
        arguments("stringArray", new String[] {"a", null, "c,\"d\""}),
        arguments("integerList", List.of(3, 1, 2)),
        arguments("instantArray", new Instant[] {Instant.parse("2024-10-27T01:30:00.654321789Z"), null}),
        arguments("uuidArray", new UUID[] {UUID.fromString("01234567-89ab-cdef-0123-456789abcdef")}),
        arguments("placeAsJson", place()),
        arguments("placeAsStruct", place()));
  }

  private static AllTypes.Place place() {
    return new AllTypes.Place("Ö\"", Instant.parse("2024-10-27T01:30:00.654321789Z"),
        new BigDecimal("12345678901234567890.25"), new Integer[] {1, null});
  }

  static Stream<String> nullables() {
    return Stream.of(AllTypes.class.getFields())
        .filter(field -> !field.getType().isPrimitive() && !field.getName().equals("id"))
        .map(Field::getName);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("values")
  void whatEitherSideWritesBothReadAlike(String attribute, Object value) throws Exception {
    long byReactive = write(true, attribute, value);
    long byBlocking = write(false, attribute, value);

    assertThat(stored(byReactive, attribute)).isEqualTo(stored(byBlocking, attribute));
    assertThat(read(true, byReactive, attribute)).isEqualTo(comparable(value));
    assertThat(read(false, byReactive, attribute)).isEqualTo(comparable(value));
    assertThat(read(true, byBlocking, attribute)).isEqualTo(comparable(value));
    assertThat(read(false, byBlocking, attribute)).isEqualTo(comparable(value));
  }

  @ParameterizedTest(name = "{0} = null")
  @MethodSource("nullables")
  void nullIsNullOnBothSides(String attribute) throws Exception {
    long byReactive = write(true, attribute, null);
    long byBlocking = write(false, attribute, null);

    assertThat(stored(byReactive, attribute)).isEqualTo(stored(byBlocking, attribute)).isEqualTo("null NULL");
    assertThat(read(true, byBlocking, attribute)).isNull();
    assertThat(read(false, byReactive, attribute)).isNull();
  }

  private static synchronized long write(boolean reactively, String attribute, Object value) throws Exception {
    AllTypes row = new AllTypes();
    row.id = ++lastId;
    AllTypes.class.getField(attribute).set(row, value);
    if (reactively) {
      await(reactive.unwrap(Mutiny.SessionFactory.class).withTransaction(session -> session.persist(row)));
    } else {
      blocking.inTransaction(session -> session.persist(row));
    }
    return row.id;
  }

  private static Object read(boolean reactively, long id, String attribute) throws Exception {
    AllTypes row = reactively
        ? await(reactive.unwrap(Mutiny.SessionFactory.class).withSession(session -> session.find(AllTypes.class, id)))
        : blocking.fromSession(session -> session.find(AllTypes.class, id));
    return comparable(AllTypes.class.getField(attribute).get(row));
  }

  /** Two values of a zoned type are the same if they are the same instant: the zone is not always stored. */
  private static Object comparable(Object value) {
    if (value instanceof OffsetDateTime dateTime) {
      return dateTime.toInstant();
    }
    if (value instanceof ZonedDateTime dateTime) {
      return dateTime.toInstant();
    }
    if (value instanceof OffsetTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC);
    }
    if (value instanceof Calendar calendar) {
      return calendar.getTimeInMillis();
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    }
    if (value instanceof Date date) {
      return Instant.ofEpochMilli(date.getTime());
    }
    return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
  }

  private static String stored(long id, String attribute) {
    return Raw.value(file, "select typeof(c) || ' ' || quote(c) from (select \"" + attribute
        + "\" as c from AllTypes where id = " + id + ")");
  }
}

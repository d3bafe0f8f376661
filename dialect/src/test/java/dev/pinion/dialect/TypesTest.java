package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Everything;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.Time;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.engine.jdbc.BlobProxy;
import org.hibernate.engine.jdbc.ClobProxy;
import org.hibernate.engine.jdbc.NClobProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypesTest extends DialectTest {

  private static final LocalDateTime LOCAL = LocalDateTime.of(2024, 2, 29, 12, 30, 15, 123_456_789);
  private static final Instant INSTANT = LOCAL.toInstant(ZoneOffset.UTC);
  private static final OffsetDateTime OFFSET = LOCAL.atOffset(ZoneOffset.ofHours(5));
  private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
  private static final String LONG_TEXT = "long text ".repeat(5000);

  @Override
  List<Class<?>> entities() {
    return List.of(Everything.class);
  }

  static Stream<Arguments> values() throws MalformedURLException {
    return Stream.of(
        of("aBoolean", true, "integer", "1"),
        of("aBoolean", false, "integer", "0"),
        of("aByte", (byte) -128, "integer", "-128"),
        of("aShort", Short.MIN_VALUE, "integer", "-32768"),
        of("anInteger", Integer.MAX_VALUE, "integer", "2147483647"),
        of("aLong", Long.MIN_VALUE, "integer", "-9223372036854775808"),
        of("aFloat", 1.5f, "real", "1.5"),
        of("aDouble", 3.0, "real", "3.0"),
        of("aDouble", Double.MIN_VALUE, "real", "4.940656458412"),
        of("aBigDecimal", new BigDecimal("0.10"), "real", "0.1"),
        of("aBigDecimal", new BigDecimal("7.00"), "integer", "7"),
        of("aBigDecimal", new BigDecimal("0.125"), "real", "0.125"),
        of("aBigDecimal", new BigDecimal("12345678901234567890.12345"), "blob", "12345678901234567890.12345"),
        of("anAmount", new BigDecimal("10.00"), "integer", "10"),
        of("anAmount", new BigDecimal("9.90"), "real", "9.9"),
        of("aBigInteger", BigInteger.TWO.pow(200), "blob", BigInteger.TWO.pow(200).toString()),
        of("aBigInteger", BigInteger.TEN, "integer", "10"),
        of("aString", "Grüße 🎈 'x'", "text", "Grüße 🎈 'x'"),
        of("aString", "2024", "text", "2024"),
        of("aString", "", "text", ""),
        of("aCharacter", 'ß', "text", "ß"),
        of("aLongString", LONG_TEXT, "text", LONG_TEXT),
        of("aLobString", LONG_TEXT, "text", LONG_TEXT),
        of("aNationalString", "日本", "text", "日本"),
        of("bytes", new byte[] {0, 1, -1}, "blob", "\u0000\u0001"),
        of("bytes", new byte[0], "blob", ""),
        of("lobBytes", new byte[] {'a', 'b'}, "blob", "ab"),
        of("enumByName", DayOfWeek.FRIDAY, "text", "FRIDAY"),
        of("enumByOrdinal", DayOfWeek.FRIDAY, "integer", "4"),
        of("aLocalDate", LOCAL.toLocalDate(), "text", "2024-02-29"),
        of("aLocalTime", LOCAL.toLocalTime(), "text", "12:30:15.123456789"),
        of("aLocalTime", LocalTime.of(7, 0), "text", "07:00:00"),
        of("aLocalDateTime", LOCAL, "text", "2024-02-29 12:30:15.123456789"),
        of("aLocalDateTime", LOCAL.withNano(0), "text", "2024-02-29 12:30:15"),
        of("anInstant", INSTANT, "text", "2024-02-29 12:30:15.123456789"),
        of("anInstant", Instant.EPOCH, "text", "1970-01-01 00:00:00"),
        of("anOffsetDateTime", INSTANT.atOffset(ZoneOffset.UTC), "text", "2024-02-29 12:30:15.123456789"),
        of("aZonedDateTime", INSTANT.atZone(ZoneOffset.UTC), "text", "2024-02-29 12:30:15.123456789"),
        of("anOffsetTime", OffsetTime.of(1, 30, 0, 0, ZoneOffset.UTC), "text", "01:30:00"),
        of("withOffsetColumn", OFFSET, "text", "2024-02-29 07:30:15.123456789"),
        of("inLocalZone", LOCAL.atZone(ZoneId.systemDefault()).toOffsetDateTime(), "text",
            "2024-02-29 12:30:15.123456789"),
        of("aDate", java.sql.Date.valueOf("2024-02-29"), "text", "2024-02-29"),
        of("aTimeOfDate", Time.valueOf("12:30:15"), "text", "12:30:15"),
        of("aTimestampOfDate", Timestamp.valueOf(LOCAL), "text", "2024-02-29 12:30:15.123456789"),
        of("aSqlDate", java.sql.Date.valueOf("2024-02-29"), "text", "2024-02-29"),
        of("aSqlTime", Time.valueOf("12:30:15"), "text", "12:30:15"),
        of("aSqlTimestamp", Timestamp.valueOf(LOCAL), "text", "2024-02-29 12:30:15.123456789"),
        of("aCalendar", GregorianCalendar.from(ZonedDateTime.of(LOCAL.withNano(0), ZoneId.systemDefault())), "text",
            "2024-02-29 12:30:15"),
        of("aUuid", ID, "blob", null),
        of("aUuidText", ID, "text", ID.toString()),
        of("aDuration", Duration.ofSeconds(1, 5), "integer", "1000000005"),
        of("aYear", Year.of(2024), "integer", "2024"),
        of("aZone", ZoneId.of("Europe/Vienna"), "text", "Europe/Vienna"),
        of("anOffset", ZoneOffset.ofHours(-3), "text", "-03:00"),
        of("aCurrency", Currency.getInstance("EUR"), "text", "EUR"),
        of("aLocale", Locale.GERMANY, "text", "de_DE"),
        of("aUrl", toUrl("https://example.org/a?b"), "text", "https://example.org/a?b"));
  }

  private static URL toUrl(String text) throws MalformedURLException {
    return URI.create(text).toURL();
  }

  private static Arguments of(String field, Object value, String storageClass, String text) {
    return Arguments.of(field, value, storageClass, text);
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsStoredAsTheFormatSaysAndReadBack(String field, Object value, String storageClass, String text)
      throws Exception {
    persist(field, value);
    assertThat(selectOne("select typeof(" + field + ") from Everything")).isEqualTo(storageClass);
    if (text != null) {
      assertThat(selectOne("select cast(" + field + " as text) from Everything")).asString().startsWith(text);
    }
    assertRead(field, value);
  }

  /** Hibernate compares no large objects nor values of two columns, and takes a UUID literal for the usual type. */
  static Stream<Arguments> comparableValues() throws MalformedURLException {
    var others = Set.of("aLobString", "lobBytes", "withOffsetColumn", "aUuidText");
    return values().filter(arguments -> !others.contains((String) arguments.get()[0]));
  }

  @ParameterizedTest
  @MethodSource("comparableValues")
  void aValueIsFoundByAParameterAndByALiteral(String field, Object value, String storageClass, String text)
      throws Exception {
    persist(field, value);
    factory.inSession(session -> {
      assertThat(session.createQuery("select count(*) from Everything where " + field + " = :v", Long.class)
          .setParameter("v", value).getSingleResult()).isEqualTo(1);
      var builder = session.getCriteriaBuilder();
      var query = builder.createQuery(Everything.class);
      query.where(builder.equal(query.from(Everything.class).get(field), builder.literal(value)));
      assertThat(session.createQuery(query).getResultList()).hasSize(1);
    });
  }

  @Test
  void nullsAreNullInEveryColumn() {
    factory.inTransaction(session -> session.persist(new Everything(1)));
    factory.inSession(session -> assertThat(session.find(Everything.class, 1L))
        .hasAllNullFieldsOrPropertiesExcept("id"));
  }

  @Test
  void largeObjectsAreReadAndWrittenByTheirInterfaces() throws SQLException {
    factory.inTransaction(session -> {
      var everything = new Everything(1);
      everything.aClob = ClobProxy.generateProxy("a clob");
      everything.aNClob = NClobProxy.generateProxy("ein nclob");
      everything.aBlob = BlobProxy.generateProxy(new byte[] {1, 2, 3});
      session.persist(everything);
    });
    assertThat(selectOne("select typeof(aClob)||typeof(aNClob)||typeof(aBlob) from Everything"))
        .isEqualTo("texttextblob");
    factory.inTransaction(session -> {
      var everything = session.find(Everything.class, 1L);
      assertThat(text(everything.aClob)).isEqualTo("a clob");
      assertThat(text(everything.aNClob)).isEqualTo("ein nclob");
      assertThat(bytes(everything.aBlob)).containsExactly(1, 2, 3);
      everything.aClob = session.getLobHelper().createClob("another");
      everything.aBlob = session.getLobHelper().createBlob(new byte[] {9});
    });
    assertThat(selectOne("select aClob||hex(aBlob) from Everything")).isEqualTo("another09");
  }

  @Test
  void anOffsetInItsOwnColumnIsKept() throws Exception {
    persist("withOffsetColumn", OFFSET);
    factory.inSession(session ->
        assertThat(session.find(Everything.class, 1L).withOffsetColumn.getOffset()).isEqualTo(OFFSET.getOffset()));
  }

  @Test
  void anArrayIsReadBack() throws Exception {
    persist("integers", new int[] {1, 2, 3});
    assertRead("integers", new int[] {1, 2, 3});
  }

  @Test
  void whatCurrentTimestampStoredIsRead() throws SQLException {
    execute("insert into Everything(id, anInstant, aLocalDateTime, aLocalDate, aLocalTime)"
        + " values (1, current_timestamp, '2024-02-29T12:30', '2024-02-29 12:30:00', '12:30')");
    factory.inSession(session -> {
      var read = session.find(Everything.class, 1L);
      assertThat(read.anInstant).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
      assertThat(read.aLocalDateTime).isEqualTo(LocalDateTime.of(2024, 2, 29, 12, 30));
      assertThat(read.aLocalDate).isEqualTo(LocalDate.of(2024, 2, 29));
      assertThat(read.aLocalTime).isEqualTo(LocalTime.of(12, 30));
    });
  }

  @Test
  void theMillisecondsOfSqliteJdbcAreRead() throws SQLException {
    long millis = LOCAL.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
    execute("insert into Everything(id, anInstant, aLocalDateTime, aLocalDate, aSqlTimestamp) values (1, "
        + (millis + ",").repeat(3) + millis + ')');
    factory.inSession(session -> {
      var read = session.find(Everything.class, 1L);
      assertThat(read.anInstant).isEqualTo(Instant.ofEpochMilli(millis));
      assertThat(read.aLocalDateTime).isEqualTo(LOCAL.withNano(123_000_000));
      assertThat(read.aLocalDate).isEqualTo(LOCAL.toLocalDate());
      assertThat(read.aSqlTimestamp).isEqualTo(new Timestamp(millis));
    });
  }

  @Test
  void aUuidInTextIsRead() throws SQLException {
    execute("insert into Everything(id, aUuid) values (1, '" + ID + "')");
    factory.inSession(session -> assertThat(session.find(Everything.class, 1L).aUuid).isEqualTo(ID));
  }

  @Test
  void anOrdinalOutsideTheEnumIsRefused() {
    assertThatThrownBy(() -> execute("insert into Everything(id, enumByOrdinal) values (1, 7)"))
        .hasMessageContaining("CHECK constraint failed");
  }

  private void persist(String field, Object value) throws Exception {
    var everything = new Everything(1);
    field(field).set(everything, value);
    factory.inTransaction(session -> session.persist(everything));
  }

  private void assertRead(String field, Object value) {
    factory.inSession(session -> {
      try {
        var read = field(field).get(session.find(Everything.class, 1L));
        if (value instanceof Date date) {
          assertThat(((Date) read).getTime()).isEqualTo(date.getTime());
        } else if (value instanceof Calendar calendar) {
          assertThat(((Calendar) read).getTimeInMillis()).isEqualTo(calendar.getTimeInMillis());
        } else if (value instanceof ZonedDateTime dateTime) {
          assertThat(((ZonedDateTime) read).toInstant()).isEqualTo(dateTime.toInstant());
        } else {
          assertThat(read).isEqualTo(value);
        }
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    });
  }

  private static Field field(String name) throws NoSuchFieldException {
    return Everything.class.getField(name);
  }

  private static String text(Clob clob) {
    try {
      return clob.getSubString(1, (int) clob.length());
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(Blob blob) {
    try {
      return blob.getBytes(1, (int) blob.length());
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}

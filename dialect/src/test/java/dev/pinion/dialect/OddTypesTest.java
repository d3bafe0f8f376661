package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Oddities;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OddTypesTest extends DialectTest {

  private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

  @Override
  List<Class<?>> entities() {
    return List.of(Oddities.class);
  }

  static Stream<Arguments> values() throws UnknownHostException {
    return Stream.of(
        Arguments.of("anything", new BigDecimal("1.5"), "blob", null),
        Arguments.of("lobOfAnything", ID, "blob", null),
        Arguments.of("chars", new char[] {'a', 'ü'}, "text", "aü"),
        Arguments.of("lobChars", "x".repeat(70_000).toCharArray(), "text", "x".repeat(70_000)),
        Arguments.of("characters", new Character[] {'a', 'b'}, "text", "ab"),
        Arguments.of("aClass", String.class, "text", "java.lang.String"),
        Arguments.of("address", InetAddress.getByName("127.0.0.1"), "blob", null),
        Arguments.of("timeZone", TimeZone.getTimeZone("Europe/Vienna"), "text", "Europe/Vienna"),
        Arguments.of("yesNo", true, "text", "Y"),
        Arguments.of("trueFalse", false, "text", "F"),
        Arguments.of("numeric", true, "integer", "1"),
        Arguments.of("uuidText", ID, "text", ID.toString()),
        Arguments.of("numberAsText", 17, "text", "17"),
        Arguments.of("day", DayOfWeek.SUNDAY, "integer", "6"),
        Arguments.of("namedEnum", DayOfWeek.FRIDAY, "text", "FRIDAY"),
        Arguments.of("enumType", DayOfWeek.FRIDAY, "text", "FRIDAY"),
        Arguments.of("nationalText", "日本", "text", "日本"),
        Arguments.of("longText", "日本", "text", "日本"),
        Arguments.of("longBytes", new byte[] {1, 2}, "blob", null),
        Arguments.of("xml", "<a/>", "text", "<a/>"),
        Arguments.of("interval", Duration.ofMillis(1500), "integer", "1500000000"),
        Arguments.of("durationAsNumber", Duration.ofMillis(1500), "integer", "1500000000"),
        Arguments.of("temperature", new Oddities.Temperature(36.6), "real", "36.6"),
        Arguments.of("exact", new BigDecimal("1234567890123456789012345678.0123456789"), "blob",
            "1234567890123456789012345678.0123456789"),
        Arguments.of("exact", new BigDecimal("0.1000000000"), "real", "0.1"),
        Arguments.of("own", "abc", "text", "abc"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void anOddValueIsStoredAndReadBack(String field, Object value, String storageClass, String text) throws Exception {
    var row = new Oddities();
    row.id = 1;
    field(field).set(row, value);
    factory.inTransaction(session -> session.persist(row));
    assertThat(selectOne("select typeof(" + field + ") from Oddities")).isEqualTo(storageClass);
    if (text != null) {
      assertThat(selectOne("select cast(" + field + " as text) from Oddities")).isEqualTo(text);
    }
    factory.inSession(session -> {
      assertThat(read(field, session.find(Oddities.class, 1L))).isEqualTo(value);
      assertThat(session.createQuery("from Oddities where " + field + " = ?1", Oddities.class).setParameter(1, value)
          .getResultList()).hasSize(1);
    });
  }

  @Test
  void columnsComputeDefaultAndTransform() {
    var row = new Oddities();
    row.id = 1;
    row.exact = new BigDecimal("1.5");
    row.transformed = "  text ";
    factory.inTransaction(session -> session.persist(row));
    assertThat(row.defaulted).isEqualTo("none");
    assertThat(row.twice).isEqualTo(3);
    factory.inSession(session -> {
      var read = session.find(Oddities.class, 1L);
      assertThat(read.next).isEqualTo(2);
      assertThat(read.transformed).isEqualTo("TEXT");
      assertThat(read.twice).isEqualTo(3);
    });
  }

  @Test
  void aParameterIsSelectedWithAllItsDigits() {
    var row = new Oddities();
    row.id = 1;
    var digits = new BigDecimal("1234567890123456789012345678.0123456789");
    factory.inTransaction(session -> session.persist(row));
    factory.inSession(session -> assertThat(session.createQuery("select coalesce(exact, ?1) from Oddities",
        BigDecimal.class).setParameter(1, digits).getSingleResult()).isEqualTo(digits));
  }

  @Test
  void nothingIsNothing() {
    var row = new Oddities();
    row.id = 1;
    factory.inTransaction(session -> session.persist(row));
    factory.inSession(session -> assertThat(session.find(Oddities.class, 1L)).usingRecursiveComparison()
        .ignoringFields("next", "defaulted").isEqualTo(row));
  }

  private static Object read(String field, Oddities row) {
    try {
      return field(field).get(row);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Field field(String name) throws NoSuchFieldException {
    return Oddities.class.getField(name);
  }
}

package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Arrays;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArrayStorageTest extends DialectTest {

  private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
  private static final LocalDateTime LOCAL = LocalDateTime.of(2024, 2, 29, 12, 30, 15, 123_456_789);

  @Override
  List<Class<?>> entities() {
    return List.of(Arrays.class);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        of("texts", new String[] {"ü 🎈", null, "\"\\\n\u0001"}, "[\"ü 🎈\",null,\"\\\"\\\\\\n\\u0001\"]"),
        of("texts", new String[0], "[]"),
        of("textList", List.of("a", "b"), "[\"a\",\"b\"]"),
        of("numberSet", Set.of(7), "[7]"),
        of("sortedTexts", new TreeSet<>(Set.of("b", "a")), "[\"a\",\"b\"]"),
        of("ints", new int[] {1, -2}, "[1,-2]"),
        of("longs", new Long[] {Long.MAX_VALUE, null, Long.MIN_VALUE},
            "[9223372036854775807,null,-9223372036854775808]"),
        of("doubles", new double[] {0.1, 3, Double.MAX_VALUE}, "[0.1,3.0,1.7976931348623157E308]"),
        of("floats", new float[] {0.5f, Float.MIN_VALUE}, "[0.5,1.4E-45]"),
        of("flags", new boolean[] {true, false}, "[true,false]"),
        of("someFlags", new Boolean[] {true, null}, "[true,null]"),
        of("shorts", new short[] {1}, "[1]"),
        of("byteList", List.of((byte) -1), "[-1]"),
        of("decimals", new BigDecimal[] {new BigDecimal("0.1"), new BigDecimal("12345678901234567890.12345")},
            "[0.1,12345678901234567890.12345]"),
        of("uuids", new UUID[] {ID}, "[\"" + ID + "\"]"),
        of("blobs", new byte[][] {{0, -1}, {}}, "[\"00FF\",\"\"]"),
        of("dates", new LocalDate[] {LOCAL.toLocalDate()}, "[\"2024-02-29\"]"),
        of("dateTimes", new LocalDateTime[] {LOCAL}, "[\"2024-02-29 12:30:15.123456789\"]"),
        of("instants", new Instant[] {Instant.EPOCH}, "[\"1970-01-01 00:00:00\"]"),
        of("daysByName", new DayOfWeek[] {DayOfWeek.FRIDAY}, "[\"FRIDAY\"]"),
        of("daysByOrdinal", List.of(DayOfWeek.MONDAY), "[0]"));
  }

  private static Arguments of(String field, Object value, String json) {
    return Arguments.of(field, value, json);
  }

  @ParameterizedTest
  @MethodSource("values")
  void anArrayIsStoredAsJsonAndReadBack(String field, Object value, String json) throws Exception {
    var row = new Arrays(1, (String[]) null);
    field(field).set(row, value);
    factory.inTransaction(session -> session.persist(row));
    assertThat(selectOne("select " + field + " from Arrays")).isEqualTo(json);
    assertThat(selectOne("select json(" + field + ")=json(json_extract(" + field + ",'$')) from Arrays"))
        .isEqualTo(1);
    factory.inSession(session -> assertThat(read(field, session.find(Arrays.class, 1L))).isEqualTo(value));
  }

  @ParameterizedTest
  @MethodSource("values")
  void anArrayIsAParameterOfAnyQuery(String field, Object value, String json) throws Exception {
    var row = new Arrays(1, (String[]) null);
    field(field).set(row, value);
    factory.inTransaction(session -> session.persist(row));
    factory.inSession(session -> assertThat(session.createQuery("select id from Arrays where " + field + " = :value",
        Long.class).setParameter("value", value).getResultList()).containsExactly(1L));
    if (!(value instanceof java.util.Collection || value instanceof DayOfWeek[])) {
      factory.inSession(session -> assertThat(session.createNativeQuery("select * from Arrays where " + field
          + " is not distinct from :value", Arrays.class).setParameter("value", value).getResultList()).hasSize(1));
    }
  }

  @Test
  void whatSqlHasWrittenIsRead() throws SQLException {
    execute("insert into Arrays(id, texts, flags, doubles, instants) values (1, ' [ \"\\u00fc\" , null ] ', '[1,0]',"
        + " json_array(1, 2.5), json_array('2024-02-29T12:30:00+01:00'))");
    factory.inSession(session -> {
      var row = session.find(Arrays.class, 1L);
      assertThat(row.texts).containsExactly("ü", null);
      assertThat(row.flags).containsExactly(true, false);
      assertThat(row.doubles).containsExactly(1, 2.5);
      assertThat(row.instants).containsExactly(Instant.parse("2024-02-29T11:30:00Z"));
    });
  }

  @Test
  void anArrayIsSetByUpdate() throws SQLException {
    factory.inTransaction(session -> session.persist(new Arrays(1, "a")));
    factory.inTransaction(session -> session.createMutationQuery(
        "update Arrays e set e.texts = array_append(e.texts, 'b'), e.textList = ?1")
        .setParameter(1, List.of("c")).executeUpdate());
    assertThat(selectOne("select texts||textList from Arrays")).isEqualTo("[\"a\",\"b\"][\"c\"]");
  }

  @Test
  void aChangedElementIsSeen() throws SQLException {
    factory.inTransaction(session -> session.persist(new Arrays(1, "a", "b")));
    factory.inTransaction(session -> session.find(Arrays.class, 1L).texts[1] = "c");
    assertThat(selectOne("select texts from Arrays")).isEqualTo("[\"a\",\"c\"]");
  }

  private static Object read(String field, Arrays row) {
    try {
      return field(field).get(row);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Field field(String name) throws NoSuchFieldException {
    return Arrays.class.getField(name);
  }
}

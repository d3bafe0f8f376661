package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Arrays;
import dev.pinion.dialect.domain.Holder;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddablesAsJsonTest extends DialectTest {

  private static final LocalDateTime LOCAL = LocalDateTime.of(2024, 2, 29, 12, 30, 15, 123_456_789);

  @Override
  List<Class<?>> entities() {
    return List.of(Holder.class);
  }

  @BeforeEach
  void fill() {
    var holder = new Holder();
    holder.id = 1L;
    holder.json = all();
    holder.point = new Holder.Point(3, 4);
    holder.place = new Holder.Place("Wien", "Graben");
    holder.points = new Holder.Point[] {new Holder.Point(1, 2), null};
    holder.pointList = List.of(new Holder.Point(5, 6));
    var empty = new Holder();
    empty.id = 2L;
    factory.inTransaction(session -> {
      session.persist(holder);
      session.persist(empty);
    });
  }

  private static Holder.All all() {
    var all = new Holder.All();
    all.number = 7;
    all.flag = true;
    all.text = "\"ü'\n";
    all.real = 0.1;
    all.decimal = new BigDecimal("12345678901234567890.12");
    all.uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    all.bytes = new byte[] {0, -1};
    all.date = LOCAL.toLocalDate();
    all.time = LOCAL.toLocalTime();
    all.dateTime = LOCAL;
    all.instant = Instant.parse("2024-02-29T12:30:15.000000001Z");
    all.duration = Duration.ofSeconds(1, 1);
    all.byName = DayOfWeek.FRIDAY;
    all.byOrdinal = DayOfWeek.TUESDAY;
    all.texts = new String[] {"a", null};
    all.longText = "long ".repeat(1000);
    all.longBytes = new byte[] {1, 2};
    all.url = page();
    all.letter = 'x';
    all.yesNo = true;
    all.numeric = false;
    all.zoned = LOCAL.atZone(ZoneOffset.UTC);
    all.legacyDate = java.sql.Date.valueOf("2024-02-29");
    all.timestamp = Timestamp.valueOf(LOCAL);
    all.flat = new Holder.Place("Linz", "Landstraße");
    all.inner = new Holder.Inner(2, new BigDecimal("0.25"));
    return all;
  }

  private static URL page() {
    try {
      return URI.create("https://sqlite.org/json1.html").toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void embeddablesAreOneColumnOfJson() throws SQLException {
    assertThat(selectOne("select json->>'$.number'||typeof(json) from Holder")).isEqualTo("7text");
    assertThat(selectOne("select json->>'$.dateTime'||(json->>'$.inner.depth')||(json->'$.flag') from Holder"))
        .isEqualTo("2024-02-29 12:30:15.1234567892true");
    assertThat(selectOne("select point from Holder")).isEqualTo("{\"x\":3,\"y\":4}");
    assertThat(selectOne("select points||pointList from Holder"))
        .isEqualTo("[{\"x\":1,\"y\":2},null][{\"x\":5,\"y\":6}]");
    assertThat(selectOne("select json is null and point is null and pointList is null from Holder where id = 2"))
        .isEqualTo(1);
  }

  @Test
  void embeddablesAreReadBack() {
    factory.inSession(session -> {
      var holder = session.find(Holder.class, 1L);
      assertThat(holder.json).usingRecursiveComparison().isEqualTo(all());
      assertThat(holder.point).isEqualTo(new Holder.Point(3, 4));
      assertThat(holder.place.street).isEqualTo("Graben");
      assertThat(holder.points).containsExactly(new Holder.Point(1, 2), null);
      assertThat(holder.pointList).containsExactly(new Holder.Point(5, 6));
      assertThat(session.find(Holder.class, 2L).json).isNull();
    });
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", value = {
      "json.number + 1 => 8",
      "json.flag => true",
      "json.real * 10 => 1.0",
      "length(json.text) => 4",
      "json.decimal => 12345678901234567890.12",
      "json.uuid => 00112233-4455-6677-8899-aabbccddeeff",
      "json.date => 2024-02-29",
      "json.time => 12:30:15.123456789",
      "json.dateTime => 2024-02-29T12:30:15.123456789",
      "json.instant => 2024-02-29T12:30:15.000000001Z",
      "json.duration => PT1.000000001S",
      "json.byName => FRIDAY",
      "json.byOrdinal => TUESDAY",
      "array_length(json.texts) => 2",
      "length(json.longText) => 5000",
      "json.url => https://sqlite.org/json1.html",
      "json.letter => x",
      "json.yesNo => true",
      "json.numeric => false",
      "json.zoned => 2024-02-29T12:30:15.123456789Z",
      "json.legacyDate => 2024-02-29",
      "json.timestamp => 2024-02-29 12:30:15.123456789",
      "json.flat.town => Linz",
      "json.inner.depth => 2",
      "json.inner.exact => 0.25",
      "point.x => 3",
      "place.town => Wien",
      "array_length(points) => 2",
      "point => Point[x=3, y=4]"
  })
  void partsAreSelected(String expression, String expected) {
    assertThat(select(expression)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json.number = 7", "json.flag", "json.decimal = 12345678901234567890.12bd",
      "json.date = date 2024-02-29", "json.byName = java.time.DayOfWeek.FRIDAY", "json.inner.exact < 0.3",
      "point.y between 3 and 5", "array_contains(json.texts, 'a')",
      "json.bytes is not null", "json.inner is not null", "json.yesNo and not json.numeric", "json.letter = 'x'",
      "year(json.zoned) = 2024", "json.legacyDate < local date"})
  void rowsAreFoundByParts(String predicate) {
    assertThat(factory.<Object>fromSession(session -> session.createQuery(
        "select id from Holder where " + predicate, Long.class).getResultList())).isEqualTo(List.of(1L));
  }

  @Test
  void partsAreUpdatedAlone() throws SQLException {
    update("update Holder set json.number = 8, json.text = 'new', json.flag = false, json.inner.depth = 3,"
        + " json.flat.town = 'Bern', json.uuid = ?1, json.texts = array('z') where id = 1",
        UUID.fromString("ffffffff-0000-0000-0000-000000000000"));
    factory.inSession(session -> {
      var holder = session.find(Holder.class, 1L);
      assertThat(holder.json.number).isEqualTo(8);
      assertThat(holder.json.flag).isFalse();
      assertThat(holder.json.text).isEqualTo("new");
      assertThat(holder.json.inner).usingRecursiveComparison()
          .isEqualTo(new Holder.Inner(3, new BigDecimal("0.25")));
      assertThat(holder.json.flat.town).isEqualTo("Bern");
      assertThat(holder.json.dateTime).isEqualTo(LOCAL);
      assertThat(holder.json.uuid).hasToString("ffffffff-0000-0000-0000-000000000000");
      assertThat(holder.json.texts).containsExactly("z");
    });
    assertThat(selectOne("select json->'$.flag' from Holder")).isEqualTo("false");
  }

  @Test
  void aPartOfAStructIsUpdatedAlone() throws SQLException {
    update("update Holder set point.x = point.x + ?1 where id = 1", 1);
    assertThat(selectOne("select point from Holder where id = 1")).isEqualTo("{\"x\":4,\"y\":4}");
  }

  @Test
  void aPartOfNothingMakesTheWhole() throws SQLException {
    update("update Holder set json.inner.depth = ?1 where id = 2", 1);
    update("update Holder set place.town = ?1 where id = 2", "Bern");
    assertThat(selectOne("select json||place from Holder where id = 2"))
        .isEqualTo("{\"inner\":{\"depth\":1}}{\"town\":\"Bern\"}");
  }

  @Test
  void aChangedPartIsWritten() throws SQLException {
    factory.inTransaction(session -> session.find(Holder.class, 1L).json.inner.depth = 9);
    assertThat(selectOne("select json->>'$.inner.depth' from Holder")).isEqualTo(9);
  }

  @Test
  void constraintsOfPartsAreChecked() throws SQLException {
    for (var wrong : List.of("json = '{\"byName\":\"SUMMER\"}'", "json = '{\"byOrdinal\":7}'",
        "json = '{\"numeric\":2}'")) {
      assertThatThrownBy(() -> execute("update Holder set " + wrong)).as(wrong)
          .hasMessageContaining("CHECK constraint failed");
    }
    execute("update Holder set json = '{}', point = '{\"y\":1}'");
    execute("update Holder set json = null, point = null");
  }

  @Test
  void theSchemaOfArraysAndStructsValidates() {
    List<Class<?>> all = List.of(Holder.class, Arrays.class);
    newFactory("create", Map.of(), all).close();
    assertThatCode(() -> newFactory("validate", Map.of(), all).close()).doesNotThrowAnyException();
    assertThatCode(() -> newFactory("update", Map.of(), all).close()).doesNotThrowAnyException();
  }

  @Test
  void anUpdateAddsTheColumnWithTheChecksOfItsParts() throws SQLException {
    execute("alter table Holder rename to old");
    execute("create table Holder (id integer primary key)");
    newFactory("update", Map.of(), entities()).close();
    assertThatThrownBy(() -> execute("insert into Holder (id, json) values (1, '{\"yesNo\": \"?\"}')"))
        .hasMessageContaining("CHECK");
    execute("drop table old");
  }

  @Test
  void unknownKeysAreLeftAlone() throws SQLException {
    execute("update Holder set json = '{\"number\": 1, \"other\": [{}]}' where id = 1");
    factory.inSession(session -> assertThat(session.find(Holder.class, 1L).json.number).isEqualTo(1));
  }

  @Test
  void anEmbeddableComesOutOfANativeQuery() {
    factory.inSession(session -> assertThat(session.createNativeQuery(
        "select h.point from Holder h where h.id = 1", Object.class).getSingleResult())
        .isEqualTo(new Holder.Point(3, 4)));
  }

  private void update(String hql, Object parameter) {
    factory.inTransaction(session -> session.createMutationQuery(hql).setParameter(1, parameter).executeUpdate());
  }

  private Object select(String expression) {
    return factory.fromSession(session -> session.createQuery(
        "select " + expression + " from Holder h where h.id = 1", Object.class).getSingleResult());
  }
}

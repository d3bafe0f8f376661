package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Arrays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.JDBCException;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayFunctionsTest extends MatrixTest {

  private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

  @Override
  List<Class<?>> entities() {
    return List.of(Arrays.class);
  }

  @Override
  void fill(Session session) {
    session.persist(new Arrays(1));
    var row = new Arrays(2, "abc", null, "d[\"]e");
    row.ints = new int[] {3, 1, 3};
    row.doubles = new double[] {0.5, 2};
    row.flags = new boolean[] {true, false};
    row.decimals = new BigDecimal[] {new BigDecimal("0.1"), new BigDecimal("12345678901234567890.12345")};
    row.uuids = new UUID[] {ID};
    row.blobs = new byte[][] {{1, -1}};
    row.dates = new LocalDate[] {LocalDate.of(2024, 2, 29)};
    session.persist(row);
    session.persist(new Arrays(3, (String[]) null));
  }

  private Object ofSecond(String expression, Object... parameters) {
    return select("select " + expression + " from Arrays e where e.id = 2", parameters);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "array('a', null, 'b') => [a, null, b]",
      "array_list(1, 2) => [1, 2]",
      "array_length(e.texts) => 3",
      "length(e.texts) => 3",
      "length('four') => 4",
      "array_position(e.texts, 'd[\"]e') => 3",
      "array_position(e.texts, null) => 2",
      "array_position(e.texts, 'x') => 0",
      "array_position(e.ints, 3, 2) => 3",
      "array_positions(e.ints, 3) => [1, 3]",
      "array_positions(e.ints, 4) => []",
      "array_positions_list(e.ints, 1) => [2]",
      "array_get(e.texts, 1) => abc",
      "array_get(e.texts, 2) => null",
      "array_get(e.texts, 0) => null",
      "array_get(e.texts, 4) => null",
      "e.texts[3] => d[\"]e",
      "array_get(e.decimals, 2) => 12345678901234567890.12345",
      "array_get(e.flags, 2) => false",
      "array_get(e.uuids, 1) => 00112233-4455-6677-8899-aabbccddeeff",
      "array_get(e.dates, 1) => 2024-02-29",
      "array_concat(e.texts, array('x'), array('y', 'z')) => [abc, null, d[\"]e, x, y, z]",
      "array_concat(e.texts, array()) => [abc, null, d[\"]e]",
      "e.texts || array('x') => [abc, null, d[\"]e, x]",
      "array_append(e.texts, 'x') => [abc, null, d[\"]e, x]",
      "array_append(e.texts, null) => [abc, null, d[\"]e, null]",
      "array_append(e.flags, true) => [true, false, true]",
      "array_prepend('x', e.texts) => [x, abc, null, d[\"]e]",
      "array_set(e.texts, 2, 'x') => [abc, x, d[\"]e]",
      "array_set(e.texts, 6, 'x') => [abc, null, d[\"]e, null, null, x]",
      "array_set(e.flags, 2, true) => [true, true]",
      "array_remove(e.texts, 'abc') => [null, d[\"]e]",
      "array_remove(e.texts, null) => [abc, d[\"]e]",
      "array_remove_index(e.texts, 2) => [abc, d[\"]e]",
      "array_remove_index(e.flags, 1) => [false]",
      "array_slice(e.texts, 2, 3) => [null, d[\"]e]",
      "array_slice(e.texts, 5, 6) => []",
      "array_replace(e.texts, null, 'x') => [abc, x, d[\"]e]",
      "array_replace(e.decimals, 0.1bd, 5bd) => [5, 12345678901234567890.12345]",
      "array_trim(e.texts, 1) => [abc, null]",
      "array_fill('[,]', 2) => [[,], [,]]",
      "array_fill(1, 0) => []",
      "array_fill_list(true, 2) => [true, true]",
      "array_to_string(e.texts, ';') => abc;d[\"]e",
      "array_to_string(e.texts, ',', '-') => abc,-,d[\"]e",
      "array_to_string(e.flags, ',') => true,false",
      "array_to_string(e.uuids, ',') => 00112233-4455-6677-8899-aabbccddeeff",
      "cast(e.texts as String) => [abc,null,d[\"]e]",
      "str(e.ints) => [3,1,3]"
  })
  void arraysAreMadeAndChanged(String expression, String expected) {
    assertThat(String.valueOf(ofSecond(expression))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "array_contains(e.texts, 'abc') => true",
      "array_contains(e.texts, 'ab') => false",
      "array_contains(e.texts, null) => false",
      "array_contains_nullable(e.texts, null) => true",
      "array_contains(e.flags, false) => true",
      "array_contains(e.uuids, ?1) => true",
      "array_contains(e.decimals, 0.1bd) => true",
      "array_contains(e.dates, date 2024-02-29) => true",
      "'abc' in e.texts => true",
      "e.texts contains 'x' => false",
      "array_includes(e.texts, array('abc', 'd[\"]e')) => true",
      "array_includes(e.texts, array('abc', null)) => false",
      "array_includes_nullable(e.texts, array('abc', null)) => true",
      "array_includes(e.texts, array()) => true",
      "e.texts includes array('abc') => true",
      "array_intersects(e.texts, array('x', 'abc')) => true",
      "array_overlaps(e.texts, array('x')) => false",
      "array_intersects_nullable(e.texts, array(null)) => true",
      "e.texts intersects array('abc') => true",
      "e.texts is not distinct from ['abc', null, 'd[\"]e'] => true",
      "e.ints = [3, 1, 3] => true",
      "e.flags = array(true, false) => true",
      "e.textList contains 'abc' => true"
  })
  void arraysAreSearched(String predicate, boolean expected) {
    Object[] parameters = predicate.contains("?1") ? new Object[] {ID} : new Object[0];
    assertThat(ofSecond("(" + predicate + ")", parameters)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"array_length(e.texts)", "array_position(e.texts, 'x')", "array_positions(e.texts, 'x')",
      "array_get(e.texts, 1)", "array_concat(e.texts, array('x'))", "array_append(e.texts, 'x')",
      "array_prepend('x', e.texts)", "array_remove(e.texts, 'x')", "array_remove_index(e.texts, 1)",
      "array_slice(e.texts, 1, 2)", "array_replace(e.texts, 'x', 'y')", "array_trim(e.texts, 0)",
      "array_to_string(e.texts, ',')", "cast(e.texts as String)", "array_contains(e.texts, 'x')"})
  void ofNoArrayComesNull(String expression) {
    assertThat(select("select " + expression + " from Arrays e where e.id = 3")).isNull();
  }

  @Test
  void anElementIsSetInNoArray() {
    assertThat(select("select array_set(e.texts, 2, 'x') from Arrays e where e.id = 3"))
        .isEqualTo(java.util.Arrays.asList(null, "x"));
  }

  @Test
  void moreElementsThanThereAreCannotBeTrimmed() {
    assertThatThrownBy(() -> select("select array_trim(e.texts, 1) from Arrays e where e.id = 1"))
        .isInstanceOf(JDBCException.class)
        .hasMessageContaining("fewer elements");
  }

  @Test
  void rowsAreAggregatedIntoAnArray() {
    assertThat(list("select array_agg(e.number) within group (order by e.id desc) filter (where e.id > 1)"
        + " from Arrays e"))
        .containsExactly(List.of(3, 2));
    assertThat(list("select array_agg(e.number) within group (order by e.id) from Arrays e where e.id > 9"))
        .containsOnlyNulls();
    assertThat(list("select array_agg(e.number) over (order by e.id) from Arrays e order by e.id"))
        .containsExactly(List.of(1), List.of(1, 2), List.of(1, 2, 3));
    assertThat(list("select array_to_string(array_agg(e.number) within group (order by e.id), ',') from Arrays e"))
        .containsExactly("1,2,3");
    assertThat(list("select 1 where array(1, 2, 3) is not distinct from"
        + " (select array_agg(e.number) within group (order by e.id) from Arrays e)")).hasSize(1);
  }

  @Test
  void emptyAndMissingArraysAreTold() {
    assertThat(list("select e.id from Arrays e where e.texts = []")).containsExactly(1L);
    assertThat(list("select e.id from Arrays e where e.texts is null")).containsExactly(3L);
    assertThat(list("select e.id from Arrays e where length(e.texts) = 0")).containsExactly(1L);
  }

  @Test
  void arraysAreParametersAndLiterals() {
    assertThat(ofSecond("(e.ints = ?1)", new int[] {3, 1, 3})).isEqualTo(true);
    assertThat(ofSecond("(e.textList = ?1)", java.util.Arrays.asList("abc", null, "d[\"]e"))).isEqualTo(true);
    assertThat(ofSecond("array_concat(e.texts, ?1)", (Object) new String[] {"x"}))
        .isEqualTo(java.util.Arrays.asList("abc", null, "d[\"]e", "x"));
  }

  @Test
  void elementsAndPositionsAreParameters() {
    assertThat(ofSecond("(?1 in e.texts)", "abc")).isEqualTo(true);
    assertThat(ofSecond("array_contains(?1, array_get(e.texts, ?2))", new String[] {"abc"}, 1)).isEqualTo(true);
    assertThat(ofSecond("array_set(e.texts, ?1, ?2)", 1, "x")).isEqualTo(java.util.Arrays.asList("x", null, "d[\"]e"));
    assertThat(ofSecond("array_slice(e.texts, ?1, ?2)", 1, 1)).isEqualTo(List.of("abc"));
    assertThat(ofSecond("array_replace(e.flags, ?1, ?2)", true, false)).isEqualTo("[false, false]");
    assertThat(ofSecond("array_position(e.decimals, ?1)", new BigDecimal("0.1"))).isEqualTo(1);
    assertThat(ofSecond("array_append(e.uuids, ?1)", ID)).isEqualTo(List.of(ID, ID));
    assertThat(ofSecond("array_append(e.decimals, ?1)", new BigDecimal("98765432109876543210.5")))
        .asString().endsWith(", 98765432109876543210.5]");
  }

  @Test
  void arraysAreGroupedBy() {
    assertThat(list("select count(*) from Arrays e group by e.texts order by count(*)")).containsExactly(1L, 1L, 1L);
    assertThat(list("select distinct e.ints from Arrays e where e.ints is not null"))
        .containsExactly(List.of(3, 1, 3));
  }

  @Test
  void criteriaHaveTheFunctionsToo() {
    var found = factory.fromSession(session -> {
      HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
      var query = builder.createQuery(Long.class);
      var root = query.from(Arrays.class);
      return session.createQuery(query.select(root.get("id")).where(
          builder.arrayContains(root.<String[]>get("texts"), "abc"),
          builder.collectionContains(root.<Collection<String>>get("textList"), "abc"),
          builder.arrayIntersects(root.get("texts"), new String[] {"abc"}))).getResultList();
    });
    assertThat(found).containsExactly(2L);
  }

  private List<Object> list(String hql) {
    return factory.fromSession(session -> session.createQuery(hql, Object.class).getResultList().stream()
        .map(ArrayFunctionsTest::plain).toList());
  }
}

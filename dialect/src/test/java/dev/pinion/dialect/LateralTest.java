package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Author;
import dev.pinion.dialect.domain.Book;
import dev.pinion.dialect.domain.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LateralTest extends LibraryTest {

  @Override
  List<Class<?>> entities() {
    return List.of(Author.class, Book.class, Measure.class);
  }

  @Test
  void theLatestOfEachIsJoined() {
    assertThat(names("select a.name || ': ' || coalesce(l.title, 'none') from Author a left join lateral"
        + " (select b.title as title from a.books b order by b.year desc limit 1) l order by a.name"))
        .containsExactly("Bachmann: none", "Mann: Zauberberg", "Rilke: Elegien");
  }

  @Test
  void groupsOfEachAreJoined() {
    assertThat(list("select a.name, s.n, s.total from Author a join lateral"
        + " (select count(*) as n, sum(b.price) as total from a.books b) s order by a.name", Object[].class))
        .satisfiesExactly(
            row -> assertThat(row).containsExactly("Bachmann", 0L, null),
            row -> assertThat(row).containsExactly("Mann", 2L, new BigDecimal("35.5")),
            row -> assertThat(row).containsExactly("Rilke", 2L, new BigDecimal("21.9")));
  }

  @Test
  void severalRowsOfSetOperationsAreJoined() {
    assertThat(names("select l.t from Author a join lateral (select b.title as t from Book b where b.author = a"
        + " union all select a.name as t from Author x where x = a) l where a.name <> 'Rilke' order by l.t"))
        .containsExactly("Bachmann", "Buddenbrooks", "Mann", "Zauberberg");
  }

  @Test
  void aConditionAndEqualRowsStay() {
    assertThat(names("select l.k || '' from Author a join lateral (select 'same' as k, b.year as y from a.books b) l"
        + " on l.y > 1905")).containsExactly("same", "same", "same");
  }

  @Test
  void oneMayDependOnAnother() {
    assertThat(list("select m.y from Author a join lateral (select max(b.year) as y from a.books b) l join lateral"
        + " (select min(b.year) as y from Book b where b.year > l.y) m where a.name = 'Rilke'", Integer.class))
        .containsExactly(1924);
  }

  @Test
  void valuesOfAllKindsComeThrough() {
    var digits = new BigDecimal("12345678901234567890.5");
    factory.inTransaction(session -> {
      session.persist(new Measure(1, "ä\"\n", 7, 0.1, digits.toString()));
      session.persist(new Measure(2, null, null, -1e300, "1.5"));
    });
    assertThat(list("select l.g, l.n, l.x, l.d, l.k from Measure m join lateral (select o.g as g, o.n as n, o.x as x,"
        + " o.d as d, o.key as k from Measure o where o.id = m.id) l order by m.id", Object[].class))
        .satisfiesExactly(
            row -> assertThat(row).containsExactly("ä\"\n", 7, 0.1, digits, new UUID(0, 1)),
            row -> assertThat(row).containsExactly(null, null, -1e300, new BigDecimal("1.5"), new UUID(0, 2)));
  }
}

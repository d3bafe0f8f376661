package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Author;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PredicateTest extends LibraryTest {

  // Predicates

  @Test
  void likeMindsTheCase() {
    assertThat(names("select name from Author where name like 'r%'")).isEmpty();
    assertThat(names("select name from Author where name like 'R_l%'")).containsExactly("Rilke");
    assertThat(names("select name from Author where name like ?1", "M%")).containsExactly("Mann");
    assertThat(names("select name from Author where name not like ?1 order by name", "%ann"))
        .containsExactly("Rilke");
  }

  @Test
  void ilikeDoesNotMindTheCase() {
    assertThat(names("select name from Author where name ilike 'r%'")).containsExactly("Rilke");
    assertThat(names("select name from Author where name ilike ?1", "%LKE")).containsExactly("Rilke");
  }

  @Test
  void likeTakesOtherSpecialCharactersForThemselves() {
    change("update Author set name = '50%_[*]?\\x' where name = 'Mann'");
    assertThat(names("select name from Author where name like '50!%!_[*]?\\_' escape '!'")).hasSize(1);
    assertThat(names("select name from Author where name like ?1 escape '!'", "50!%!_[*]?%")).hasSize(1);
    assertThat(names("select name from Author where name like ?1 escape '!'", "50!%!%%")).isEmpty();
    assertThat(names("select name from Author where name like '%[*]%'")).hasSize(1);
    assertThat(names("select name from Author where name like '%[R]%'")).isEmpty();
    assertThat(names("select name from Author where name like ?1", "%[R]%")).isEmpty();
  }

  @Test
  void isDistinctFromKnowsNull() {
    assertThat(names("select name from Author where kind is distinct from ?1 order by name", Author.Kind.POET))
        .containsExactly("Mann");
    change("update Author set kind = null where name = 'Mann'");
    assertThat(names("select name from Author where kind is distinct from ?1", Author.Kind.POET))
        .containsExactly("Mann");
    assertThat(names("select name from Author where kind is not distinct from null")).containsExactly("Mann");
  }

  @Test
  void rowValuesAreCompared() {
    assertThat(names("select title from Book where (title, year) = ('Malte', 1910)")).containsExactly("Malte");
    assertThat(names("select title from Book where (year, title) > (1923, 'A') order by year"))
        .containsExactly("Elegien", "Zauberberg");
    assertThat(names("select title from Book where (title, year) in (('Malte', 1910), ('Elegien', 1923))"
        + " order by title")).containsExactly("Elegien", "Malte");
    assertThat(names("select title from Book where (title, year) in (select b.title, b.year from Book b"
        + " where b.price > 15) order by title")).containsExactly("Buddenbrooks", "Zauberberg");
  }

  @Test
  void quantifiedComparisonsAreRewritten() {
    assertThat(names("select title from Book where price >= all (select price from Book)"))
        .containsExactly("Zauberberg");
    assertThat(names("select title from Book where year = any (select year from Book where price < 10)"))
        .containsExactly("Elegien");
  }

  @Test
  void rowValuesAreQuantifiedToo() {
    assertThat(names("select title from Book where (year, title) <= any (select b.year, b.title from Book b"
        + " where b.year < 1911) order by year")).containsExactly("Buddenbrooks", "Malte");
    assertThat(names("select title from Book where (year, title) > all (select b.year, b.title from Book b"
        + " where b.year < 1911) order by year")).containsExactly("Elegien", "Zauberberg");
    assertThat(names("select title from Book where (year, title) = any (select b.year, b.title from Book b"
        + " where b.year < 1905)"))
        .containsExactly("Buddenbrooks");
  }

  @Test
  void quantifiedSubqueriesMayBeLimited() {
    assertThat(names("select title from Book where (year, title) = any (select b.year, b.title from Book b"
        + " order by b.year limit 2) order by year")).containsExactly("Buddenbrooks", "Malte");
    assertThat(names("select title from Book where year <> all (select b.year from Book b order by b.year limit 3)"))
        .containsExactly("Zauberberg");
    assertThat(names("select title from Book where year <> any (select b.year from Book b where b.year > 1923)"
        + " order by year")).containsExactly("Buddenbrooks", "Malte", "Elegien");
  }

  @Test
  void aSubqueryOfSeveralColumnsIsInAList() {
    assertThat(names("select a.name from Author a where (select b.year, b.title from Book b where b.author = a"
        + " order by b.year limit 1) in ((1901, 'Buddenbrooks'), (1, 'x'))")).containsExactly("Mann");
  }

  @Test
  void rowValuesAreComparedWithSubqueries() {
    assertThat(names("select title from Book where (year, title) < (select b.year, b.title from Book b"
        + " where b.title = 'Malte')")).containsExactly("Buddenbrooks");
    assertThat(names("select title from Book where (select b.year, b.title from Book b where b.title = 'Malte')"
        + " = (year, title)")).containsExactly("Malte");
  }

  @Test
  void existsAndMemberAndSizeWork() {
    assertThat(names("select a.name from Author a where not exists (select 1 from Book b where b.author = a)"))
        .containsExactly("Bachmann");
    assertThat(names("select a.name from Author a where a.books is empty")).containsExactly("Bachmann");
    assertThat(names("select a.name from Author a where size(a.books) = 2 order by a.name"))
        .containsExactly("Mann", "Rilke");
  }

  @Test
  void booleansStandAlone() {
    change("update Author set alive = true where name = 'Mann'");
    assertThat(names("select name from Author where alive")).containsExactly("Mann");
    assertThat(names("select name from Author where not alive order by name")).containsExactly("Bachmann", "Rilke");
    assertThat(list("select (a.kind = POET) from Author a order by a.id", Boolean.class))
        .containsExactly(true, false, true);
  }

  @Test
  void nullsAreSortedAsAsked() {
    change("update Author set kind = null where name = 'Mann'");
    assertThat(names("select name from Author order by kind nulls last, name")).last().isEqualTo("Mann");
    assertThat(names("select name from Author order by kind nulls first, name")).first().isEqualTo("Mann");
    assertThat(names("select name from Author order by kind desc nulls first, name")).first().isEqualTo("Mann");
  }

  // Decimals

  @Test
  void decimalsAreDividedAsDecimals() {
    assertThat(list("select price / 8 from Book where title = 'Malte'", BigDecimal.class).get(0))
        .isEqualByComparingTo("1.5");
    assertThat(list("select b.year / 10 from Book b where title = 'Malte'", Integer.class)).containsExactly(191);
  }

  @Test
  void decimalsAreComparedAsNumbers() {
    assertThat(names("select title from Book where price between 9.9 and 12 order by price"))
        .containsExactly("Elegien", "Malte");
    assertThat(names("select title from Book where price < ?1 order by price", new BigDecimal("15.499999999999999999")))
        .containsExactly("Elegien", "Malte");
  }
}

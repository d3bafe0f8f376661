package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Author;
import dev.pinion.dialect.domain.Book;
import java.math.BigDecimal;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.Test;

class SelectTest extends LibraryTest {

  // Pages

  @Test
  void aPageIsRead() {
    assertThat(read(session -> session.createQuery("select title from Book order by title", String.class)
        .setFirstResult(1).setMaxResults(2).getResultList())).containsExactly("Elegien", "Malte");
  }

  @Test
  void anOffsetNeedsNoLimit() {
    assertThat(read(session -> session.createQuery("select title from Book order by title", String.class)
        .setFirstResult(3).getResultList())).containsExactly("Zauberberg");
  }

  @Test
  void limitAndOffsetStandInAQuery() {
    assertThat(names("select title from Book order by title limit ?1 offset ?2", 1, 2)).containsExactly("Malte");
    assertThat(names("select title from Book order by title offset 3")).containsExactly("Zauberberg");
  }

  @Test
  void aLimitStandsInASubquery() {
    assertThat(names("select title from Book where id in (select b.id from Book b order by b.price desc limit 1)"))
        .containsExactly("Zauberberg");
  }

  @Test
  void fetchWithTiesAndPercentAreRewritten() {
    assertThat(names("select b.title from Book b order by b.author.id fetch first 1 row with ties")).hasSize(2);
    assertThat(names("select title from Book order by title fetch first 50 percent rows only"))
        .containsExactly("Buddenbrooks", "Elegien");
  }

  @Test
  void aNativeQueryIsPaged() {
    assertThat(read(session -> session.createNativeQuery("select title from Book order by title",
        String.class).setFirstResult(1).setMaxResults(1).getResultList())).containsExactly("Elegien");
    assertThat(read(session -> session.createNativeQuery("select title from Book order by title",
        String.class).setFirstResult(3).getResultList())).containsExactly("Zauberberg");
  }

  // Joins and groups

  @Test
  void aJoinIsFetched() {
    var authors = list("from Author a left join fetch a.books order by a.id", Author.class);
    assertThat(authors).hasSize(3);
    assertThat(Hibernate.isInitialized(authors.get(0).books)).isTrue();
    assertThat(authors.get(1).books).hasSize(2);
  }

  @Test
  void rightAndFullJoinsWork() {
    assertThat(names("select a.name from Book b right join b.author a where b is null")).containsExactly("Bachmann");
    assertThat(list("select count(*) from Book b full join Author a on a = b.author", Long.class)).containsExactly(5L);
  }

  @Test
  void groupsAreCountedAndFiltered() {
    assertThat(list("select a.name, count(b), sum(b.price), avg(b.price) from Author a join a.books b"
        + " group by a.name having count(b) > 1 order by a.name", Object[].class))
        .satisfiesExactly(
            row -> assertThat(row).containsExactly("Mann", 2L, new BigDecimal("35.5"), 17.75),
            row -> assertThat(row).containsExactly("Rilke", 2L, new BigDecimal("21.9"), 10.95));
  }

  @Test
  void entitiesAreGroupedBy() {
    assertThat(list("select a, count(b) from Author a left join a.books b group by a order by a.name", Object[].class))
        .extracting(row -> ((Author) row[0]).name + row[1]).containsExactly("Bachmann0", "Mann2", "Rilke2");
  }

  @Test
  void anAggregateIsFiltered() {
    assertThat(list("select count(*) filter (where year > 1910) from Book", Long.class)).containsExactly(2L);
  }

  @Test
  void everyAndAnyAggregateConditions() {
    assertThat(list("select every(year > 1900), any(year > 1923) from Book", Object[].class).get(0))
        .containsExactly(true, true);
  }

  @Test
  void windowsWork() {
    assertThat(names("select title from (select b.title as title, row_number() over (partition by b.author.id"
        + " order by b.year) as place from Book b) where place = 1 order by title"))
        .containsExactly("Buddenbrooks", "Malte");
    assertThat(list("select sum(year) over (order by year rows between 1 preceding and current row) from Book"
        + " order by year", Long.class)).containsExactly(1901L, 3811L, 3833L, 3847L);
    assertThat(list("select rank() over (order by b.author.id) from Book b order by b.id", Long.class))
        .containsExactly(1L, 1L, 3L, 3L);
  }

  @Test
  void listaggOrdersWhatItJoins() {
    assertThat(names("select listagg(title, ', ') within group (order by title desc) from Book"))
        .containsExactly("Zauberberg, Malte, Elegien, Buddenbrooks");
  }

  // Sets and common table expressions

  @Test
  void unionsOfOrderedAndLimitedQueriesWork() {
    assertThat(names("(select title from Book order by price desc limit 1) union all"
        + " (select name from Author order by name limit 1)")).containsExactlyInAnyOrder("Zauberberg", "Bachmann");
    assertThat(names("(select title as t from Book union all select name from Author) order by t limit 2"))
        .containsExactly("Bachmann", "Buddenbrooks");
  }

  @Test
  void unionsAreNested() {
    assertThat(names("(select title from Book intersect select title from Book where year > 1910)"
        + " union (select name from Author except select name from Author where name <> 'Mann')"))
        .containsExactlyInAnyOrder("Elegien", "Zauberberg", "Mann");
  }

  @Test
  void aCommonTableExpressionWorks() {
    assertThat(names("with old as materialized (select b.title as title from Book b where b.year < 1911)"
        + " select o.title from old o order by o.title")).containsExactly("Buddenbrooks", "Malte");
  }

  @Test
  void aRecursiveOneCounts() {
    assertThat(list("with numbers as (select 1 as n from Author where name = 'Mann' union all"
        + " select n.n + 1 as n from numbers n where n.n < 5) select sum(n.n) from numbers n", Long.class))
        .containsExactly(15L);
  }

  @Test
  void aSubqueryStandsInFrom() {
    assertThat(list("select max(s.total) from (select sum(b.price) as total from Book b group by b.author) s",
        BigDecimal.class)).containsExactly(new BigDecimal("35.5"));
  }

  // Others

  @Test
  void criteriaWork() {
    assertThat(read(session -> {
      var builder = session.getCriteriaBuilder();
      var query = builder.createQuery(String.class);
      var book = query.from(Book.class);
      query.select(book.get("title")).where(builder.and(builder.greaterThan(book.get("price"), new BigDecimal("10")),
          builder.like(book.get("title"), "%berg"), book.get("author").get("name").in("Mann", "Rilke")))
          .orderBy(builder.desc(book.get("year")));
      return session.createQuery(query).getResultList();
    })).containsExactly("Zauberberg");
  }

  @Test
  void aNativeQueryGivesEntitiesAndScalars() {
    assertThat(read(session -> session.createNativeQuery("select * from Author where name = :n", Author.class)
        .setParameter("n", "Mann").getResultList())).singleElement().extracting("kind")
        .isEqualTo(Author.Kind.NOVELIST);
    assertThat(read(session -> session.createNativeQuery(
        "select count(*), sum(price), min(title) from Book", Object[].class).getResultList()).get(0))
        .containsExactly(4L, 57.4, "Buddenbrooks");
  }

  @Test
  void resultsAreScrolledForward() {
    factory.inSession(session -> {
      try (var rows = session.createQuery("select title from Book order by title", String.class).scroll()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.get()).isEqualTo("Buddenbrooks");
      }
    });
  }

  @Test
  void multiLoadFindsByManyKeys() {
    assertThat(read(session -> session.byMultipleIds(Author.class).multiLoad(1L, 2L, 99L)))
        .extracting(author -> author == null ? null : author.name).containsExactly("Rilke", "Mann", null);
  }
}

package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Author;
import dev.pinion.dialect.domain.Book;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.hibernate.query.NullPrecedence;
import org.hibernate.query.SortDirection;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.criteria.JpaSelection;
import org.hibernate.query.sqm.FetchClauseType;
import org.hibernate.query.sqm.tree.SqmJoinType;
import org.junit.jupiter.api.Test;

class CriteriaTest extends LibraryTest {

  private HibernateCriteriaBuilder builder() {
    return factory.getCriteriaBuilder();
  }

  private <T> List<T> listOf(JpaCriteriaQuery<T> query) {
    return read(session -> session.createQuery(query).getResultList());
  }

  /** What is selected of each book, by their years. */
  private List<Object> ofBooks(BiFunction<HibernateCriteriaBuilder, JpaRoot<Book>, JpaSelection<?>> selection) {
    var query = builder().createQuery(Object.class);
    var book = query.from(Book.class);
    query.select(selection.apply(builder(), book)).orderBy(builder().asc(book.get("year")));
    return listOf(query);
  }

  /** What is selected of all books together. */
  private Object ofAllBooks(BiFunction<HibernateCriteriaBuilder, JpaRoot<Book>, JpaSelection<?>> selection) {
    var query = builder().createQuery(Object.class);
    query.select(selection.apply(builder(), query.from(Book.class)));
    return listOf(query).get(0);
  }

  @Test
  void windowsArePartitionedAndOrdered() {
    assertThat(ofBooks((build, book) -> build.rowNumber(build.createWindow()
        .partitionBy(book.get("author").get("id")).orderBy(build.desc(book.get("year"))))))
        .containsExactly(2L, 2L, 1L, 1L);
    assertThat(ofBooks((build, book) -> build.sum(book.<Integer>get("year"), build.createWindow()
        .orderBy(build.asc(book.get("year"))).frameRows(build.frameBetweenPreceding(1), build.frameCurrentRow()))))
        .containsExactly(1901L, 3811L, 3833L, 3847L);
  }

  @Test
  void orderedSetsAreAggregated() {
    assertThat(ofAllBooks((build, book) -> build.percentileDisc(build.literal(0.5), book.<Integer>get("year"),
        SortDirection.ASCENDING, NullPrecedence.NONE))).isEqualTo(1910);
    assertThat(ofAllBooks((build, book) -> build.mode(book.<Integer>get("author").<Integer>get("id"),
        SortDirection.DESCENDING, NullPrecedence.NONE))).isEqualTo(2L);
    assertThat(ofAllBooks((build, book) -> build.rank(build.asc(book.get("year")), build.literal(1920))))
        .isEqualTo(3L);
    assertThat(ofAllBooks((build, book) -> build.listagg(build.desc(book.get("year")), book.get("title"), "; ")))
        .isEqualTo("Zauberberg; Elegien; Malte; Buddenbrooks");
  }

  @Test
  void aggregatesAreFiltered() {
    assertThat(ofAllBooks((build, book) -> build.count(book.get("id"), build.gt(book.get("year"), 1910))))
        .isEqualTo(2L);
    assertThat(ofAllBooks((build, book) -> build.listagg(build.asc(book.get("year")),
        build.lt(book.get("year"), 1911), book.get("title"), ","))).isEqualTo("Buddenbrooks,Malte");
  }

  @Test
  void setOperationsAreNested() {
    var names = builder().createQuery(String.class);
    names.select(names.from(Author.class).get("name"));
    var titles = builder().createQuery(String.class);
    var book = titles.from(Book.class);
    titles.select(book.get("title")).where(builder().lt(book.get("year"), 1905));
    var mann = builder().createQuery(String.class);
    var author = mann.from(Author.class);
    mann.select(author.get("name")).where(builder().equal(author.get("name"), "Mann"));
    assertThat(listOf(builder().unionAll(builder().exceptAll(names, mann), titles)))
        .containsExactlyInAnyOrder("Rilke", "Bachmann", "Buddenbrooks");
  }

  @Test
  void aSubqueryIsJoinedLaterally() {
    var query = builder().createTupleQuery();
    var author = query.from(Author.class);
    var subquery = query.subquery(Tuple.class);
    var book = subquery.correlate(author).join("books");
    subquery.multiselect(book.get("title").alias("title"), book.get("year").alias("year"));
    subquery.orderBy(builder().desc(book.get("year"))).fetch(1);
    var latest = author.joinLateral(subquery, SqmJoinType.LEFT);
    query.multiselect(author.get("name"), latest.get("title")).orderBy(builder().asc(author.get("name")));
    assertThat(listOf(query)).extracting(Tuple::toArray).containsExactly(new Object[] {"Bachmann", null},
        new Object[] {"Mann", "Zauberberg"}, new Object[] {"Rilke", "Elegien"});
  }

  @Test
  void aRecursiveQueryCounts() {
    var base = builder().createTupleQuery();
    var author = base.from(Author.class);
    base.multiselect(author.get("id").alias("n")).where(builder().equal(author.get("id"), 1L));
    var query = builder().createQuery(Long.class);
    var numbers = query.withRecursiveUnionAll(base, self -> {
      var next = builder().createTupleQuery();
      var root = next.from(self);
      next.multiselect(builder().sum(root.<Long>get("n"), 1L).alias("n"));
      return next.where(builder().lt(root.<Long>get("n"), 5L));
    });
    var root = query.from(numbers);
    query.select(builder().sum(root.<Long>get("n")));
    assertThat(listOf(query)).containsExactly(15L);
  }

  @Test
  void aPageKeepsTies() {
    var query = builder().createQuery(Long.class);
    var book = query.from(Book.class);
    query.select(book.get("author").get("id")).orderBy(builder().asc(book.get("author").get("id")))
        .fetch(1, FetchClauseType.ROWS_WITH_TIES);
    assertThat(listOf(query)).containsExactly(1L, 1L);
  }

  @Test
  void conflictsOfInsertedValuesAreSettled() {
    var insert = builder().createCriteriaInsertValues(Author.class);
    var target = insert.getTarget();
    insert.setInsertionTargetPaths(target.get("name"), target.get("alive"), target.get("version"));
    insert.values(Stream.of("Mann", "Kafka").map(name -> builder().values(builder().value(name),
        builder().value(true), builder().value(7))).toList());
    var conflict = insert.createConflictClause().conflictOnConstraintAttributes("name");
    conflict.onConflictDoUpdate().set("version", conflict.getExcludedRoot().get("version"));
    insert.onConflict(conflict);
    assertThat(factory.<Integer>fromTransaction(session -> session.createMutationQuery(insert).executeUpdate()))
        .isEqualTo(2);
    assertThat(names("select name || version || str(alive) from Author where version = 7 order by name"))
        .containsExactly("Kafka7true", "Mann7false");
  }

  @Test
  void bulkChangesUseSubqueries() {
    var update = builder().createCriteriaUpdate(Book.class);
    var book = update.from(Book.class);
    var latest = update.subquery(Integer.class);
    latest.select(builder().max(latest.from(Book.class).<Integer>get("year")));
    update.set(book.<String>get("title"), builder().upper(book.get("title")))
        .where(builder().equal(book.get("year"), latest));
    assertThat(factory.<Integer>fromTransaction(session -> session.createMutationQuery(update).executeUpdate()))
        .isEqualTo(1);
    var delete = builder().createCriteriaDelete(Book.class);
    var doomed = delete.from(Book.class);
    delete.where(builder().like(doomed.get("title"), "ZAUBER%"));
    assertThat(factory.<Integer>fromTransaction(session -> session.createMutationQuery(delete).executeUpdate()))
        .isEqualTo(1);
  }
}

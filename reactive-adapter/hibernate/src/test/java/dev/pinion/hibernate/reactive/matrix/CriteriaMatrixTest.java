package dev.pinion.hibernate.reactive.matrix;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pinion.hibernate.reactive.matrix.Library.Author;
import dev.pinion.hibernate.reactive.matrix.Library.Book;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.query.NullPrecedence;
import org.hibernate.query.SortDirection;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaExpression;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.sqm.FetchClauseType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the dialect makes of criteria is the same through blocking sessions and through reactive ones. */
class CriteriaMatrixTest {

  @TempDir
  static Path dir;

  private static Sides sides;

  @BeforeAll
  static void fill() {
    sides = new Sides(dir.resolve("criteria.db"), Library.entities());
    sides.blocking.inTransaction(session -> Library.rows().forEach(session::persist));
  }

  @AfterAll
  static void close() {
    sides.close();
  }

  /** Makes a query over the books. */
  private interface OfBooks {

    JpaCriteriaQuery<Object> of(HibernateCriteriaBuilder build, JpaCriteriaQuery<Object> query, JpaRoot<Book> book);
  }

  private static Arguments books(String name, OfBooks maker, String expected) {
    Function<HibernateCriteriaBuilder, JpaCriteriaQuery<Object>> query = build -> {
      JpaCriteriaQuery<Object> empty = build.createQuery(Object.class);
      return maker.of(build, empty, empty.from(Book.class));
    };
    return arguments(Named.of(name, query), expected);
  }

  static Stream<Arguments> queries() {
    return Stream.of(
        books("a condition on a decimal and a joined column", (build, query, book) -> query.select(book.get("title"))
            .where(build.greaterThan(book.get("price"), new BigDecimal("15.4")),
                build.equal(book.get("author").get("name"), "Mann"))
            .orderBy(build.desc(book.get("year"))), "Zauberberg Buddenbrooks"),
        books("a list and a pattern", (build, query, book) -> query.select(book.get("title"))
            .where(book.get("year").in(1910, 1924), build.ilike(book.get("title"), "%BERG")), "Zauberberg"),
        books("a date", (build, query, book) -> query.select(book.get("published"))
            .where(build.equal(book.get("published"), LocalDate.of(1910, 1, 31))), "1910-01-31"),
        books("functions", (build, query, book) -> query.select(build.upper(build.concat(
                build.substring(book.get("title"), 1, 3), book.get("year").cast(String.class))))
            .where(build.equal(book.get("year"), 1910)), "MAL1910"),
        books("a case", (build, query, book) -> query.select(build.selectCase()
                .when(build.lessThan(book.get("year"), 1920), "old").otherwise("new"))
            .orderBy(build.asc(book.get("id"))), "new old new old"),
        books("groups", (build, query, book) -> query.multiselect(book.get("author").get("name"),
                build.count(book), build.sum(book.<BigDecimal>get("price")))
            .groupBy(book.get("author").get("name")).having(build.gt(build.count(book), 1))
            .orderBy(build.asc(book.get("author").get("name"))), "[Mann, 2, 35.50] [Rilke, 2, 21.90]"),
        books("a window", (build, query, book) -> query.select(build.sum(book.<Integer>get("year"),
                build.createWindow().orderBy(build.asc(book.get("year")))
                    .frameRows(build.frameBetweenPreceding(1), build.frameCurrentRow())))
            .orderBy(build.asc(book.get("year"))), "1901 3811 3833 3847"),
        books("an ordered set", (build, query, book) -> query.select(build.percentileDisc(build.literal(0.5),
            book.<Integer>get("year"), SortDirection.ASCENDING, NullPrecedence.NONE)), "1910"),
        books("joined text", (build, query, book) -> query.select(build.listagg(build.asc(book.get("year")),
            book.get("title"), ", ")), "Buddenbrooks, Malte, Elegien, Zauberberg"),
        books("the first and its ties", (build, query, book) -> query.select(book.get("title"))
            .orderBy(build.asc(book.get("author").get("id"))).fetch(1, FetchClauseType.ROWS_WITH_TIES),
            "Elegien Malte"),
        books("a page", (build, query, book) -> query.select(book.get("title"))
            .orderBy(build.asc(book.get("title"))).offset(1).fetch(2), "Elegien Malte"),
        books("a subquery", (build, query, book) -> {
          var newest = query.subquery(Integer.class);
          JpaExpression<Integer> year = (JpaExpression<Integer>) newest.from(Book.class).<Integer>get("year");
          return query.select(book.get("title")).where(build.equal(book.get("year"), newest.select(build.max(year))));
        }, "Zauberberg"),
        books("a common table expression", (build, query, book) -> {
          JpaCriteriaQuery<Tuple> old = build.createTupleQuery();
          JpaRoot<Author> author = old.from(Author.class);
          old.multiselect(author.get("id").alias("id"), author.get("name").alias("name"))
              .where(build.equal(author.get("name"), "Mann"));
          var cte = query.with(old);
          var from = query.from(cte);
          return query.multiselect(book.get("title"), from.get("name"))
              .where(build.equal(book.get("author").get("id"), from.get("id")))
              .orderBy(build.asc(book.get("title")));
        }, "[Buddenbrooks, Mann] [Zauberberg, Mann]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void aQueryHasTheSameRows(Function<HibernateCriteriaBuilder, JpaCriteriaQuery<Object>> query, String expected) {
    assertSoftly(softly -> {
      softly.assertThat(blocking(query)).as("blocking").isEqualTo(expected);
      softly.assertThat(reactive(query)).as("reactive").isEqualTo(expected);
    });
  }

  private static String blocking(Function<HibernateCriteriaBuilder, JpaCriteriaQuery<Object>> query) {
    return sides.blocking.fromSession(session -> Sides.text(
        session.createQuery(query.apply(sides.blocking.getCriteriaBuilder())).getResultList()));
  }

  private static String reactive(Function<HibernateCriteriaBuilder, JpaCriteriaQuery<Object>> query) {
    return await(sides.reactive.withSession(session -> session.createQuery(
        query.apply((HibernateCriteriaBuilder) sides.reactive.getCriteriaBuilder())).getResultList().map(Sides::text)));
  }
}

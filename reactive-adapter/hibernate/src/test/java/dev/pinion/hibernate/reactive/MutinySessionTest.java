package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pinion.hibernate.reactive.model.Author;
import dev.pinion.hibernate.reactive.model.Book;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import dev.pinion.hibernate.reactive.support.SqlLog;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutinySessionTest {

  @TempDir
  Path dir;

  private Path file;
  private Mutiny.SessionFactory factory;

  @BeforeEach
  void openLibrary() {
    file = dir.resolve("library.db");
    factory = Factories.reactive(file, Author.class, Book.class).unwrap(Mutiny.SessionFactory.class);
    await(factory.withTransaction(session -> session.persistAll(
        new Author("Ursula").with("The Dispossessed", 341).with("The Lathe of Heaven", 184),
        new Author("Stanisław").with("Solaris", 204),
        new Author("Octavia"))));
  }

  @AfterEach
  void closeLibrary() {
    factory.close();
  }

  @Test
  void persistGivesAnIdentityIdFromTheRowid() {
    Author author = new Author("Iain");

    await(factory.withTransaction(session -> session.persist(author)));

    assertThat(author.id()).isEqualTo(4L);
    assertThat(Raw.value(file, "select id from author where name = 'Iain'")).isEqualTo("4");
  }

  @Test
  void persistGivesAUuidThatIsStoredAsSixteenBytes() {
    assertThat(Raw.rows(file, "select distinct typeof(id), length(id) from book")).containsExactly("blob|16");
  }

  @Test
  void findReadsWhatWasPersisted() {
    Author found = await(factory.withSession(session -> session.find(Author.class, 2L)));

    assertThat(found.name()).isEqualTo("Stanisław");
  }

  @Test
  void findOfAnUnknownIdIsNull() {
    Author found = await(factory.withSession(session -> session.find(Author.class, 99L)));

    assertThat(found).isNull();
  }

  @Test
  void aManagedEntityThatChangesIsUpdatedAtCommit() {
    await(factory.withTransaction(session -> session.find(Author.class, 1L)
        .invoke(author -> author.rename("Ursula K."))));

    assertThat(Raw.value(file, "select name || ',' || version from author where id = 1")).isEqualTo("Ursula K.,1");
  }

  @Test
  void mergeWritesADetachedEntity() {
    Author detached = await(factory.withSession(session -> session.find(Author.class, 3L)));
    detached.rename("Octavia E.");

    await(factory.withTransaction(session -> session.merge(detached)));

    assertThat(Raw.value(file, "select name from author where id = 3")).isEqualTo("Octavia E.");
  }

  @Test
  void removeDeletesTheEntityAndWhatItCascadesTo() {
    await(factory.withTransaction(session -> session.find(Author.class, 1L)
        .call(author -> Mutiny.fetch(author.books()))
        .call(session::remove)));

    assertThat(Raw.value(file, "select (select count(*) from author) || ',' || (select count(*) from book)"))
        .isEqualTo("2,1");
  }

  @Test
  void jpqlSelectsWithParametersAndOrder() {
    List<String> titles = await(factory.withSession(session -> session
        .createSelectionQuery("select b.title from Book b where b.pages > :pages order by b.title", String.class)
        .setParameter("pages", 200)
        .getResultList()));

    assertThat(titles).containsExactly("Solaris", "The Dispossessed");
  }

  @Test
  void jpqlGroupsAndAggregates() {
    List<Object[]> rows = await(factory.withSession(session -> session
        .createSelectionQuery("select a.name, count(b), sum(b.pages) from Book b join b.author a group by a.name"
            + " order by a.name", Object[].class)
        .getResultList()));

    assertThat(rows).containsExactly(new Object[] {"Stanisław", 1L, 204L}, new Object[] {"Ursula", 2L, 525L});
  }

  @Test
  void jpqlUpdateReturnsTheNumberOfRows() {
    int updated = await(factory.withTransaction(session -> session
        .createMutationQuery("update Book b set b.pages = b.pages + 1 where b.author.name = 'Ursula'")
        .executeUpdate()));

    assertThat(updated).isEqualTo(2);
  }

  @Test
  void criteriaQueriesWork() {
    CriteriaBuilder builder = factory.getCriteriaBuilder();
    CriteriaQuery<Book> query = builder.createQuery(Book.class);
    Root<Book> book = query.from(Book.class);
    query.where(builder.lt(book.get("pages"), 200));

    List<Book> books = await(factory.withSession(session -> session.createQuery(query).getResultList()));

    assertThat(books).extracting(Book::title).containsExactly("The Lathe of Heaven");
  }

  @Test
  void nativeSqlGivesScalars() {
    Object[] row = await(factory.withSession(session -> session
        .createNativeQuery("select count(*), max(pages), upper('x') from book", Object[].class).getSingleResult()));

    assertThat(row).containsExactly(3L, 341L, "X");
  }

  @Test
  void nativeSqlGivesEntities() {
    Author author = await(factory.withSession(session -> session
        .createNativeQuery("select * from author where name = ?1", Author.class)
        .setParameter(1, "Octavia").getSingleResult()));

    assertThat(author.id()).isEqualTo(3L);
  }

  @Test
  void aPageIsLimitedInSql() {
    try (SqlLog log = SqlLog.statements()) {
      List<String> page = await(factory.withSession(session -> session
          .createSelectionQuery("select title from Book order by title", String.class)
          .setFirstResult(1).setMaxResults(1).getResultList()));

      assertThat(page).containsExactly("The Dispossessed");
      assertThat(log.lines()).singleElement().asString().contains("limit", "offset");
    }
  }

  @Test
  void aFetchJoinReadsTheAssociationWithOneStatement() {
    try (SqlLog log = SqlLog.statements()) {
      List<Author> authors = await(factory.withSession(session -> session
          .createSelectionQuery("from Author a join fetch a.books order by a.name", Author.class).getResultList()));

      assertThat(authors).extracting(Author::name, author -> author.books().size())
          .containsExactly(tuple("Stanisław", 1), tuple("Ursula", 2));
      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void aLazyAssociationIsFetchedOnDemand() {
    String name = await(factory.withSession(session -> session
        .createSelectionQuery("from Book where title = 'Solaris'", Book.class).getSingleResult()
        .chain(book -> session.fetch(book.author())).map(Author::name)));

    assertThat(name).isEqualTo("Stanisław");
  }
}

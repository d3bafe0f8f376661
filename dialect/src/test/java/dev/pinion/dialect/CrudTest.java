package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Author;
import dev.pinion.dialect.domain.Book;
import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.LockMode;
import org.junit.jupiter.api.Test;

class CrudTest extends DialectTest {

  @Override
  List<Class<?>> entities() {
    return List.of(Author.class, Book.class);
  }

  @Test
  void anIdentityIsAssignedWhenARowIsInserted() {
    var author = new Author("Rilke", Author.Kind.POET).wrote("Duineser Elegien", 1923, "9.90");
    factory.inTransaction(session -> session.persist(author));
    assertThat(author.id).isEqualTo(1L);
    assertThat(author.books.get(0).id).isEqualTo(1);
  }

  @Test
  void whatIsPersistedIsFound() {
    var author = new Author("Rilke", Author.Kind.POET).wrote("Duineser Elegien", 1923, "9.90");
    factory.inTransaction(session -> session.persist(author));
    factory.inSession(session -> {
      var found = session.find(Author.class, author.id);
      assertThat(found.kind).isEqualTo(Author.Kind.POET);
      assertThat(found.alive).isFalse();
      assertThat(found.books).singleElement().satisfies(book -> {
        assertThat(book.price).isEqualTo(new BigDecimal("9.90"));
        assertThat(book.published).isEqualTo("1923-01-31");
        assertThat(book.sold).isEqualTo("1923-03-15T10:20:30.123");
      });
    });
  }

  @Test
  void aChangeIsWritten() throws SQLException {
    var author = new Author("Rilke", Author.Kind.POET);
    factory.inTransaction(session -> session.persist(author));
    factory.inTransaction(session -> session.find(Author.class, author.id).alive = true);
    assertThat(selectOne("select alive||':'||version from Author")).isEqualTo("1:1");
  }

  @Test
  void whatIsRemovedIsGoneWithItsChildren() throws SQLException {
    var author = new Author("Rilke", Author.Kind.POET).wrote("Duineser Elegien", 1923, "9.90");
    factory.inTransaction(session -> session.persist(author));
    factory.inTransaction(session -> session.remove(session.find(Author.class, author.id)));
    assertThat(selectOne("select (select count(*) from Author) + (select count(*) from Book)")).isEqualTo(0);
  }

  @Test
  void mergingADetachedEntityWritesIt() throws SQLException {
    var author = new Author("Rilke", Author.Kind.POET);
    factory.inTransaction(session -> session.persist(author));
    author.name = "Rainer Maria Rilke";
    factory.inTransaction(session -> session.merge(author));
    assertThat(selectOne("select name from Author")).isEqualTo("Rainer Maria Rilke");
  }

  @Test
  void aStaleVersionIsRefused() {
    var author = new Author("Rilke", Author.Kind.POET);
    factory.inTransaction(session -> session.persist(author));
    factory.inTransaction(session -> session.find(Author.class, author.id).alive = true);
    author.name = "too late";
    assertThatThrownBy(() -> factory.inTransaction(session -> session.merge(author)))
        .isInstanceOf(OptimisticLockException.class);
  }

  @Test
  void pessimisticLocksRenderNothing() {
    var author = new Author("Rilke", Author.Kind.POET);
    factory.inTransaction(session -> session.persist(author));
    factory.inTransaction(session -> {
      assertThat(session.find(Author.class, author.id, LockMode.PESSIMISTIC_WRITE.toJpaLockMode()).name)
          .isEqualTo("Rilke");
      session.refresh(session.find(Author.class, author.id), LockMode.PESSIMISTIC_READ.toJpaLockMode());
      assertThat(session.createQuery("from Author", Author.class)
          .setLockMode(LockMode.PESSIMISTIC_WRITE.toJpaLockMode()).getResultList()).hasSize(1);
    });
  }

  @Test
  void aForcedIncrementRaisesTheVersion() throws SQLException {
    var author = new Author("Rilke", Author.Kind.POET);
    factory.inTransaction(session -> session.persist(author));
    factory.inTransaction(session ->
        session.find(Author.class, author.id, LockMode.PESSIMISTIC_FORCE_INCREMENT.toJpaLockMode()));
    assertThat(selectOne("select version from Author")).isEqualTo(1);
  }

  @Test
  void manyRowsAreInsertedInABatch() throws SQLException {
    factory.inTransaction(session -> {
      for (int i = 0; i < 200; i++) {
        session.persist(new Author("author " + i, Author.Kind.NOVELIST));
      }
    });
    assertThat(selectOne("select count(*) from Author")).isEqualTo(200);
  }

  @Test
  void aStatelessSessionInsertsUpdatesAndDeletes() throws SQLException {
    var author = new Author("Rilke", Author.Kind.POET);
    factory.inStatelessTransaction(session -> {
      session.insert(author);
      author.name = "R. M. Rilke";
      session.update(author);
    });
    assertThat(selectOne("select name from Author where id = " + author.id)).isEqualTo("R. M. Rilke");
    factory.inStatelessTransaction(session -> session.delete(author));
    assertThat(selectOne("select count(*) from Author")).isEqualTo(0);
  }
}

package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pinion.hibernate.reactive.model.Author;
import dev.pinion.hibernate.reactive.model.Book;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.SessionFactory;
import org.hibernate.StaleObjectStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConflictTest {

  @TempDir
  Path dir;

  private Path file;
  private SessionFactory sessionFactory;
  private Mutiny.SessionFactory factory;

  @BeforeEach
  void open() {
    file = dir.resolve("conflict.db");
    sessionFactory = Factories.reactive(file, Author.class, Book.class);
    factory = sessionFactory.unwrap(Mutiny.SessionFactory.class);
    await(factory.withTransaction(session -> session.persist(new Author("Ursula").with("Tehanu", 226))));
  }

  @AfterEach
  void close() {
    sessionFactory.close();
  }

  @Test
  void aDetachedEntityOfAnOldVersionIsAStaleObject() {
    Author stale = await(factory.withSession(session -> session.find(Author.class, 1L)));
    await(factory.withTransaction(session -> session.find(Author.class, 1L).invoke(author -> author.rename("first"))));
    stale.rename("second");

    cause(StaleObjectStateException.class, () -> await(factory.withTransaction(session -> session.merge(stale))));

    assertThat(Raw.value(file, "select name from author")).isEqualTo("first");
  }

  @Test
  void aRowThatChangedMeanwhileIsAStaleObject() {
    StaleObjectStateException conflict = cause(StaleObjectStateException.class,
        () -> await(factory.withTransaction(session -> session.find(Author.class, 1L)
            .call(author -> session.createNativeQuery("update author set version = 7").executeUpdate())
            .invoke(author -> author.rename("lost")))));

    assertThat(conflict.getIdentifier()).isEqualTo(1L);
  }

  @Test
  void aUniqueViolationSaysItsKindAndTheConstraintOfTheMapping() {
    ConstraintViolationException violation =
        violation(factory.withTransaction(session -> session.persist(new Author("Ursula"))));

    assertThat(violation.getKind()).isEqualTo(ConstraintKind.UNIQUE);
    assertThat(violation.getConstraintName()).isEqualTo("uq_author_name");
    assertThat(violation.getSQLState()).isEqualTo("23505");
  }

  @Test
  void aNotNullViolationSaysItsKind() {
    ConstraintViolationException violation = violation(factory.withTransaction(session -> session
        .createNativeQuery("insert into author (name, version) values (null, 0)").executeUpdate()));

    assertThat(violation.getSQLState()).isEqualTo("23502");
  }

  @Test
  void aCheckViolationSaysTheConstraint() {
    ConstraintViolationException violation = violation(factory.withTransaction(session -> session
        .createMutationQuery("update Book set pages = -1").executeUpdate()));

    assertThat(violation.getConstraintName()).isEqualTo("ck_book_pages");
    assertThat(violation.getSQLState()).isEqualTo("23514");
  }

  @Test
  void aForeignKeyViolationIsAConstraintViolation() {
    ConstraintViolationException violation = violation(factory.withTransaction(session -> session
        .createMutationQuery("delete from Author").executeUpdate()));

    assertThat(violation.getSQLState()).isEqualTo("23503");
  }

  @Test
  void theStageApiReportsAViolationTheSame() {
    Stage.SessionFactory stages = sessionFactory.unwrap(Stage.SessionFactory.class);

    ConstraintViolationException violation = cause(ConstraintViolationException.class,
        () -> await(stages.withTransaction(session -> session.persist(new Author("Ursula")))));

    assertThat(violation.getKind()).isEqualTo(ConstraintKind.UNIQUE);
  }

  @Test
  void aFailureRollsTheWholeTransactionBack() {
    violation(factory.withTransaction(session -> session.persist(new Author("Iain"))
        .call(session::flush)
        .chain(() -> session.persist(new Author("Ursula")))));

    assertThat(Raw.rows(file, "select name from author")).containsExactly("Ursula");
  }

  @Test
  void anExceptionOfTheApplicationRollsBack() {
    assertThatThrownBy(() -> await(factory.withTransaction(session -> session.persist(new Author("Iain"))
        .call(session::flush)
        .invoke(() -> {
          throw new IllegalStateException("changed my mind");
        })))).isInstanceOf(IllegalStateException.class).hasMessage("changed my mind");

    assertThat(Raw.value(file, "select count(*) from author")).isEqualTo("1");
  }

  @Test
  void markForRollbackRollsBack() {
    await(factory.withTransaction((session, transaction) -> session.persist(new Author("Iain"))
        .call(session::flush)
        .invoke(transaction::markForRollback)));

    assertThat(Raw.value(file, "select count(*) from author")).isEqualTo("1");
  }

  private static ConstraintViolationException violation(Uni<?> work) {
    return cause(ConstraintViolationException.class, () -> await(work));
  }

  /** Hibernate Reactive wraps what fails in persist or merge, but not what fails in a flush. */
  private static <T extends Throwable> T cause(Class<T> type, ThrowingCallable work) {
    Throwable cause = catchThrowable(work);
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    assertThat(cause).isInstanceOf(type);
    return type.cast(cause);
  }
}

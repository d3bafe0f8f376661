package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.model.Author;
import dev.pinion.hibernate.reactive.model.Book;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageSessionTest {

  @TempDir
  Path dir;

  private Path file;
  private Stage.SessionFactory factory;

  @BeforeEach
  void openLibrary() {
    file = dir.resolve("library.db");
    factory = Factories.reactive(file, Author.class, Book.class).unwrap(Stage.SessionFactory.class);
    await(factory.withTransaction(session -> session.persist(new Author("Ursula").with("The Dispossessed", 341))));
  }

  @AfterEach
  void closeLibrary() {
    factory.close();
  }

  @Test
  void persistAndFind() {
    Author found = await(factory.withSession(session -> session.find(Author.class, 1L)));

    assertThat(found.name()).isEqualTo("Ursula");
  }

  @Test
  void mergeWritesADetachedEntity() {
    Author detached = await(factory.withSession(session -> session.find(Author.class, 1L)));
    detached.rename("Ursula K.");

    await(factory.withTransaction(session -> session.merge(detached)));

    assertThat(Raw.value(file, "select name from author")).isEqualTo("Ursula K.");
  }

  @Test
  void removeDeletes() {
    await(factory.withTransaction(session -> session.find(Author.class, 1L)
        .thenCompose(author -> session.fetch(author.books()).thenCompose(books -> session.remove(author)))));

    assertThat(Raw.value(file, "select count(*) from author")).isEqualTo("0");
  }

  @Test
  void jpqlReadsThroughAFetchJoin() {
    List<Book> books = await(factory.withSession(session -> session
        .createSelectionQuery("from Book b join fetch b.author", Book.class).getResultList()));

    assertThat(books).singleElement().extracting(book -> book.author().name()).isEqualTo("Ursula");
  }

  @Test
  void aStatelessSessionInsertsUpdatesAndDeletes() {
    Author author = new Author("Iain");
    await(factory.withStatelessTransaction(session -> session.insert(author)
        .thenCompose(inserted -> {
          author.rename("Iain M.");
          return session.update(author);
        })));
    assertThat(Raw.rows(file, "select name from author order by id")).containsExactly("Ursula", "Iain M.");

    await(factory.withStatelessTransaction(session -> session.delete(author)));
    assertThat(Raw.value(file, "select count(*) from author")).isEqualTo("1");
  }
}

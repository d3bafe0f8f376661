package dev.pinion.docs.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.flyway.PinionFlyway;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSnippetsTest {

  @TempDir
  Path directory;

  @Test
  void a_book_is_persisted_and_found() {
    String url = "jdbc:sqlite:" + directory.resolve("app.db");
    PinionFlyway.migrate(url).await().indefinitely();
    try (EntityManagerFactory factory =
        Persistence.createEntityManagerFactory("books", Map.of("jakarta.persistence.jdbc.url", url))) {
      List<Book> books = new SessionSnippets().books(factory.unwrap(Mutiny.SessionFactory.class))
          .await().indefinitely();

      assertThat(books).extracting(book -> book.title).containsExactly("Moby-Dick");
    }
  }
}

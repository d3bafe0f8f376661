package dev.pinion.docs.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.docs.hibernate.Book;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;

class BookServiceTest {

  @TempDir
  Path directory;

  @SpringBootApplication
  @EntityScan(basePackageClasses = Book.class)
  static class Application {
  }

  @Test
  void an_application_needs_only_the_path() {
    try (ConfigurableApplicationContext context = SpringApplication.run(
        Application.class, "--pinion.sqlite.path=" + directory.resolve("app.db"))) {
      BookService books = context.getBean(BookService.class);
      books.add("Moby-Dick").await().indefinitely();

      assertThat(books.all().await().indefinitely()).hasSize(1);
    }
  }
}

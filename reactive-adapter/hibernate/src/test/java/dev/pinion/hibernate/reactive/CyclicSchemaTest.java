package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.nio.file.Path;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that refer to each other, with rows that do. */
class CyclicSchemaTest {

  @TempDir
  Path dir;

  private Path file;

  @BeforeEach
  void fill() {
    file = dir.resolve("cycle.db");
    try (SessionFactory factory = boot("create")) {
      await(factory.unwrap(Mutiny.SessionFactory.class).withTransaction(session -> {
        Writer writer = new Writer();
        writer.best = new Work();
        writer.best.writer = writer;
        return session.persistAll(writer, writer.best);
      }));
    }
  }

  @Test
  void create_replaces_them() {
    boot("create").close();

    assertThat(Raw.value(file, "select (select count(*) from Writer) + (select count(*) from Work)")).isEqualTo("0");
  }

  @Test
  void drop_takes_them_away() {
    boot("drop").close();

    assertThat(Raw.tables(file)).isEmpty();
  }

  @Test
  void create_drop_takes_them_away() {
    boot("create-drop").close();

    assertThat(Raw.tables(file)).isEmpty();
  }

  @Test
  void update_leaves_them() {
    boot("update").close();

    assertThat(Raw.value(file, "select (select count(*) from Writer) + (select count(*) from Work)")).isEqualTo("2");
  }

  private SessionFactory boot(String action) {
    return Factories.reactive(file, Map.of("hibernate.hbm2ddl.auto", action), Writer.class, Work.class);
  }

  @Entity(name = "Writer")
  static class Writer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    @OneToOne
    Work best;
  }

  @Entity(name = "Work")
  static class Work {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    @ManyToOne
    Writer writer;
  }
}

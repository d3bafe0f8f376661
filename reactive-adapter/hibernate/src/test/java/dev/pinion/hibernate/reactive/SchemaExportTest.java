package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.model.Author;
import dev.pinion.hibernate.reactive.model.Book;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaExportTest {

  @TempDir
  Path dir;

  private Path file;

  @BeforeEach
  void file() {
    file = dir.resolve("schema.db");
  }

  @Test
  void createMakesTheTables() {
    boot("create").close();

    assertThat(Raw.tables(file)).containsExactly("author", "book");
  }

  @Test
  void createPutsKeysAndChecksIntoTheTable() {
    boot("create").close();

    assertThat(Raw.value(file, "select sql from sqlite_schema where name = 'book'"))
        .contains("fk_book_author", "ck_book_pages");
  }

  @Test
  void createReplacesTablesThatHoldRowsInAnyOrder() {
    try (SessionFactory factory = boot("create")) {
      await(factory.unwrap(Mutiny.SessionFactory.class)
          .withTransaction(session -> session.persist(new Author("Ursula").with("Tehanu", 226))));
    }

    boot("create").close();

    assertThat(Raw.value(file, "select (select count(*) from author) + (select count(*) from book)")).isEqualTo("0");
  }

  @Test
  void createReplacesATableThatRowsOfAnUnmappedOneReferTo() {
    boot("create").close();
    Raw.execute(file, "insert into author (name, version) values ('Ursula', 0)");
    Raw.execute(file, "create table prize (author integer references author (id) on delete cascade)");
    Raw.execute(file, "insert into prize values (1)");

    boot("create").close();

    assertThat(Raw.value(file, "select count(*) from author")).isEqualTo("0");
    assertThat(Raw.value(file, "select count(*) from prize")).isEqualTo("1");
  }

  @Test
  void aForeignKeyOfAnUnmappedTableGoesWithTheKeyThatItRefersTo() {
    Raw.execute(file, "create table author (pen text primary key)",
        "create table prize (id integer, author text, check (id > 0), constraint prize_of foreign key (author)"
            + " references author (pen) on delete cascade, foreign key (id) references prize (id), unique (id))",
        "insert into author values ('Ursula')", "insert into prize values (1, 'Ursula')");

    try (SessionFactory factory = boot("create")) {
      Mutiny.SessionFactory sessions = factory.unwrap(Mutiny.SessionFactory.class);
      await(sessions.withTransaction(session -> session.persist(new Author("Iain"))));
      await(sessions.withTransaction(session -> session.createMutationQuery("delete from Author").executeUpdate()));
    }

    assertThat(Raw.rows(file, "select * from prize")).containsExactly("1|Ursula");
    assertThat(Raw.rows(file, "select \"table\" from pragma_foreign_key_list('prize')")).containsExactly("prize");
    assertThat(Raw.rows(file, "pragma integrity_check")).containsExactly("ok");
  }

  @Test
  void foreignKeysAreEnforcedAfterAnExport() {
    try (SessionFactory factory = boot("create")) {
      Mutiny.SessionFactory sessions = factory.unwrap(Mutiny.SessionFactory.class);
      assertThatThrownBy(() -> await(sessions.withTransaction(session -> session
          .createNativeQuery("insert into book (id, title, pages, author_id) values (x'01', 'x', 1, 99)")
          .executeUpdate()))).hasMessageContaining("FOREIGN KEY");
    }
  }

  @Test
  void aLoadScriptMustKeepTheForeignKeys() throws IOException {
    Path script = Files.writeString(dir.resolve("load.sql"),
        "insert into book (id, title, pages, author_id) values (x'01', 'x', 1, 99);\n");

    boot("create", "jakarta.persistence.sql-load-script-source", script.toUri().toString()).close();

    assertThat(Raw.tables(file)).isEmpty();
  }

  @Test
  void dropTakesTheTablesAway() {
    boot("create").close();

    boot("drop").close();

    assertThat(Raw.tables(file)).isEmpty();
  }

  @Test
  void createDropTakesTheTablesAwayWhenTheFactoryCloses() {
    SessionFactory factory = boot("create-drop");
    assertThat(Raw.tables(file)).containsExactly("author", "book");

    factory.close();

    assertThat(Raw.tables(file)).isEmpty();
  }

  @Test
  void noneLeavesAnExistingSchemaAlone() {
    boot("create").close();
    Raw.execute(file, "insert into author (name, version) values ('Ursula', 0)");

    boot("none").close();

    assertThat(Raw.value(file, "select count(*) from author")).isEqualTo("1");
  }

  @Test
  void aLoadScriptIsRunAfterCreate() throws IOException {
    Path script = Files.writeString(dir.resolve("load.sql"), """
        insert into author (name, version) values ('Ursula?', 0);
        insert into author (name, version) values ('Iain', 0);
        """);

    boot("create", "jakarta.persistence.sql-load-script-source", script.toUri().toString()).close();

    assertThat(Raw.rows(file, "select name from author order by id")).containsExactly("Ursula?", "Iain");
  }

  @Test
  void aFailingCommandThatHaltsLeavesNothingBehind() throws IOException {
    Path script = Files.writeString(dir.resolve("load.sql"), "insert into nowhere values (1);\n");

    assertThatThrownBy(() -> boot("create", "jakarta.persistence.sql-load-script-source", script.toUri().toString()))
        .hasStackTraceContaining("no such table: nowhere")
        .hasStackTraceContaining("insert into nowhere");
    assertThat(Raw.tables(file)).isEmpty();
  }

  @Test
  void aFailingCommandIsPassedOverWhenItDoesNotHalt() throws IOException {
    Path script = Files.writeString(dir.resolve("load.sql"), """
        create table odd (set integer);
        insert into nowhere values (1);
        insert into author (name, version) values ('Iain', 0);
        """);

    Factories.reactive(file, Map.of("hibernate.hbm2ddl.halt_on_error", "false",
        "jakarta.persistence.sql-load-script-source", script.toUri().toString()), Author.class, Book.class).close();

    assertThat(Raw.rows(file, "select name from author")).containsExactly("Iain");
  }

  private SessionFactory boot(String action) {
    return Factories.reactive(file, Map.of("hibernate.hbm2ddl.auto", action), Author.class, Book.class);
  }

  private SessionFactory boot(String action, String setting, String value) {
    return Factories.reactive(file, Map.of("hibernate.hbm2ddl.auto", action, setting, value),
        Author.class, Book.class);
  }
}

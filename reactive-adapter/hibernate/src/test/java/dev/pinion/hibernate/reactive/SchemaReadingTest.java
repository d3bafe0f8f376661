package dev.pinion.hibernate.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.model.AllTypes;
import dev.pinion.hibernate.reactive.model.Author;
import dev.pinion.hibernate.reactive.model.Book;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.util.Map;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The actions that compare with the schema that is there: {@code update} and {@code validate}. */
class SchemaReadingTest {

  @Entity(name = "ticket")
  static class Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    long id;
  }

  @TempDir
  Path dir;

  private Path file;

  @BeforeEach
  void create() {
    file = dir.resolve("schema.db");
    act("create");
  }

  private void act(String action) {
    Factories.reactive(file, Map.of("hibernate.hbm2ddl.auto", action), Author.class, Book.class, AllTypes.class,
        Ticket.class).close();
  }

  @Test
  void anUnchangedSchemaIsValid() {
    assertThatCode(() -> act("validate")).doesNotThrowAnyException();
  }

  @Test
  void aMissingTableIsFound() {
    Raw.execute(file, "drop table book");

    assertThatThrownBy(() -> act("validate")).isInstanceOf(SchemaManagementException.class)
        .hasMessageContaining("missing table [book]");
  }

  @Test
  void aMissingColumnIsFound() {
    Raw.execute(file, "alter table author rename column name to surname");

    assertThatThrownBy(() -> act("validate")).hasMessageContaining("missing column [name] in table [author]");
  }

  @Test
  void aMissingSequenceIsFoundAndCreated() {
    Raw.execute(file, "drop table ticket_SEQ");

    assertThatThrownBy(() -> act("validate")).hasMessageContaining("missing sequence [ticket_SEQ]");

    act("update");
    assertThatCode(() -> act("validate")).doesNotThrowAnyException();
  }

  @Test
  void aWrongTypeIsFound() {
    Raw.execute(file, "drop table book", "drop table author",
        "create table author (id integer primary key, name int, version int)");

    assertThatThrownBy(() -> act("validate")).hasMessageContaining("wrong column type encountered in column [name]");
  }

  @Test
  void theSchemaManagerTruncatesRowsThatReferToEachOther() {
    Raw.execute(file, "insert into author (id, name, version) values (1, 'Ursula', 0)",
        "insert into book (id, title, pages, author_id) values (x'01', 'Tehanu', 1, 1)");

    try (var factory = Factories.reactive(file, Map.of("hibernate.hbm2ddl.auto", "none"), Author.class, Book.class,
        AllTypes.class)) {
      factory.getSchemaManager().truncateMappedObjects();
      factory.getSchemaManager().validateMappedObjects();
    }

    assertThat(Raw.value(file, "select (select count(*) from author) + (select count(*) from book)")).isEqualTo("0");
  }

  @Test
  void updateLeavesAnUnchangedSchemaAsItIs() {
    String before = Raw.value(file, "select group_concat(name || sql) from sqlite_schema");

    act("update");

    assertThat(Raw.value(file, "select group_concat(name || sql) from sqlite_schema")).isEqualTo(before);
  }

  @Test
  void updateAddsTablesAndColumns() {
    Raw.execute(file, "drop table book", "drop table author", "create table author (id integer primary key)");

    act("update");

    assertThatCode(() -> act("validate")).doesNotThrowAnyException();
    assertThat(Raw.tables(file)).contains("author", "book");
  }

  @Test
  void whatSqliteCannotAddIsRefusedBeforeAnythingIsWritten() {
    Raw.execute(file, "drop table book", "drop table author", "create table author (id integer primary key)",
        "insert into author values (1)");

    assertThatThrownBy(() -> act("update")).hasMessageContaining("pinion:generate");

    assertThat(Raw.tables(file)).doesNotContain("book");
  }
}

package dev.pinion.hibernate.reactive;

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
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that fill a schema or are written in its stead, and what the schema manager does on demand. */
class SchemaScriptsTest {

  @TempDir
  Path dir;

  private Path file;
  private Path script;

  @BeforeEach
  void write() throws IOException {
    file = dir.resolve("schema.db");
    script = Files.writeString(dir.resolve("load.sql"), "insert into author (name, version) values ('Iain', 0);\n");
  }

  @Test
  void import_files_fill_a_new_schema() {
    boot("create", "hibernate.hbm2ddl.import_files", script.toUri().toString()).close();

    assertThat(Raw.rows(file, "select name from author")).containsExactly("Iain");
  }

  /** Hibernate ORM has {@code populate} from version 7 on; until then truncating does it. */
  @Test
  void an_action_that_hibernate_does_not_know_is_refused_by_name() {
    assertThatThrownBy(() -> boot("populate", "hibernate.show_sql", "false"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'populate'");
  }

  @Test
  void the_schema_manager_creates_validates_and_drops() {
    try (SessionFactory factory = boot("none", "hibernate.show_sql", "false")) {
      assertThatThrownBy(factory.getSchemaManager()::validateMappedObjects)
          .isInstanceOf(SchemaManagementException.class);

      factory.getSchemaManager().exportMappedObjects(false);
      factory.getSchemaManager().validateMappedObjects();
      assertThat(Raw.tables(file)).containsExactly("author", "book");

      factory.getSchemaManager().dropMappedObjects(false);
    }
    assertThat(Raw.tables(file)).isEmpty();
  }

  @Test
  void truncating_loads_the_script_again() {
    try (SessionFactory factory =
        boot("create", "jakarta.persistence.sql-load-script-source", script.toUri().toString())) {
      Raw.execute(file, "insert into author (name, version) values ('Ursula', 0)");

      factory.getSchemaManager().truncateMappedObjects();
    }
    assertThat(Raw.rows(file, "select name from author")).containsExactly("Iain");
  }

  @Test
  void ddl_is_written_to_scripts_and_the_file_left_alone() throws IOException {
    Path create = dir.resolve("create.sql");
    Path drop = dir.resolve("drop.sql");

    Factories.reactive(file, Map.of("hibernate.hbm2ddl.auto", "none",
        "jakarta.persistence.schema-generation.scripts.action", "drop-and-create",
        "jakarta.persistence.schema-generation.scripts.create-target", create.toString(),
        "jakarta.persistence.schema-generation.scripts.drop-target", drop.toString()),
        Author.class, Book.class).close();

    assertThat(Files.readString(create)).contains("create table author", "create table book");
    assertThat(Files.readString(drop)).contains("drop table if exists author");
    assertThat(Raw.tables(file)).isEmpty();
  }

  private SessionFactory boot(String action, String setting, String value) {
    return Factories.reactive(file, Map.of("hibernate.hbm2ddl.auto", action, setting, value),
        Author.class, Book.class);
  }
}

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
import java.util.HashMap;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.tool.schema.Action;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that fill a schema or are written in its stead, and what the schema manager does on demand. */
class SchemaScriptsTest {

  private static final String LOAD_SCRIPT = "jakarta.persistence.sql-load-script-source";

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

  @Test
  void a_script_may_insert_the_same_row_twice() throws IOException {
    Files.writeString(script, "create table prize (name text);\n" + "insert into prize values ('Hugo');\n".repeat(2));

    boot("create", LOAD_SCRIPT, script.toUri().toString()).close();

    assertThat(Raw.rows(file, "select name from prize")).containsExactly("Hugo", "Hugo");
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
        boot("create", LOAD_SCRIPT, script.toUri().toString())) {
      Raw.execute(file, "insert into author (name, version) values ('Ursula', 0)");

      factory.getSchemaManager().truncateMappedObjects();
    }
    assertThat(Raw.rows(file, "select name from author")).containsExactly("Iain");
  }

  @Test
  void the_action_truncate_empties_the_tables_and_loads_the_script_again() {
    boot("create", LOAD_SCRIPT, script.toUri().toString()).close();
    Raw.execute(file, "insert into author (name, version) values ('Stanisław', 0)");

    boot(Action.TRUNCATE, LOAD_SCRIPT, script.toUri().toString()).close();

    assertThat(Raw.rows(file, "select name from author")).containsExactly("Iain");
  }

  @Test
  void a_written_script_makes_a_valid_schema() {
    Path create = dir.resolve("create.sql");
    boot("none", Map.of("jakarta.persistence.schema-generation.scripts.action", "create",
        "jakarta.persistence.schema-generation.scripts.create-target", create.toString())).close();

    boot("create", Map.of("jakarta.persistence.schema-generation.create-source", "script",
        "jakarta.persistence.schema-generation.create-script-source", create.toUri().toString())).close();

    boot("validate", Map.of()).close();
    assertThat(Raw.tables(file)).containsExactly("author", "book");
  }

  @Test
  void ddl_is_written_to_scripts_and_the_file_left_alone() throws IOException {
    Path create = dir.resolve("create.sql");
    Path drop = dir.resolve("drop.sql");

    boot("none", Map.of("jakarta.persistence.schema-generation.scripts.action", "drop-and-create",
        "jakarta.persistence.schema-generation.scripts.create-target", create.toString(),
        "jakarta.persistence.schema-generation.scripts.drop-target", drop.toString())).close();

    assertThat(Files.readString(create)).contains("create table author", "create table book");
    assertThat(Files.readString(drop)).contains("drop table if exists author");
    assertThat(Raw.tables(file)).isEmpty();
  }

  private SessionFactory boot(Object action, String setting, String value) {
    return boot(action, Map.of(setting, value));
  }

  private SessionFactory boot(Object action, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("hibernate.hbm2ddl.auto", action);
    return Factories.reactive(file, settings, Author.class, Book.class);
  }
}

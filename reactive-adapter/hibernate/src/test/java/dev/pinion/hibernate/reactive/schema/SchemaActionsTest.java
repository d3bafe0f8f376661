package dev.pinion.hibernate.reactive.schema;

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

/** What a factory does to the schema of the file as it boots, and when its schema manager is asked. */
class SchemaActionsTest {

  @TempDir
  Path dir;

  private Path file;
  private Path script;

  @BeforeEach
  void write() throws IOException {
    file = dir.resolve("actions.db");
    script = Files.writeString(dir.resolve("load.sql"), "insert into author (name, version) values ('Ursula', 0);\n");
  }

  @Test
  void truncate_empties_the_tables_and_loads_again() {
    Map<String, Object> load = Map.of("jakarta.persistence.sql-load-script-source", script.toUri().toString());
    boot("create", load).close();
    Raw.execute(file, "insert into author (name, version) values ('Stanisław', 0)");

    boot(Action.TRUNCATE, load).close();

    assertThat(Raw.rows(file, "select name from author")).containsExactly("Ursula");
  }

  @Test
  void import_files_are_run_after_create() {
    boot("create", Map.of("hibernate.hbm2ddl.import_files", script.toUri().toString())).close();

    assertThat(Raw.rows(file, "select name from author")).containsExactly("Ursula");
  }

  @Test
  void scripts_are_written_instead_of_run() throws IOException {
    Path create = dir.resolve("create.sql");
    Path drop = dir.resolve("drop.sql");

    boot("none", Map.of("jakarta.persistence.schema-generation.scripts.action", "drop-and-create",
        "jakarta.persistence.schema-generation.scripts.create-target", create.toString(),
        "jakarta.persistence.schema-generation.scripts.drop-target", drop.toString())).close();

    assertThat(create).content().contains("create table author").contains("create table book");
    assertThat(drop).content().contains("drop table if exists author");
    assertThat(Raw.tables(file)).isEmpty();
  }

  @Test
  void a_written_script_makes_a_valid_schema() throws IOException {
    Path create = dir.resolve("create.sql");
    boot("none", Map.of("jakarta.persistence.schema-generation.scripts.action", "create",
        "jakarta.persistence.schema-generation.scripts.create-target", create.toString())).close();

    boot("create", Map.of("jakarta.persistence.schema-generation.create-source", "script",
        "jakarta.persistence.schema-generation.create-script-source", create.toUri().toString())).close();

    boot("validate", Map.of()).close();
    assertThat(Raw.tables(file)).containsExactly("author", "book");
  }

  @Test
  void the_schema_manager_exports_validates_truncates_and_drops() {
    try (SessionFactory factory = boot("none", Map.of())) {
      assertThatThrownBy(() -> factory.getSchemaManager().validateMappedObjects())
          .isInstanceOf(SchemaManagementException.class).hasMessageContaining("missing table");
      factory.getSchemaManager().exportMappedObjects(false);
      factory.getSchemaManager().validateMappedObjects();
      Raw.execute(file, "insert into author (name, version) values ('Ursula', 0)");
      factory.getSchemaManager().truncateMappedObjects();
      assertThat(Raw.value(file, "select count(*) from author")).isEqualTo("0");
      factory.getSchemaManager().dropMappedObjects(false);
    }
    assertThat(Raw.tables(file)).isEmpty();
  }

  private SessionFactory boot(Object action, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("hibernate.hbm2ddl.auto", action);
    return Factories.reactive(file, settings, Author.class, Book.class);
  }
}

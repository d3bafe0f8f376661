package dev.pinion.hibernate.reactive.schema;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a factory does to the schema of the file as it boots. */
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
  void a_written_script_makes_a_valid_schema() throws IOException {
    Path create = dir.resolve("create.sql");
    boot("none", Map.of("jakarta.persistence.schema-generation.scripts.action", "create",
        "jakarta.persistence.schema-generation.scripts.create-target", create.toString())).close();

    boot("create", Map.of("jakarta.persistence.schema-generation.create-source", "script",
        "jakarta.persistence.schema-generation.create-script-source", create.toUri().toString())).close();

    boot("validate", Map.of()).close();
    assertThat(Raw.tables(file)).containsExactly("author", "book");
  }

  private SessionFactory boot(Object action, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("hibernate.hbm2ddl.auto", action);
    return Factories.reactive(file, settings, Author.class, Book.class);
  }
}

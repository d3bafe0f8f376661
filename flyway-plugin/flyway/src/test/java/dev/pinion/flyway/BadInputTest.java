package dev.pinion.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.SqliteConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {

  /** The header's write version (fileformat.html, section 1.3.3): above 2, the file must not be written. */
  private static final int WRITE_VERSION_OFFSET = 18;

  @TempDir
  private Path directory;

  @AfterEach
  void nothingWasCreated() throws IOException {
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf("given.db");
    }
  }

  @Test
  void aUrlOfAnotherDatabaseIsRefused() {
    assertThatThrownBy(() -> PinionFlyway.on("postgresql://localhost/app"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("postgresql://localhost/app");
  }

  @Test
  void aUrlOfAnotherDatabaseFailsTheUni() {
    assertThatThrownBy(() -> PinionFlyway.migrate("postgresql://localhost/app").await().indefinitely())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDatabaseInMemoryIsRefused() {
    assertThatThrownBy(() -> PinionFlyway.on("sqlite::memory:"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("use a file");
  }

  @Test
  void optionsWithoutAPathAreRefused() {
    assertThatThrownBy(() -> PinionFlyway.on(new SqliteConnectOptions()))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("setPath");
  }

  @Test
  void readOnlyOptionsAreRefused() {
    assertThatThrownBy(() -> PinionFlyway.on("sqlite:" + directory.resolve("app.db") + "?mode=ro"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("mode=ro");
  }

  @Test
  void aMissingDirectoryIsNamed() {
    assertThatThrownBy(() -> migrate(directory.resolve("none/app.db"))).isInstanceOf(FlywayException.class)
        .hasMessageContaining("the directory " + directory.resolve("none") + " does not exist");
  }

  @Test
  void aDirectoryIsNoDatabase() {
    assertThatThrownBy(() -> migrate(directory)).isInstanceOf(FlywayException.class)
        .hasMessageContaining("it is a directory");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndKept() throws IOException {
    Path file = Files.writeString(directory.resolve("given.db"), "Dear diary, ".repeat(100));

    assertThatThrownBy(() -> migrate(file)).isInstanceOf(FlywayException.class)
        .hasMessageContaining("it is not a SQLite database");
    assertThat(file).hasContent("Dear diary, ".repeat(100));
  }

  @Test
  void aReadOnlyDatabaseIsRefusedAndKept() throws Exception {
    Path file = directory.resolve("given.db");
    Database.execute(file, "CREATE TABLE kept (id INTEGER PRIMARY KEY)");
    byte[] bytes = Files.readAllBytes(file);
    bytes[WRITE_VERSION_OFFSET] = 3;
    Files.write(file, bytes);

    assertThatThrownBy(() -> migrate(file)).isInstanceOf(FlywayException.class)
        .hasMessageContaining("it is read-only");
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void aMissingFileIsNotCreatedWhenTheModeForbidsIt() {
    Path file = directory.resolve("app.db");

    assertThatThrownBy(() -> PinionFlyway.migrate("sqlite:" + file + "?mode=rw").await().indefinitely())
        .isInstanceOf(FlywayException.class).hasMessageContaining("use mode=rwc");
  }

  @Test
  void aMissingLocationOnTheClassPathIsNamed() {
    assertThatThrownBy(() -> migrate(directory.resolve("app.db"), "classpath:db/nowhere"))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("classpath:db/nowhere does not exist on the class path");
  }

  @Test
  void aMissingDirectoryOfMigrationsIsNamed() {
    assertThatThrownBy(() -> migrate(directory.resolve("app.db"), "filesystem:" + directory.resolve("nowhere")))
        .isInstanceOf(FlywayException.class).hasMessageContaining("is not a directory");
  }

  @Test
  void aFailingSettingFailsTheMigration() {
    assertThatThrownBy(() -> PinionFlyway.on("sqlite:" + directory.resolve("app.db"))
        .configure(flyway -> {
          throw new IllegalStateException("no placeholder file");
        }).migrate().await().indefinitely()).isInstanceOf(IllegalStateException.class)
        .hasMessage("no placeholder file");
  }

  private static void migrate(Path file, String... locations) {
    PinionFlyway.migrate("sqlite:" + file, locations).await().indefinitely();
  }
}

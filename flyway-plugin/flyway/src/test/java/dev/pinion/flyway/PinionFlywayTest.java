package dev.pinion.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.JournalMode;
import dev.pinion.sqlclient.SqliteConnectOptions;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinionFlywayTest {

  @TempDir
  private Path directory;

  @Test
  void runsOnTheFlywayVersionThatThisExecutionNames() {
    assertThat(Flyway.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("flyway-core-" + System.getProperty("pinion.test.flyway") + ".jar");
  }

  @Test
  void migratesFromTheDefaultLocationOnTheClassPath() throws Exception {
    Path file = directory.resolve("app.db");

    MigrateResult result = PinionFlyway.migrate("sqlite:" + file).await().indefinitely();

    assertThat(result.migrationsExecuted).isEqualTo(2);
    assertThat(Database.tables(file)).containsExactly("author", "book");
  }

  @Test
  void migratesFromADirectory() throws Exception {
    Path file = directory.resolve("app.db");
    Path scripts = Files.createDirectory(directory.resolve("scripts"));
    Files.writeString(scripts.resolve("V1__one.sql"), "CREATE TABLE one (id INTEGER PRIMARY KEY);");

    PinionFlyway.migrate("jdbc:sqlite:" + file, "filesystem:" + scripts).await().indefinitely();

    assertThat(Database.tables(file)).containsExactly("one");
  }

  @Test
  void secondMigrateExecutesNothing() {
    PinionFlyway migrations = PinionFlyway.on("sqlite:" + directory.resolve("app.db"));
    migrations.migrate().await().indefinitely();

    MigrateResult second = migrations.migrate().await().indefinitely();

    assertThat(second.migrationsExecuted).isZero();
    assertThat(second.initialSchemaVersion).isEqualTo("2");
  }

  @Test
  void uniIsLazy() {
    Path file = directory.resolve("app.db");

    Uni<MigrateResult> migration = PinionFlyway.migrate("sqlite:" + file);

    assertThat(migration).isNotNull();
    assertThat(file).doesNotExist();
  }

  @Test
  void stageGivesTheResult() {
    PinionFlyway migrations = PinionFlyway.on("sqlite:" + directory.resolve("app.db"));

    MigrateResult result = migrations.migrateStage().toCompletableFuture().join();

    assertThat(result.targetSchemaVersion).isEqualTo("2");
  }

  @Test
  void settingsReachFlyway() throws Exception {
    Path file = directory.resolve("app.db");

    PinionFlyway.on("sqlite:" + file).configure(flyway -> flyway.target("1")).migrate().await().indefinitely();

    assertThat(Database.tables(file)).containsExactly("author");
  }

  @Test
  void aDataSourceOfTheSettingsIsNotUsed() throws Exception {
    Path file = directory.resolve("app.db");
    Path other = directory.resolve("other.db");

    PinionFlyway.on("sqlite:" + file).configure(flyway -> flyway.dataSource("jdbc:sqlite:" + other, null, null))
        .migrate().await().indefinitely();

    assertThat(Database.tables(file)).containsExactly("author", "book");
    assertThat(other).doesNotExist();
  }

  @Test
  void aNewFileIsInWalMode() throws Exception {
    Path file = directory.resolve("app.db");

    PinionFlyway.migrate("sqlite:" + file).await().indefinitely();

    assertThat(Database.query(file, "PRAGMA journal_mode")).containsExactly("wal");
  }

  @Test
  void aNewFileHasTheJournalModeAndPageSizeOfTheOptions() throws Exception {
    Path file = directory.resolve("app.db");
    SqliteConnectOptions options = new SqliteConnectOptions().setPath(file.toString())
        .setJournalMode(JournalMode.DELETE).addPragma("page_size", "16384");

    PinionFlyway.migrate(options).await().indefinitely();

    assertThat(Database.query(file, "PRAGMA journal_mode")).containsExactly("delete");
    assertThat(Database.query(file, "PRAGMA page_size")).containsExactly("16384");
  }

  @Test
  void leavesOnlyTheDatabaseAndTheEmptyLockFile() throws IOException {
    Path file = directory.resolve("app.db");

    PinionFlyway.migrate("sqlite:" + file).await().indefinitely();

    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("app.db", "app.db-migration.lock");
    assertThat(directory.resolve("app.db-migration.lock")).isEmptyFile();
  }
}

package dev.pinion.sqlclient.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.storage.gate.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;

class ConnectionHealthTest {

  private static final Command<?> QUERY = new Command.Query("select 1", new Object[0]);

  @TempDir
  private Path directory;

  private Database database;
  private ConnectionHealth health;

  @BeforeEach
  void open() throws IOException {
    Path file = Files.createFile(directory.resolve("test.db"));
    database = Database.of(file);
    health = new ConnectionHealth(
        database, FileIdentity.of(file, new SqliteConnectOptions()), () -> true);
  }

  @AfterEach
  void close() {
    health.close();
    database.release();
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE_IOERR_READ", "SQLITE_IOERR_FSYNC", "SQLITE_NOTADB", "SQLITE_READONLY_DBMOVED"})
  void a_connection_is_lost_to(SQLiteErrorCode code) {
    assertThat(health.isLostTo(Errors.of(code, "failed", null), QUERY)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE_CONSTRAINT_UNIQUE", "SQLITE_FULL", "SQLITE_CORRUPT", "SQLITE_BUSY", "SQLITE_INTERRUPT"})
  void a_connection_outlives(SQLiteErrorCode code) {
    assertThat(health.isLostTo(Errors.of(code, "failed", null), QUERY)).isFalse();
  }

  @Test
  void a_connection_is_lost_that_cannot_be_reset() {
    assertThat(health.isLostTo(new IllegalStateException(), new Command.Reset())).isTrue();
  }

  @Test
  void a_connection_is_lost_that_cannot_roll_back() {
    assertThat(health.isLostTo(new IllegalStateException(), new Command.Rollback())).isTrue();
  }

  @Test
  void a_connection_is_lost_if_what_failed_cannot_be_undone() {
    RuntimeException failure = new IllegalArgumentException("failed");
    health.undo(failure, () -> {
      throw Errors.of(SQLiteErrorCode.SQLITE_ERROR, "cannot roll back", null);
    });

    assertThat(health.isLostTo(failure, QUERY)).isTrue();
    assertThat(failure.getSuppressed()).singleElement().asString().contains("cannot roll back");
  }

  @Test
  void all_connections_to_a_file_are_lost_when_one_finds_it_moved() {
    assertThat(health.lostToOthers()).isNull();
    database.moved();

    assertThat(health.lostToOthers()).hasMessageContaining("Another connection has found that out");
  }

  @Test
  void the_log_that_the_last_connection_deletes_when_it_closes_is_not_missed() throws IOException {
    Path file = directory.resolve("test.db").toRealPath();
    Path log = Files.createFile(Database.logOf(file));
    Object key = Database.fileKey(log);
    database.holdLog(key);
    Database opening = Database.of(file);
    database.releaseLog(key);
    Files.delete(log);

    assertThat(Database.of(file)).isSameAs(opening);
    assertThat(opening.isMoved()).isFalse();
    opening.release();
    opening.release();
  }

  @Test
  void a_log_that_somebody_else_has_deleted_is_missed() throws IOException {
    Path file = directory.resolve("test.db").toRealPath();
    Path log = Files.createFile(Database.logOf(file));
    Database old = Database.of(file);
    old.onMoved(() -> {
      old.release();
      old.release();
    });
    old.holdLog(Database.fileKey(log));
    Files.delete(log);
    database = Database.of(file);

    assertThat(old.isMoved()).isTrue();
    assertThat(database).isNotSameAs(old);
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.Jdbc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A directory that nobody may write counts as read-only for everybody, the superuser of a container included. */
class ReadOnlyDirectoryTest extends DatabaseTest {

  @AfterEach
  void makeWritable() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_file_in_it_is_not_opened_for_writing() throws Exception {
    createFile("wal");
    makeReadOnly();

    SqliteException error = failure(SqliteException.class, SqliteConnection.connect(vertx, options()));
    assertThat(error.codeName()).isEqualTo("SQLITE_READONLY_DIRECTORY");
    assertThat(error.getSqlState()).isEqualTo("25006");
    assertThat(error).hasMessageContaining("Cannot open the SQLite database").hasMessageContaining("mode=ro");
  }

  @Test
  void no_file_is_created_in_it() throws Exception {
    makeReadOnly();

    SqliteException error = failure(SqliteException.class, SqliteConnection.connect(vertx, options()));
    assertThat(error.codeName()).isEqualTo("SQLITE_CANTOPEN");
    assertThat(error).hasMessageContaining("it does not exist and the directory").hasMessageContaining("be written");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_file_without_write_ahead_log_can_be_read_in_it() throws Exception {
    createFile("delete");
    makeReadOnly();
    SqliteConnection connection =
        await(SqliteConnection.connect(vertx, options().setOpenMode(OpenMode.READ_ONLY)));

    assertThat(single(connection, "select x from t")).isEqualTo(1L);
    assertThat(directory).isDirectoryNotContaining("glob:**-{wal,shm,journal}");
  }

  @Test
  void a_write_ahead_log_that_cannot_be_opened_is_a_clear_error() throws Exception {
    createFile("wal");
    Files.createDirectory(Path.of(file() + "-wal")); // stands for a directory in which SQLite cannot create the file

    SqliteException error = failure(SqliteException.class,
        SqliteConnection.connect(vertx, options().setOpenMode(OpenMode.READ_ONLY)));
    assertThat(error.codeName()).startsWith("SQLITE_CANTOPEN");
    assertThat(error).hasMessageContaining("-wal and -shm beside it").hasMessageContaining("journal_mode=DELETE");
  }

  private void createFile(String journalMode) throws SQLException {
    Jdbc.run(file().toString(), "pragma journal_mode=" + journalMode, "create table t (x)", "insert into t values (1)");
  }

  private void makeReadOnly() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
  }
}

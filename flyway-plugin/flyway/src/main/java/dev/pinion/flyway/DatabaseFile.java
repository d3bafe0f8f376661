package dev.pinion.flyway;

import dev.pinion.sqlclient.OpenMode;
import dev.pinion.sqlclient.SqliteConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteErrorCode;

/**
 * The file to migrate, found fit for it: it can be opened as a database and written, or created.
 *
 * @param path the real path, which need not exist yet
 * @param dataSource opens the connections of the migration
 */
record DatabaseFile(Path path, DataSource dataSource) {

  /** Refuses what cannot be migrated, and creates nothing. */
  static DatabaseFile check(SqliteConnectOptions options) {
    Path given = Path.of(options.getPath()).toAbsolutePath();
    Path directory = given.getParent();
    if (directory == null || Files.isDirectory(given)) {
      throw refused(given, "it is a directory. Name a file in it");
    }
    if (!Files.isDirectory(directory)) {
      throw refused(given, "the directory " + directory + " does not exist. Create it, or correct the path");
    }
    if (Files.exists(given)) {
      probe(given, options);
    } else if (options.getOpenMode() != OpenMode.CREATE) {
      throw refused(given, "it does not exist and mode=rw does not create it. Create it, or use mode=rwc");
    } else if (!Files.isWritable(directory)) {
      throw refused(given, "the directory " + directory + " is not writable. Give this user the right to write in it");
    }
    return new DatabaseFile(realPath(given), new MigrationDataSource(options));
  }

  /** Asks SQLite by a write that is rolled back: only SQLite may open the file, and it knows all reasons not to. */
  private static void probe(Path path, SqliteConnectOptions options) {
    try (Connection connection = MigrationDataSource.plain(options).getConnection();
        Statement statement = connection.createStatement()) {
      // BEGIN IMMEDIATE alone succeeds on a file that cannot be written; only a write finds out.
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("PRAGMA user_version = 0");
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      throw refused(path, reason(e, options), e);
    }
  }

  private static String reason(SQLException e, SqliteConnectOptions options) {
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    String remedy = switch (code) {
      case SQLITE_NOTADB -> "it is not a SQLite database. Name another file; this one was left as it is";
      case SQLITE_CORRUPT -> "it is damaged. Restore a backup, or recover it with the .recover command of the sqlite3 "
          + "shell";
      case SQLITE_READONLY, SQLITE_PERM -> "it is read-only. Give this user the right to write to it and its directory";
      case SQLITE_CANTOPEN -> "it cannot be opened. Check that this user may read and write it and its directory";
      case SQLITE_BUSY -> "another connection has kept it locked for more than the busy timeout of "
          + options.getBusyTimeout() + " ms. Close it, or raise the busy timeout";
      default -> "it cannot be opened for writing";
    };
    return remedy + " (" + e.getMessage() + ")";
  }

  private static Path realPath(Path given) {
    try {
      return Files.exists(given) ? given.toRealPath()
          : given.getParent().toRealPath().resolve(given.getFileName());
    } catch (IOException e) {
      throw refused(given, "its path cannot be resolved (" + e + ")", e);
    }
  }

  private static FlywayException refused(Path path, String reason) {
    return new FlywayException("Cannot migrate " + path + ": " + reason);
  }

  private static FlywayException refused(Path path, String reason, Exception cause) {
    return new FlywayException("Cannot migrate " + path + ": " + reason, cause);
  }
}

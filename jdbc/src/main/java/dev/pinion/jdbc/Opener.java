package dev.pinion.jdbc;

import dev.pinion.storage.gate.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** Opens connections: checks the path, opens the file, sets the pragmas. */
final class Opener {

  /** Those that must be set before the file has its first page, or before its journal mode (pragma.html). */
  private static final List<String> BEFORE_JOURNAL_MODE = List.of("page_size", "auto_vacuum");

  private static final long BUSY_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final String CANNOT_CONNECT = "08001";

  private final SqliteUrl url;
  private final Runnable onMoved;

  /**
   * Opens a database.
   *
   * @param onMoved called when a file that was opened is found not to be at its path any more
   */
  Opener(SqliteUrl url, Runnable onMoved) {
    this.url = url;
    this.onMoved = onMoved;
  }

  GatedConnection open() throws SQLException {
    Path file = url.isInMemory() ? null : checkedFile();
    String path = file == null ? SqliteUrl.MEMORY : file.toString();
    Database database = null;
    GatedConnection connection = null;
    try {
      database = file == null ? Database.inMemory() : Database.of(file);
      connection = new GatedConnection(path, url, config());
      FileWatch watch = new FileWatch(database, file);
      watch.check("Nothing was done");
      // SQLite opens anything; only reading the header tells (fileformat2.html, section 1.3).
      pragma(connection, "schema_version");
      synchronized (database) {
        configure(connection);
      }
      connection.join(database, watch, onMoved);
      return connection;
    } catch (SQLException | IOException e) {
      abandon(connection, database, e);
      throw cannotOpen(e);
    }
  }

  private Path checkedFile() throws SQLException {
    try {
      Path file = Path.of(url.path()).toAbsolutePath().normalize();
      Path directory = file.getParent();
      if (directory == null || !Files.isDirectory(directory)) {
        throw cannotOpen("the directory " + directory + " does not exist; create it, or correct the path");
      }
      if (Files.isDirectory(file)) {
        throw cannotOpen("it is a directory; name a file in it");
      }
      if (!Files.exists(file)) {
        checkMayCreate(directory);
      } else if (!url.isReadOnly() && !Files.isWritable(file)) {
        throw cannotOpen("the file is read-only; make it writable, or open it with mode=ro");
      }
      return file;
    } catch (InvalidPathException e) {
      throw cannotOpen(e);
    }
  }

  private void checkMayCreate(Path directory) throws SQLException {
    if (!url.get("mode").equals("rwc")) {
      throw cannotOpen("it does not exist, and mode=" + url.get("mode") + " does not create it; correct the path, or "
          + "use mode=rwc");
    }
    if (!Files.isWritable(directory)) {
      throw cannotOpen("it does not exist and the directory " + directory + " cannot be written");
    }
  }

  private SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(url.milliseconds("busy_timeout"));
    if (url.isReadOnly()) {
      config.setReadOnly(true);
    } else if (url.get("mode").equals("rw")) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    return config;
  }

  private void configure(GatedConnection connection) throws SQLException {
    for (Map.Entry<String, String> pragma : url.pragmas().entrySet()) {
      if (BEFORE_JOURNAL_MODE.contains(pragma.getKey())) {
        pragma(connection, pragma.getKey() + "=" + pragma.getValue());
      }
    }
    if (!url.isReadOnly() && !url.isInMemory()) {
      pragma(connection, "synchronous=" + url.get("synchronous"));
      setJournalMode(connection);
    }
    pragma(connection, "foreign_keys=" + url.get("foreign_keys"));
    pragma(connection, "trusted_schema=" + url.get("trusted_schema"));
    for (Map.Entry<String, String> pragma : url.pragmas().entrySet()) {
      if (!BEFORE_JOURNAL_MODE.contains(pragma.getKey())) {
        pragma(connection, pragma.getKey() + "=" + pragma.getValue());
      }
    }
  }

  private void setJournalMode(GatedConnection connection) throws SQLException {
    String wanted = url.get("journal_mode");
    String mode = pragma(connection, "journal_mode");
    if (!wanted.equalsIgnoreCase(mode)) {
      mode = changeJournalMode(connection, wanted);
    }
    if (!wanted.equalsIgnoreCase(mode)) {
      throw new SQLiteException("the journal mode stays " + mode + " and cannot become " + wanted + " while others "
          + "have the file open, or where its file system cannot share memory; close them, or set journal_mode=" + mode,
          SQLiteErrorCode.SQLITE_BUSY);
    }
  }

  /** SQLite does not wait for others here, whatever the busy timeout. */
  private String changeJournalMode(GatedConnection connection, String wanted) throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(url.milliseconds("busy_timeout"));
    while (true) {
      try {
        return pragma(connection, "journal_mode=" + wanted);
      } catch (SQLException e) {
        if ((e.getErrorCode() & 0xFF) != SQLiteErrorCode.SQLITE_BUSY.code || System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(BUSY_RETRY_NANOS);
      }
    }
  }

  private static String pragma(GatedConnection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createUngatedStatement()) {
      if (statement.execute("PRAGMA " + pragma)) {
        try (ResultSet result = statement.getResultSet()) {
          return result.next() ? result.getString(1) : null;
        }
      }
      return null;
    }
  }

  private SQLException cannotOpen(String reason) {
    return new SQLException("Cannot open the SQLite database '" + url.path() + "': " + reason + " [SQLITE_CANTOPEN]",
        CANNOT_CONNECT, SQLiteErrorCode.SQLITE_CANTOPEN.code);
  }

  private SQLException cannotOpen(Exception cause) {
    int code = cause instanceof SQLException e ? e.getErrorCode() : SQLiteErrorCode.SQLITE_CANTOPEN.code;
    return new SQLException("Cannot open the SQLite database '" + url.path() + "': " + cause.getMessage(),
        CANNOT_CONNECT, code, cause);
  }

  private static void abandon(GatedConnection connection, Database database, Exception reason) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        reason.addSuppressed(e);
      }
    }
    if (database != null) {
      database.release();
    }
  }
}

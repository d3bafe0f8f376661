package dev.pinion.jdbc;

import dev.pinion.storage.gate.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/**
 * Looks whether the file that a connection has open is still the one at its path: SQLite goes on writing to one that
 * was deleted or replaced (howtocorrupt.html, section 2.4).
 */
final class FileWatch {

  /** HikariCP throws a connection away upon the states of class 08. */
  private static final String CONNECTION_FAILURE = "08006";

  private final Database database;
  private final Path path;
  private final Object key;

  /**
   * The watch over a file that is open now.
   *
   * @param path the file; null for a database in memory, which nobody can replace
   */
  FileWatch(Database database, Path path) {
    this.database = database;
    this.path = path;
    this.key = path == null ? null : Database.fileKey(path);
  }

  boolean isFileThere() {
    if (database.isMoved()) {
      return false;
    }
    if (path == null || database.isSameFile(key) && (key == null || key.equals(Database.fileKey(path)))) {
      return true;
    }
    database.moved();
    return false;
  }

  void check(String outcome) throws SQLException {
    if (!isFileThere()) {
      SQLiteErrorCode code = SQLiteErrorCode.SQLITE_READONLY_DBMOVED;
      throw new SQLException("[" + code.name() + "] The database file '" + path + "' was deleted, renamed or replaced "
          + "while it was open. " + outcome + "; the next connection opens what is at that path then. Close every pool "
          + "before you replace a database file", CONNECTION_FAILURE, code.code);
    }
  }
}

package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.JournalMode;
import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteException;
import dev.pinion.storage.gate.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteErrorCode;

/**
 * Which file a path led to when it was opened, and which write-ahead log lies beside it. Unix lets open files be
 * deleted or replaced, and SQLite goes on writing to what nobody will find again (howtocorrupt.html, section 2.4); so
 * they are looked at again.
 *
 * <p>Owned by one worker thread.
 */
final class FileIdentity {

  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Path path;
  private final Object key;
  private final Path log;
  private Object logKey;
  private long lookedAt = System.nanoTime();

  private FileIdentity(Path path, Object key, Path log) {
    this.path = path;
    this.key = key;
    this.log = log;
  }

  /** That of a file that is open now. */
  static FileIdentity of(Path path, SqliteConnectOptions options) throws IOException {
    boolean writesLog = options.getJournalMode() == JournalMode.WAL;
    return new FileIdentity(
        path, Database.fileKey(path), writesLog ? Database.logOf(path.toRealPath()) : null);
  }

  /** A database in memory, which nobody can replace. */
  static FileIdentity inMemory() {
    return new FileIdentity(null, null, null);
  }

  Object key() {
    return key;
  }

  /** Whether it is a few hundred milliseconds since somebody looked. */
  boolean isLookDue() {
    long now = key == null ? lookedAt : System.nanoTime();
    if (now - lookedAt < LOOK_EVERY_NANOS) {
      return false;
    }
    lookedAt = now;
    return true;
  }

  boolean isFileThere() {
    return key == null || key.equals(Database.fileKey(path));
  }

  /** SQLite creates the log when it first needs it, and keeps it until the file's last connection closes. */
  boolean isLogThere() {
    if (log == null || key == null) {
      return true;
    }
    Object present = Database.fileKey(log);
    if (logKey == null) {
      logKey = present;
    }
    return logKey == null || logKey.equals(present);
  }

  Object logKey() {
    return logKey;
  }

  void forgetLog() {
    logKey = null;
  }

  SqliteException moved(String outcome, String sql) {
    return Errors.of(SQLiteErrorCode.SQLITE_READONLY_DBMOVED, "The database file '" + path + "' or its -wal was "
        + "deleted, renamed or replaced while it was open. " + outcome + "; this connection is closed; the next "
        + "opens what is at that path then. Close every pool before you replace a database file", sql);
  }
}

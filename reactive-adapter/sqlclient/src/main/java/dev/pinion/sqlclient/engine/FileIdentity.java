package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import dev.pinion.storage.gate.Database;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteErrorCode;

/**
 * Which file a path led to when it was opened. Unix lets an open file be deleted or replaced, and SQLite goes on
 * writing to what nobody will find again (howtocorrupt.html, section 2.4); so it is looked at again.
 *
 * <p>Owned by one worker thread.
 */
final class FileIdentity {

  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Path path;
  private final Object key;
  private long lookedAt = System.nanoTime();

  private FileIdentity(Path path, Object key) {
    this.path = path;
    this.key = key;
  }

  /** That of a file that is open now. */
  static FileIdentity of(Path path) {
    return new FileIdentity(path, Database.fileKey(path));
  }

  /** A database in memory, which nobody can replace. */
  static FileIdentity inMemory() {
    return new FileIdentity(null, null);
  }

  Object key() {
    return key;
  }

  /** Before a command; asks the file system a few times a second at most. */
  void checkBefore() {
    if (key != null) {
      long now = System.nanoTime();
      if (now - lookedAt >= LOOK_EVERY_NANOS) {
        lookedAt = now;
        check("This was not run", null);
      }
    }
  }

  /** After a commit and before it is acknowledged. */
  void checkAfterCommit(String sql) {
    if (key != null) {
      check("What this has committed is in the old file", sql);
    }
  }

  SqliteException moved(String outcome, String sql) {
    return Errors.of(SQLiteErrorCode.SQLITE_READONLY_DBMOVED, "The database file '" + path + "' was deleted, renamed "
        + "or replaced while it was open. " + outcome + "; this connection is closed, and the next one opens what is "
        + "at that path then. Close every pool before you replace a database file", sql);
  }

  private void check(String outcome, String sql) {
    if (!key.equals(Database.fileKey(path))) {
      throw moved(outcome, sql);
    }
  }
}

package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import dev.pinion.storage.gate.Database;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * Brings the commits of all connections of one file to the disk: one thread syncs the {@code -wal}, and each time
 * answers all who have committed before. SQLite writes the log in the order of the commits (wal.html, section 2), and
 * with {@code synchronous=NORMAL} syncs it by itself before it copies anything into the database
 * (pragma.html#pragma_synchronous).
 *
 * <p>Once a sync has failed nobody knows what is on disk, and a later one may succeed without it; so nothing is
 * acknowledged any more until all connections are closed and the file is opened anew. Thread-safe.
 */
final class LogSync {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.sqlclient.sync");

  private static final Map<Database, LogSync> OPEN = new HashMap<>();

  /** What waits for the next sync: told null, or why it failed. */
  private final Queue<Consumer<SqliteException>> waiting = new ConcurrentLinkedQueue<>();
  private final String name;
  private final LogFile file;
  private final Thread thread;
  private int holders;
  private volatile boolean closing;
  private volatile IOException failure;

  private LogSync(String name, LogFile file) {
    this.name = name;
    this.file = file;
    this.thread = new Thread(this::run, "pinion-" + name + "-sync");
    this.thread.setDaemon(true);
    this.thread.start();
  }

  /** That of a file, for one more connection; to be released. */
  static LogSync of(Database database, String name, Supplier<LogFile> file) {
    synchronized (OPEN) {
      LogSync sync = OPEN.computeIfAbsent(database, missing -> new LogSync(name, file.get()));
      sync.holders++;
      return sync;
    }
  }

  /** One connection less; called by its worker, which has nothing waiting any more. */
  void release(Database database) {
    synchronized (OPEN) {
      if (--holders > 0) {
        return;
      }
      OPEN.remove(database);
    }
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has somebody told, on the sync's own thread and in order, when all that is committed by now is on disk. */
  void whenSynced(Consumer<SqliteException> told) {
    waiting.add(told);
    LockSupport.unpark(thread);
  }

  /** Refuses what could not be acknowledged. */
  void check(String sql) {
    if (failure != null) {
      throw error("Nothing was written", sql);
    }
  }

  private void run() {
    List<Consumer<SqliteException>> batch = new ArrayList<>();
    while (!closing || !waiting.isEmpty()) {
      for (Consumer<SqliteException> next = waiting.poll(); next != null; next = waiting.poll()) {
        batch.add(next);
      }
      if (batch.isEmpty()) {
        LockSupport.park(this);
      } else {
        SqliteException error = sync();
        batch.forEach(told -> told.accept(error));
        batch.clear();
      }
    }
    file.close();
  }

  private SqliteException sync() {
    if (failure == null) {
      try {
        file.sync();
      } catch (IOException e) {
        failure = e;
        log.error("The write-ahead log of {} cannot be brought to the disk; nothing more is acknowledged until all "
            + "connections to it are closed", name, e);
      }
    }
    return failure == null ? null : error("Whether this is kept is not known", null);
  }

  private SqliteException error(String outcome, String sql) {
    SqliteException error = Errors.of(SQLiteErrorCode.SQLITE_IOERR_FSYNC, "The write-ahead log of " + name + " could "
        + "not be brought to the disk (" + failure + "). " + outcome + ", and nothing is acknowledged any more; close "
        + "every pool on this file, check the disk, and open it anew", sql);
    error.addSuppressed(failure);
    return error;
  }
}

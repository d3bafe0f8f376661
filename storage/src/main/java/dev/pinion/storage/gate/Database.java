package dev.pinion.storage.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One database file within this JVM, shared by every connection of every pool and DataSource on it; it owns the
 * write gate. Its monitor is held while a connection is configured or closed.
 *
 * <p>Thread-safe; called from threads that may block only, because finding the real path reads the file system.
 */
public final class Database {

  private static final Map<Path, Database> OPEN = new HashMap<>();

  private static final long PATIENCE_MILLIS = 5_000;

  private final Path realPath;
  private final WriteGate writeGate = new WriteGate();
  private final AtomicInteger schemaEpoch = new AtomicInteger();
  private final Set<Runnable> onMoved = new HashSet<>();
  private Object fileKey;
  private Object logKey;
  private int logHolders;
  private volatile boolean moved;
  private int connections;

  private Database(Path realPath) {
    this.realPath = realPath;
  }

  /**
   * A database of its own, for one connection to {@code :memory:}.
   *
   * @return a new database with one connection
   */
  public static Database inMemory() {
    Database database = new Database(null);
    database.connections = 1;
    return database;
  }

  /**
   * The database of a file, which may be about to be created, counted as one more connection. If another file was at
   * its path before, this waits until all connections to that one are closed: SQLite would take the {@code -wal} of
   * the one for that of the other (howtocorrupt.html, section 2.5).
   *
   * @param file the path, by whatever name; its directory exists
   * @return the database, to be given back by {@link #release()}
   * @throws IOException if the path cannot be resolved, or if connections to a former file stay open for 5 seconds
   */
  public static Database of(Path file) throws IOException {
    Path realPath = Files.exists(file)
        ? file.toRealPath() : file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    synchronized (OPEN) {
      Object fileKey = fileKey(realPath);
      Database database = OPEN.computeIfAbsent(realPath, Database::new);
      while (database.isMovedFrom(fileKey)) {
        database.moved();
        if (!database.isReleased(PATIENCE_MILLIS)) {
          throw new IOException("The database file '" + realPath + "' was replaced, and connections of this JVM are "
              + "still busy with the old one; try again when they are closed");
        }
        database = OPEN.computeIfAbsent(realPath, Database::new);
      }
      database.fileKey = fileKey;
      database.connections++;
      return database;
    }
  }

  /**
   * Where SQLite keeps the write-ahead log of a file (wal.html, section 2.1).
   *
   * @param realPath the file
   * @return the path of its {@code -wal}
   */
  public static Path logOf(Path realPath) {
    return realPath.resolveSibling(realPath.getFileName() + "-wal");
  }

  /**
   * What tells one file from another that has taken its path.
   *
   * @param file a path
   * @return device and inode; null if there is no file, and on systems without, where open files cannot be replaced
   */
  public static Object fileKey(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * The gate through which every writer of this file goes.
   *
   * @return the same gate for the same file
   */
  public WriteGate writeGate() {
    return writeGate;
  }

  /**
   * Counts the changes of the schema made in this JVM, so that sessions know when to compile anew.
   *
   * @return a number that grows with each change
   */
  public int schemaEpoch() {
    return schemaEpoch.get();
  }

  /** Takes note that a connection of this JVM has changed the schema. */
  public void schemaChanged() {
    schemaEpoch.incrementAndGet();
  }

  /**
   * Whether the caller's connection is the only one that this JVM has to the file.
   *
   * @return true if no other is open
   */
  public boolean isLastConnection() {
    synchronized (OPEN) {
      return connections == 1;
    }
  }

  /**
   * Whether it lives in memory.
   *
   * @return true if it has no file
   */
  public boolean isInMemory() {
    return realPath == null;
  }

  /**
   * Whether a file that was opened is the one that all connections have.
   *
   * @param openedKey its {@link #fileKey}
   * @return false if it was replaced in between
   */
  public boolean isSameFile(Object openedKey) {
    synchronized (OPEN) {
      if (fileKey == null) {
        fileKey = openedKey;
      }
      return fileKey == null || fileKey.equals(openedKey);
    }
  }

  /**
   * A connection has a write-ahead log open; whoever connects later must find the same one.
   *
   * @param key its {@link #fileKey}, or null for none
   */
  public void holdLog(Object key) {
    synchronized (OPEN) {
      if (key != null && (logHolders == 0 || key.equals(logKey))) {
        logKey = key;
        logHolders++;
      }
    }
  }

  /**
   * A connection is about to close its write-ahead log.
   *
   * @param key its {@link #fileKey}, or null for none
   */
  public void releaseLog(Object key) {
    synchronized (OPEN) {
      if (key != null && key.equals(logKey) && --logHolders == 0) {
        logKey = null;
      }
    }
  }

  private boolean isMovedFrom(Object presentKey) {
    return moved || fileKey != null && !fileKey.equals(presentKey)
        || logKey != null && !logKey.equals(fileKey(logOf(realPath)));
  }

  /** Tells all connections that their file is not the one at its path any more. */
  public void moved() {
    synchronized (OPEN) {
      if (!moved) {
        moved = true;
        onMoved.forEach(Runnable::run);
      }
    }
  }

  /**
   * Whether the file was found not to be at its path any more; who has a connection must close it.
   *
   * @return true from then on
   */
  public boolean isMoved() {
    return moved;
  }

  /**
   * Has somebody called, once, when the file is found not to be at its path any more.
   *
   * @param watcher called by whoever found out; must not block
   */
  public void onMoved(Runnable watcher) {
    synchronized (OPEN) {
      onMoved.add(watcher);
    }
  }

  /**
   * Has nobody called any more.
   *
   * @param watcher who was to be called
   */
  public void forget(Runnable watcher) {
    synchronized (OPEN) {
      onMoved.remove(watcher);
    }
  }

  /**
   * Whether all connections are closed, for which this waits a while.
   *
   * @param patienceMillis how long
   * @return false if some are still open then
   */
  public boolean isReleased(long patienceMillis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    synchronized (OPEN) {
      try {
        while (connections > 0 && deadline - System.nanoTime() > 0) {
          TimeUnit.NANOSECONDS.timedWait(OPEN, deadline - System.nanoTime());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return connections == 0;
    }
  }

  /** One connection less. */
  public void release() {
    synchronized (OPEN) {
      if (--connections == 0 && realPath != null) {
        OPEN.remove(realPath);
        OPEN.notifyAll();
      }
    }
  }
}

package dev.pinion.storage.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One database file within this JVM, shared by every connection of every pool and DataSource on it; it owns the
 * write gate. Its monitor is held while a connection is configured or closed.
 *
 * <p>Thread-safe; called from threads that may block only, because finding the real path reads the file system.
 */
public final class Database {

  private static final Map<Path, Database> OPEN = new HashMap<>();

  private final Path realPath;
  private final WriteGate writeGate = new WriteGate();
  private final AtomicInteger schemaEpoch = new AtomicInteger();
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
   * The database of an existing file, counted as one more connection.
   *
   * @param file the path, by whatever name
   * @return the database, to be given back by {@link #release()}
   * @throws IOException if the path cannot be resolved
   */
  public static Database of(Path file) throws IOException {
    Path realPath = file.toRealPath();
    synchronized (OPEN) {
      Database database = OPEN.computeIfAbsent(realPath, Database::new);
      database.connections++;
      return database;
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

  /** One connection less. */
  public void release() {
    synchronized (OPEN) {
      if (--connections == 0 && realPath != null) {
        OPEN.remove(realPath);
      }
    }
  }
}

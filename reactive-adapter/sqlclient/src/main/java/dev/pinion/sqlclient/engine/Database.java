package dev.pinion.sqlclient.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One database file within this JVM, shared by every connection of every pool on it; it owns the write gate.
 *
 * <p>Thread-safe; called from worker threads only, because finding the real path reads the file system.
 */
final class Database {

  private static final Map<Path, Database> OPEN = new HashMap<>();

  private final Path realPath;
  private final WriteGate writeGate = new WriteGate();
  private final AtomicInteger schemaEpoch = new AtomicInteger();
  private int connections;

  private Database(Path realPath) {
    this.realPath = realPath;
  }

  /** A database of its own, for one connection to {@code :memory:}. */
  static Database inMemory() {
    Database database = new Database(null);
    database.connections = 1;
    return database;
  }

  /**
   * The database of an existing file, counted as one more connection.
   *
   * @throws IOException if the path cannot be resolved
   */
  static Database of(Path file) throws IOException {
    Path realPath = file.toRealPath();
    synchronized (OPEN) {
      Database database = OPEN.computeIfAbsent(realPath, Database::new);
      database.connections++;
      return database;
    }
  }

  WriteGate writeGate() {
    return writeGate;
  }

  /** Counts the changes of the schema made in this JVM, so that sessions know when to compile anew. */
  int schemaEpoch() {
    return schemaEpoch.get();
  }

  void schemaChanged() {
    schemaEpoch.incrementAndGet();
  }

  /** Whether the caller's connection is the only one that this JVM has to the file. */
  boolean isLastConnection() {
    synchronized (OPEN) {
      return connections == 1;
    }
  }

  void release() {
    synchronized (OPEN) {
      if (--connections == 0 && realPath != null) {
        OPEN.remove(realPath);
      }
    }
  }
}

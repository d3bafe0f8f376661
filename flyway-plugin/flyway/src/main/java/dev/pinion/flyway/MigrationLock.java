package dev.pinion.flyway;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one migration of a file run at a time, in this JVM and among processes.
 *
 * <p>The lock is on a file of its own, never on the database: closing any descriptor of a file drops all POSIX locks
 * that the process has on it, SQLite's too (howtocorrupt.html, section 2.2). For the same reason at most one channel
 * of this JVM is open on the lock file, which the semaphore sees to.
 */
final class MigrationLock {

  private static final Logger log = LoggerFactory.getLogger(MigrationLock.class);
  private static final ConcurrentMap<Path, Semaphore> OF_THIS_JVM = new ConcurrentHashMap<>();
  private static final long RETRY_MILLIS = 20;

  private MigrationLock() {
  }

  /**
   * Waits for the lock, without limit, and keeps it while the work is done.
   *
   * @param database the real path of the database file, which need not exist
   */
  static <T> T holding(Path database, Supplier<T> work) {
    Semaphore turn = OF_THIS_JVM.computeIfAbsent(database, path -> new Semaphore(1, true));
    if (!turn.tryAcquire()) {
      log.info("Waiting for another migration of {} in this JVM", database);
      turn.acquireUninterruptibly();
    }
    try (FileChannel channel = open(database)) {
      lock(channel, database);
      return work.get();
    } catch (IOException e) {
      throw new FlywayException("Cannot migrate " + database + ": its lock file " + fileOf(database)
          + " cannot be locked (" + e + "). The file system must support locks", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FlywayException("Interrupted while waiting to migrate " + database, e);
    } finally {
      turn.release();
    }
  }

  private static FileChannel open(Path database) {
    Path file = fileOf(database);
    try {
      return FileChannel.open(file, CREATE, WRITE);
    } catch (IOException e) {
      throw new FlywayException("Cannot migrate " + database + ": its lock file " + file
          + " cannot be created or opened (" + e + "). Give this user the right to write in that directory", e);
    }
  }

  private static Path fileOf(Path database) {
    return database.resolveSibling(database.getFileName() + "-migration.lock");
  }

  private static void lock(FileChannel channel, Path database) throws IOException, InterruptedException {
    if (tryLock(channel) != null) {
      return;
    }
    log.info("Waiting for another process that migrates {}", database);
    while (tryLock(channel) == null) {
      Thread.sleep(RETRY_MILLIS);
    }
  }

  /** Null, too, when a copy of this class in another class loader of this JVM has the lock. */
  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}

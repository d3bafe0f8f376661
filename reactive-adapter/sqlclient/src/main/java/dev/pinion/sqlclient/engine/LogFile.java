package dev.pinion.sqlclient.engine;

import dev.pinion.storage.gate.Database;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code -wal} of a database as a file to be synced. SQLite has no locks on it, so it may be opened and closed
 * beside it, unlike the database and its {@code -shm} (howtocorrupt.html, section 2.2). Owned by one thread.
 */
class LogFile {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.sqlclient.sync");

  private final Path path;
  private Object key;
  private FileChannel channel;

  LogFile(Path path) {
    this.path = path;
  }

  /**
   * Brings all that was written to the log to the disk. A log that is gone or replaced was copied into the database
   * and synced by SQLite before; what is written since is in the new one.
   */
  void sync() throws IOException {
    if (channel != null) {
      channel.force(false);
    }
    Object present = Database.fileKey(path);
    if (channel == null || !Objects.equals(present, key)) {
      reopen(present);
    }
  }

  void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      log.warn("{} was not closed", path, e);
    }
    channel = null;
  }

  private void reopen(Object present) throws IOException {
    close();
    if (Files.exists(path)) {
      channel = FileChannel.open(path, StandardOpenOption.WRITE);
      key = present;
      channel.force(false);
      syncDirectory();
    }
  }

  /** Or a new log might not be found again (Windows does that by itself, and opens no directories). */
  private void syncDirectory() throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel directory = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }
}

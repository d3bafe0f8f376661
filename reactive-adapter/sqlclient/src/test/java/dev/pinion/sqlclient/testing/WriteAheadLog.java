package dev.pinion.sqlclient.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a {@code -wal} file (fileformat2.html, section 4). */
public final class WriteAheadLog {

  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;

  private WriteAheadLog() {
  }

  /** How many transactions were committed to it since it was last begun anew. */
  public static int commits(Path database) {
    try {
      ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(database.resolveSibling(database.getFileName() + "-wal")));
      int pageSize = log.getInt(8);
      long salts = log.getLong(16);
      int commits = 0;
      for (int frame = HEADER; frame < log.limit(); frame += FRAME_HEADER + pageSize) {
        boolean current = log.getLong(frame + 8) == salts;
        int sizeAfterCommit = log.getInt(frame + 4);
        commits += current && sizeAfterCommit > 0 ? 1 : 0;
      }
      return commits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.OpenMode;
import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** Looks at the path before SQLite does, because SQLite's own words for it are few. Runs on the worker's thread. */
final class DatabaseFile {

  private static final Set<PosixFilePermission> ANY_WRITE =
      Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private DatabaseFile() {
  }

  /** The absolute path of a file that can be opened as the options say; nothing has been created. */
  static Path check(SqliteConnectOptions options) throws IOException {
    Path file = path(options);
    Path directory = file.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw cannotOpen(file, "the directory " + directory + " does not exist; create it, or correct the path");
    }
    if (Files.isDirectory(file)) {
      throw cannotOpen(file, "it is a directory; name a file in it");
    }
    if (!Files.exists(file)) {
      checkMayCreate(file, directory, options.getOpenMode());
    } else if (!Files.isReadable(file)) {
      throw cannotOpen(file, "it cannot be read; check its permissions");
    } else if (options.getOpenMode() != OpenMode.READ_ONLY) {
      checkMayWrite(file, directory);
    }
    return file;
  }

  private static Path path(SqliteConnectOptions options) {
    String path = options.getPath();
    if (path == null || path.isBlank()) {
      throw new IllegalArgumentException("No path of a SQLite database was set: use sqlite:app.db, setPath(\"app.db\") "
          + "or :memory:");
    }
    try {
      return Path.of(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + path + "' is not a path of a file: " + e.getReason(), e);
    }
  }

  private static void checkMayCreate(Path file, Path directory, OpenMode mode) throws IOException {
    if (mode != OpenMode.CREATE) {
      throw cannotOpen(file, "it does not exist, and mode=" + mode.parameter() + " does not create it; correct the "
          + "path, or use mode=rwc");
    }
    if (!isWritable(directory)) {
      throw cannotOpen(file, "it does not exist and the directory " + directory + " cannot be written");
    }
  }

  private static void checkMayWrite(Path file, Path directory) throws IOException {
    if (!isWritable(file)) {
      throw cannotWrite(file, "the file is read-only; make it writable", SQLiteErrorCode.SQLITE_READONLY);
    }
    if (!isWritable(directory)) {
      throw cannotWrite(file, "SQLite keeps files beside it, and the directory is read-only; make it writable",
          SQLiteErrorCode.SQLITE_READONLY_DIRECTORY);
    }
  }

  /** What nobody may write is meant to stay as it is, even where the superuser could. */
  private static boolean isWritable(Path file) throws IOException {
    if (!Files.isWritable(file)) {
      return false;
    }
    FileStore store = Files.getFileStore(file);
    return !store.supportsFileAttributeView("posix")
        || Files.getPosixFilePermissions(file).stream().anyMatch(ANY_WRITE::contains);
  }

  private static SqliteException cannotWrite(Path file, String reason, SQLiteErrorCode code) {
    return new SqliteException("Cannot open the SQLite database '" + file + "' for writing: " + reason
        + ", or open it with mode=ro [" + code.name() + "]", code.name(), code.code, "25006", null, null);
  }

  private static SqliteException cannotOpen(Path file, String reason) {
    SQLiteErrorCode code = SQLiteErrorCode.SQLITE_CANTOPEN;
    return new SqliteException("Cannot open the SQLite database '" + file + "': " + reason + " [" + code.name() + "]",
        code.name(), code.code, "08001", null, null);
  }
}

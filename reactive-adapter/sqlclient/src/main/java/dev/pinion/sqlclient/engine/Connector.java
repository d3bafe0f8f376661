package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.Durability;
import dev.pinion.sqlclient.JournalMode;
import dev.pinion.sqlclient.OpenMode;
import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteException;
import dev.pinion.sqlclient.Synchronous;
import dev.pinion.storage.gate.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/** Opens connections: checks the path, opens the file, sets the pragmas. Runs on the worker's thread. */
final class Connector {

  record Opened(Session session, String version) {
  }

  /** Those that must be set before the file has its first page, or before its journal mode (pragma.html). */
  private static final List<String> BEFORE_JOURNAL_MODE = List.of("page_size", "auto_vacuum");

  /** The path itself has been looked at before (wal.html, section 5). */
  private static final String NO_LOG = "\nSQLite could neither find nor create the files -wal and -shm beside it; a "
      + "database in WAL mode cannot be read without; make the directory writable, or switch the file to "
      + "journal_mode=DELETE before it goes where nothing can be written.";

  private static final long BUSY_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final SqliteConnectOptions options;

  private Connector(SqliteConnectOptions options) {
    this.options = options;
  }

  static Opened open(SqliteConnectOptions options) throws SQLException, IOException {
    return new Connector(options).open();
  }

  private Opened open() throws SQLException, IOException {
    checkDurability();
    Path file = options.isInMemory() ? null : DatabaseFile.check(options);
    Database database = file == null ? Database.inMemory() : Database.of(file);
    SQLiteConnection connection = null;
    LogSync sync = null;
    try {
      connection = connect(file);
      FileIdentity identity = file == null ? FileIdentity.inMemory() : FileIdentity.of(file, options);
      if (!database.isSameFile(identity.key())) {
        throw identity.moved("Nothing was done", null);
      }
      checkIsDatabase(connection);
      synchronized (database) {
        configure(connection);
      }
      if (syncsLog()) {
        sync = LogSync.of(database, options.getPath(), () -> new LogFile(Database.logOf(file)));
      }
      return new Opened(
          new Session(connection, database, identity, sync, options), connection.getDatabase().libversion());
    } catch (SQLException | RuntimeException e) {
      if (sync != null) {
        sync.release(database);
      }
      abandon(connection, database, e);
      throw e;
    }
  }

  /** SQLite would wait for the disk at each commit, or nobody would. */
  private void checkDurability() {
    boolean asksForDisk = options.getSynchronous() == Synchronous.FULL || options.getSynchronous() == Synchronous.EXTRA;
    if (syncsLog() && (options.getJournalMode() != JournalMode.WAL || !asksForDisk)) {
      throw new IllegalArgumentException("durability=grouped needs journal_mode=wal and synchronous=full, but "
          + "journal_mode=" + options.getJournalMode() + " and synchronous=" + options.getSynchronous() + " were given "
          + "for " + options.getPath() + "; leave them out, or use durability=strict");
    }
  }

  /** Whether Pinion brings commits to the disk in SQLite's place. */
  private boolean syncsLog() {
    return options.getDurability() == Durability.GROUPED && options.getOpenMode() != OpenMode.READ_ONLY
        && !options.isInMemory();
  }

  private SQLiteConnection connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(options.getBusyTimeout());
    config.setGetGeneratedKeys(false);
    if (options.getOpenMode() == OpenMode.READ_ONLY) {
      config.setReadOnly(true);
    } else if (options.getOpenMode() == OpenMode.READ_WRITE) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    String path = file == null ? SqliteConnectOptions.MEMORY : file.toString();
    try {
      SQLiteConnection connection = new JDBC4Connection("jdbc:sqlite:" + path, path, config.toProperties());
      // Makes sqlite-jdbc leave transactions alone: else it runs BEGIN and COMMIT after every statement.
      connection.getConnectionConfig().setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw cannotOpen(e);
    }
  }

  /** SQLite opens anything; only reading the header tells (fileformat2.html, section 1.3). */
  private void checkIsDatabase(SQLiteConnection connection) {
    try {
      pragma(connection, "schema_version");
    } catch (SQLException e) {
      throw cannotOpen(e);
    }
  }

  private void configure(SQLiteConnection connection) throws SQLException {
    List<String> settings = new ArrayList<>();
    Map<String, String> pragmas = options.getPragmas();
    pragmas.forEach((name, value) -> {
      if (BEFORE_JOURNAL_MODE.contains(name)) {
        settings.add(name + "=" + value);
      }
    });
    if (options.getOpenMode() != OpenMode.READ_ONLY && !options.isInMemory()) {
      settings.add("synchronous=" + (syncsLog() ? Synchronous.NORMAL : options.getSynchronous()));
      apply(connection, settings);
      setJournalMode(connection, options.getJournalMode());
      settings.clear();
    }
    settings.add("foreign_keys=" + (options.isForeignKeys() ? "ON" : "OFF"));
    settings.add("trusted_schema=" + (options.isTrustedSchema() ? "ON" : "OFF"));
    pragmas.forEach((name, value) -> {
      if (!BEFORE_JOURNAL_MODE.contains(name)) {
        settings.add(name + "=" + value);
      }
    });
    apply(connection, settings);
  }

  private void apply(SQLiteConnection connection, List<String> settings) throws SQLException {
    for (String setting : settings) {
      pragma(connection, setting);
    }
  }

  private void setJournalMode(SQLiteConnection connection, JournalMode wanted) throws SQLException {
    String mode = pragma(connection, "journal_mode");
    if (!wanted.name().equalsIgnoreCase(mode)) {
      mode = changeJournalMode(connection, wanted);
    }
    if (!wanted.name().equalsIgnoreCase(mode)) {
      throw Errors.of(SQLiteErrorCode.SQLITE_BUSY, "The journal mode of " + options.getPath() + " stays " + mode
          + " and cannot become " + wanted + " while others have the file open, or where its file system cannot share "
          + "memory; close them, or set journal_mode=" + mode, null);
    }
  }

  /** SQLite does not wait for other processes here, whatever the busy timeout; so this worker does. */
  private String changeJournalMode(SQLiteConnection connection, JournalMode wanted) throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(options.getBusyTimeout());
    while (true) {
      try {
        return pragma(connection, "journal_mode=" + wanted);
      } catch (SQLException e) {
        if (!Errors.isBusy(e) || System.nanoTime() > deadline) {
          throw cannotOpen(e);
        }
        LockSupport.parkNanos(BUSY_RETRY_NANOS);
      }
    }
  }

  private static String pragma(SQLiteConnection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute("PRAGMA " + pragma)) {
        try (ResultSet result = statement.getResultSet()) {
          return result.next() ? result.getString(1) : null;
        }
      }
      return null;
    }
  }

  private SqliteException cannotOpen(SQLException error) {
    SqliteException cause = Errors.of(error, null);
    String remedy = cause.primaryCode() == SQLiteErrorCode.SQLITE_CANTOPEN.code ? NO_LOG : "";
    return new SqliteException(
        "Cannot open the SQLite database '" + options.getPath() + "': " + cause.getMessage() + remedy,
        cause.codeName(), cause.extendedCode(), cause.getSqlState(), null, error);
  }

  private static void abandon(SQLiteConnection connection, Database database, Exception reason) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      reason.addSuppressed(e);
    } finally {
      database.release();
    }
  }
}

package dev.pinion.benchmarks.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The database file that all clients of a run share, and the pragmas that they share too. */
public final class SampleFile implements AutoCloseable {

  /** How many rows {@code item} has; keys are 1 to this. */
  public static final int ITEMS = 10_000;

  /** What makes {@link #pinionUrl()} one of grouped durability. */
  public static final String GROUPED = "&durability=grouped";

  /** How many times the connections of others grouped durability is given. */
  public static final int CONNECTIONS_GROUPED = 8;

  static final String INSERT = "insert into entry (text) values (?)";
  static final String TEXT = "a line of some forty characters of text";

  private static final String PRAGMAS = "journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout=30000";
  private static final List<String> SCHEMA = List.of(
      "create table item (id integer primary key, name text not null, amount real not null)",
      "with recursive n(i) as (select 1 union all select i + 1 from n where i < " + ITEMS + ") "
          + "insert into item select i, 'item ' || i, i / 7.0 from n",
      "create table entry (id integer primary key, text text not null)",
      "create table small (id integer primary key, value integer)",
      "with recursive n(i) as (select 0 union all select i + 1 from n where i < 99) "
          + "insert into small (value) select i from n");

  private final Path path;

  private SampleFile(Path path) {
    this.path = path;
  }

  /**
   * Makes a file and fills it.
   *
   * @param directory where; on the disk whose durability is to be measured
   * @return the file, deleted when it is closed
   * @throws IOException if it cannot be made
   * @throws SQLException if it cannot be filled
   */
  public static SampleFile in(Path directory) throws IOException, SQLException {
    Files.createDirectories(directory);
    SampleFile file = new SampleFile(Files.createTempFile(directory, "benchmarks", ".db"));
    try (Connection connection = DriverManager.getConnection(file.jdbcUrl());
        Statement statement = connection.createStatement()) {
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
    }
    return file;
  }

  /**
   * A file that another process has made.
   *
   * @param path where it is
   * @return the file, not to be closed
   */
  public static SampleFile of(Path path) {
    return new SampleFile(path);
  }

  /**
   * Where it is.
   *
   * @return its path
   */
  public Path path() {
    return path;
  }

  /**
   * For sqlite-jdbc, with the pragmas and transactions that are Pinion's defaults.
   *
   * @return a JDBC URL
   */
  public String jdbcUrl() {
    return "jdbc:sqlite:" + path + "?" + PRAGMAS + "&transaction_mode=IMMEDIATE";
  }

  /**
   * For Pinion, with the same pragmas.
   *
   * @return a URL of the driver
   */
  public String pinionUrl() {
    return "sqlite:" + path + "?" + PRAGMAS;
  }

  @Override
  public void close() throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(Path.of(path + suffix));
    }
  }
}

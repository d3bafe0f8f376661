package dev.pinion.flyway;

import dev.pinion.sqlclient.OpenMode;
import dev.pinion.sqlclient.SqliteConnectOptions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens the connections of a migration, each anew: as the options say, but with foreign keys off and each transaction
 * {@code IMMEDIATE}.
 */
final class MigrationDataSource extends SQLiteDataSource {

  private final SqliteConnectOptions options;

  MigrationDataSource(SqliteConnectOptions options) {
    super(config(options));
    this.options = options;
    setUrl(options.toJdbcUrl());
  }

  /** Connections that change nothing of a file that they only open. */
  static DataSource plain(SqliteConnectOptions options) {
    SQLiteConfig config = config(options);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    SQLiteDataSource dataSource = new SQLiteDataSource(config);
    dataSource.setUrl(options.toJdbcUrl());
    return dataSource;
  }

  @Override
  public SQLiteConnection getConnection(String user, String password) throws SQLException {
    SQLiteConnection connection = super.getConnection(user, password);
    try (Statement statement = connection.createStatement()) {
      // The page size and the like must come before the journal mode, which writes the first page of a new file.
      for (Map.Entry<String, String> pragma : options.getPragmas().entrySet()) {
        statement.execute("PRAGMA " + pragma.getKey() + " = " + pragma.getValue());
      }
      statement.execute("PRAGMA journal_mode = " + options.getJournalMode());
      statement.execute("PRAGMA synchronous = " + options.getSynchronous());
      statement.execute("PRAGMA trusted_schema = " + (options.isTrustedSchema() ? "ON" : "OFF"));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  private static SQLiteConfig config(SqliteConnectOptions options) {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(false);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(options.getBusyTimeout());
    // What a Java migration binds as a date is stored as text, as the rest of Pinion writes it.
    config.setDateClass(SQLiteConfig.DateClass.TEXT.getValue());
    if (options.getOpenMode() != OpenMode.CREATE) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    return config;
  }
}

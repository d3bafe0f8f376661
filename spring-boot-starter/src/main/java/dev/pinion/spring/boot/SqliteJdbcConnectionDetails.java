package dev.pinion.spring.boot;

import dev.pinion.sqlclient.SqliteConnectOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.sqlite.SQLiteConfig;

/** The same file with the same pragmas, by a JDBC URL. */
final class SqliteJdbcConnectionDetails implements JdbcConnectionDetails {

  private final String url;

  SqliteJdbcConnectionDetails(SqliteConnectOptions options) {
    if (options.isInMemory()) {
      throw new IllegalStateException("JDBC connections cannot see a database in memory that is Pinion's: each has one "
          + "of its own. Use a file in pinion.sqlite.path, or give JDBC a database by spring.datasource.url");
    }
    this.url = options.toJdbcUrl() + parameters(options);
  }

  @Override
  public String getUsername() {
    return null;
  }

  @Override
  public String getPassword() {
    return null;
  }

  @Override
  public String getJdbcUrl() {
    return url;
  }

  @Override
  public String getDriverClassName() {
    return "org.sqlite.JDBC";
  }

  private static String parameters(SqliteConnectOptions options) {
    Map<String, Object> parameters = new LinkedHashMap<>(options.getPragmas());
    parameters.put("journal_mode", options.getJournalMode());
    parameters.put("synchronous", options.getSynchronous());
    parameters.put("foreign_keys", options.isForeignKeys() ? "on" : "off");
    parameters.put("busy_timeout", options.getBusyTimeout());
    parameters.put("transaction_mode", options.getTransactionMode());
    // sqlite-jdbc takes a parameter that it does not know for a part of the file's name.
    Set<String> known = Arrays.stream(SQLiteConfig.Pragma.values())
        .map(SQLiteConfig.Pragma::getPragmaName).collect(Collectors.toSet());
    parameters.keySet().retainAll(known);
    return parameters.entrySet().stream().map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining("&", "?", ""));
  }
}

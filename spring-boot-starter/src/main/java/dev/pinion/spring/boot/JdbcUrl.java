package dev.pinion.spring.boot;

import dev.pinion.sqlclient.SqliteConnectOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The same file with the same options, by a URL. */
final class JdbcUrl {

  private JdbcUrl() {
  }

  static String of(SqliteConnectOptions options) {
    if (options.isInMemory()) {
      throw new IllegalStateException("JDBC connections cannot see a database in memory that is Pinion's: each has one "
          + "of its own. Use a file in pinion.sqlite.path, or give JDBC a database by spring.datasource.url");
    }
    Map<String, Object> parameters = new LinkedHashMap<>(options.getPragmas());
    parameters.put("mode", options.getOpenMode().parameter());
    parameters.put("transaction_mode", options.getTransactionMode());
    parameters.put("journal_mode", options.getJournalMode());
    parameters.put("synchronous", options.getSynchronous());
    parameters.put("foreign_keys", options.isForeignKeys() ? "on" : "off");
    parameters.put("trusted_schema", options.isTrustedSchema() ? "on" : "off");
    parameters.put("busy_timeout", options.getBusyTimeout());
    parameters.put("write_gate_timeout", options.getWriteGateTimeout());
    return parameters.entrySet().stream().map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining("&", options.toJdbcUrl() + "?", ""));
  }
}

package dev.pinion.sqlclient;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Reads {@code sqlite:} and {@code jdbc:sqlite:} URLs into options: everything up to {@code ?} is the path as it
 * stands, nothing is decoded, so that a URL means the same file here and in sqlite-jdbc.
 */
final class SqliteUri {

  private static final String EXPECTED = "expected sqlite:app.db, sqlite:///absolute/app.db, sqlite::memory: or "
      + "jdbc:sqlite:app.db, each with ?parameter=value&… if need be";

  private static final Map<String, BiConsumer<SqliteConnectOptions, String>> PARAMETERS = Map.ofEntries(
      Map.entry("mode", (options, value) -> options.setOpenMode(OpenMode.ofParameter(value))),
      Map.entry("transaction_mode", (options, value) -> options.setTransactionMode(word(TransactionMode.class, value))),
      Map.entry("journal_mode", (options, value) -> options.setJournalMode(word(JournalMode.class, value))),
      Map.entry("synchronous", (options, value) -> options.setSynchronous(word(Synchronous.class, value))),
      Map.entry("durability", (options, value) -> options.setDurability(word(Durability.class, value))),
      Map.entry("group_commit_size", (options, value) -> options.setGroupCommitSize(number(value, "writes"))),
      Map.entry("group_commit_delay", (options, value) -> options.setGroupCommitDelay(number(value, "microseconds"))),
      Map.entry("foreign_keys", (options, value) -> options.setForeignKeys(flag(value))),
      Map.entry("trusted_schema", (options, value) -> options.setTrustedSchema(flag(value))),
      Map.entry("busy_timeout", (options, value) -> options.setBusyTimeout(number(value))),
      Map.entry("write_gate_timeout", (options, value) -> options.setWriteGateTimeout(number(value))),
      Map.entry("statement_timeout", (options, value) -> options.setStatementTimeout(number(value))),
      Map.entry("transaction_timeout", (options, value) -> options.setTransactionTimeout(number(value))),
      Map.entry("slow_statement_threshold", (options, value) -> options.setSlowStatementThreshold(number(value))));

  private SqliteUri() {
  }

  static boolean matches(String uri) {
    return uri != null && afterScheme(uri) != null;
  }

  static SqliteConnectOptions parse(String uri) {
    if (uri == null || uri.isBlank()) {
      throw new IllegalArgumentException("No SQLite URL was given: " + EXPECTED);
    }
    String rest = afterScheme(uri);
    if (rest == null) {
      throw new IllegalArgumentException("'" + uri + "' is not a SQLite URL: " + EXPECTED);
    }
    int question = rest.indexOf('?');
    SqliteConnectOptions options = new SqliteConnectOptions();
    try {
      options.setPath(path(question < 0 ? rest : rest.substring(0, question)));
      if (question >= 0) {
        parameters(options, rest.substring(question + 1));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Bad SQLite URL '" + uri + "': " + e.getMessage(), e);
    }
    return options;
  }

  /** Sets one option by its parameter name, as URLs and {@code SqlConnectOptions.getProperties()} name it. */
  static void apply(SqliteConnectOptions options, String name, String value) {
    String key = name.toLowerCase(Locale.ROOT);
    BiConsumer<SqliteConnectOptions, String> setter = PARAMETERS.get(key);
    if (setter != null) {
      try {
        setter.accept(options, value);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("parameter " + name + ": " + e.getMessage(), e);
      }
    } else if (Pragmas.isKnown(key)) {
      options.addPragma(key, value);
    } else {
      TreeSet<String> known = new TreeSet<>(PARAMETERS.keySet());
      known.addAll(Pragmas.known());
      throw new IllegalArgumentException("parameter '" + name + "' is not known; known are " + known);
    }
  }

  private static String afterScheme(String uri) {
    String lower = uri.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:sqlite:")) {
      return uri.substring("jdbc:sqlite:".length());
    }
    return lower.startsWith("sqlite:") ? uri.substring("sqlite:".length()) : null;
  }

  private static String path(String text) {
    String path = text.startsWith("file:") ? text.substring("file:".length()) : text;
    if (path.startsWith("//")) {
      String afterHost = path.substring(2);
      if (!afterHost.startsWith("/")) {
        throw new IllegalArgumentException("a SQLite file has no host; write three slashes before an absolute path "
            + "(sqlite:///data/app.db) and none before a relative one (sqlite:app.db)");
      }
      path = afterHost;
    }
    if (path.isBlank()) {
      throw new IllegalArgumentException("it names no file; " + EXPECTED);
    }
    if (path.startsWith(":") && !path.equals(SqliteConnectOptions.MEMORY)) {
      throw new IllegalArgumentException("'" + path + "' is not a path; the in-memory database is called :memory:");
    }
    return path;
  }

  private static void parameters(SqliteConnectOptions options, String query) {
    for (String parameter : query.split("&")) {
      if (!parameter.isEmpty()) {
        int equals = parameter.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException("parameter '" + parameter + "' has no value");
        }
        apply(options, parameter.substring(0, equals), parameter.substring(equals + 1));
      }
    }
  }

  private static <E extends Enum<E>> E word(Class<E> type, String value) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("'" + value + "' is none of " + List.of(type.getEnumConstants()));
  }

  private static boolean flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "on", "true", "yes", "1" -> true;
      case "off", "false", "no", "0" -> false;
      default -> throw new IllegalArgumentException("'" + value + "' is neither on nor off");
    };
  }

  private static int number(String value) {
    return number(value, "milliseconds");
  }

  private static int number(String value, String unit) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + value + "' is not a number of " + unit, e);
    }
  }
}

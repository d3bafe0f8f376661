package dev.pinion.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A SQLite URL in parts: the path as it stands, nothing is decoded, and the parameters with their defaults, checked.
 *
 * @param path a path in the file system, or {@code :memory:}
 * @param parameters all parameters but the pragmas, by name
 * @param pragmas the pragmas, in the order in which they are set
 */
record SqliteUrl(String path, Map<String, String> parameters, Map<String, String> pragmas) {

  static final String MEMORY = ":memory:";

  private static final String EXPECTED = "expected jdbc:sqlite:app.db, sqlite:///absolute/app.db or sqlite::memory:, "
      + "with ?parameter=value&… if need be";

  private static final Map<String, Set<String>> WORDS = Map.of(
      "mode", Set.of("ro", "rw", "rwc"),
      "transaction_mode", Set.of("deferred", "immediate", "exclusive"),
      "journal_mode", Set.of("delete", "truncate", "persist", "memory", "wal"),
      "synchronous", Set.of("off", "normal", "full", "extra"),
      "foreign_keys", Set.of("on", "off"),
      "trusted_schema", Set.of("on", "off"));

  private static final Map<String, String> DEFAULTS = Map.of(
      "mode", "rwc",
      "transaction_mode", "immediate",
      "journal_mode", "wal",
      "synchronous", "full",
      "foreign_keys", "on",
      "trusted_schema", "off",
      "busy_timeout", "5000",
      "write_gate_timeout", "60000");

  /** The same that the Vert.x driver takes (pragma.html). */
  private static final Set<String> PRAGMAS = Set.of(
      "analysis_limit", "auto_vacuum", "automatic_index", "cache_size", "cache_spill", "cell_size_check",
      "checkpoint_fullfsync", "fullfsync", "hard_heap_limit", "ignore_check_constraints", "journal_size_limit",
      "max_page_count", "mmap_size", "page_size", "recursive_triggers", "reverse_unordered_selects",
      "secure_delete", "soft_heap_limit", "temp_store", "threads", "wal_autocheckpoint");

  /** A pragma takes no bound value, so only what needs no quoting is let through. */
  private static final Pattern PLAIN_VALUE = Pattern.compile("[A-Za-z0-9_.+-]+");

  static SqliteUrl parse(String url) {
    String rest = url == null ? null : afterScheme(url);
    if (rest == null) {
      throw new IllegalArgumentException("'" + url + "' is not a SQLite URL: " + EXPECTED);
    }
    int question = rest.indexOf('?');
    try {
      SqliteUrl parsed = new SqliteUrl(path(question < 0 ? rest : rest.substring(0, question)),
          new LinkedHashMap<>(DEFAULTS), new LinkedHashMap<>());
      if (question >= 0) {
        parsed.readParameters(rest.substring(question + 1));
      }
      return parsed;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Bad SQLite URL '" + url + "': " + e.getMessage(), e);
    }
  }

  boolean isInMemory() {
    return path.equals(MEMORY);
  }

  boolean isReadOnly() {
    return get("mode").equals("ro");
  }

  String get(String parameter) {
    return parameters.get(parameter);
  }

  int milliseconds(String parameter) {
    return Integer.parseInt(get(parameter));
  }

  private static String afterScheme(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:sqlite:")) {
      return url.substring("jdbc:sqlite:".length());
    }
    return lower.startsWith("sqlite:") ? url.substring("sqlite:".length()) : null;
  }

  private static String path(String text) {
    String path = text.startsWith("file:") ? text.substring("file:".length()) : text;
    if (path.startsWith("//")) {
      path = path.substring(2);
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("a SQLite file has no host; write three slashes before an absolute path "
            + "(sqlite:///data/app.db) and none before a relative one (jdbc:sqlite:app.db)");
      }
    }
    if (path.isBlank()) {
      throw new IllegalArgumentException("it names no file; " + EXPECTED);
    }
    if (path.startsWith(":") && !path.equals(MEMORY)) {
      throw new IllegalArgumentException("'" + path + "' is not a path; the database in memory is called :memory:");
    }
    return path;
  }

  private void readParameters(String query) {
    for (String parameter : query.split("&")) {
      if (!parameter.isEmpty()) {
        int equals = parameter.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException("parameter '" + parameter + "' has no value");
        }
        read(parameter.substring(0, equals).toLowerCase(Locale.ROOT), parameter.substring(equals + 1));
      }
    }
  }

  private void read(String name, String value) {
    if (WORDS.containsKey(name)) {
      parameters.put(name, word(name, value.toLowerCase(Locale.ROOT)));
    } else if (DEFAULTS.containsKey(name)) {
      parameters.put(name, number(name, value));
    } else if (!PRAGMAS.contains(name)) {
      Set<String> known = new TreeSet<>(DEFAULTS.keySet());
      known.addAll(PRAGMAS);
      throw new IllegalArgumentException("parameter '" + name + "' is not known; known are " + known);
    } else if (!PLAIN_VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("pragma " + name + " takes a number or a word, not '" + value + "'");
    } else {
      pragmas.put(name, value);
    }
  }

  private static String word(String name, String value) {
    Set<String> known = WORDS.get(name);
    String word = value;
    if (known.contains("on") && !known.contains(value)) {
      word = switch (value) {
        case "true", "yes", "1" -> "on";
        case "false", "no", "0" -> "off";
        default -> value;
      };
    }
    if (!known.contains(word)) {
      throw new IllegalArgumentException(
          "parameter " + name + ": '" + value + "' is none of " + List.copyOf(new TreeSet<>(known)));
    }
    return word;
  }

  private static String number(String name, String value) {
    try {
      if (Integer.parseInt(value) >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("parameter " + name + ": '" + value + "' is not a number of milliseconds", e);
    }
    throw new IllegalArgumentException("parameter " + name + " must not be negative: " + value);
  }
}

package dev.pinion.sqlclient.engine;

import dev.pinion.storage.gate.SqlText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code PRAGMA} statement (pragma.html).
 *
 * @param name the pragma, in lower case; empty if the statement is written in a way that is not understood here
 * @param value what it is given, or null
 */
record Pragma(String name, String value) {

  private static final Pattern STATEMENT = Pattern.compile(
      "pragma\\s+(?:[\\w\"`\\[\\]]+\\s*\\.\\s*)?(\\w+)\\s*(?:=\\s*(.*?)|\\(\\s*(.*?)\\s*\\))?\\s*;?\\s*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Those whose value is a question, or that change the file and not the connection. */
  private static final Set<String> LEAVE_NO_TRACE = Set.of("table_info", "table_xinfo", "table_list", "index_list",
      "index_info", "index_xinfo", "foreign_key_list", "foreign_key_check", "integrity_check", "quick_check",
      "wal_checkpoint", "optimize", "incremental_vacuum", "user_version", "application_id");

  /** The statement as a pragma, or null if it is another one. */
  static Pragma of(String sql) {
    if (!SqlText.firstWord(sql).equals("PRAGMA")) {
      return null;
    }
    Matcher matcher = STATEMENT.matcher(sql.substring(SqlText.skipBlanks(sql)));
    if (!matcher.matches()) {
      return new Pragma("", sql);
    }
    String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
    return new Pragma(matcher.group(1).toLowerCase(Locale.ROOT), value);
  }

  /** Whether it changes how the connection behaves from now on. */
  boolean changesConnection() {
    return value != null && !LEAVE_NO_TRACE.contains(name);
  }
}

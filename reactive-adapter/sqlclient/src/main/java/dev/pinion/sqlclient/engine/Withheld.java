package dev.pinion.sqlclient.engine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the values of parameters out of messages. Nearly all of SQLite's texts name only what the schema and the SQL
 * name; those few that repeat a value are known, and what they repeat is left out unless the SQL says it anyway.
 */
final class Withheld {

  private static final Pattern REPEATS_A_VALUE = Pattern.compile("(?s)(?:bad JSON path: '(.*)'"
      + "|no such column: (.*)"
      + "|malformed MATCH expression: \\[(.*)]"
      + "|fts5: syntax error near \"(.*)\""
      + "|unknown special query: (.*)"
      + "|no such (?:database|vfs|access mode|cache mode): (.*)"
      + "|access mode not allowed: (.*)"
      + "|invalid uri authority: (.*)"
      + "|database (.*) is already in use"
      + "|unable to open database: (.*))");

  private static final String WITHHELD = "(not shown, because it is not in the SQL and may be a parameter's value)";

  private Withheld() {
  }

  /** The text without values, the same if it has none. */
  static String in(String text, String sql) {
    if (sql == null) {
      return text;
    }
    Matcher repeated = REPEATS_A_VALUE.matcher(text);
    if (!repeated.matches()) {
      return text;
    }
    for (int group = 1; group <= repeated.groupCount(); group++) {
      if (repeated.group(group) != null && !isIn(sql, repeated.group(group))) {
        return text.substring(0, repeated.start(group)) + WITHHELD + text.substring(repeated.end(group));
      }
    }
    return text;
  }

  /** Names may be quoted part by part in the SQL, and in another letter case. */
  private static boolean isIn(String sql, String value) {
    String lowerSql = sql.toLowerCase(Locale.ROOT);
    String lowerValue = value.toLowerCase(Locale.ROOT);
    if (lowerSql.contains(lowerValue)) {
      return true;
    }
    for (String part : lowerValue.replace("\"", "").split("\\.")) {
      if (!lowerSql.contains(part)) {
        return false;
      }
    }
    return true;
  }
}

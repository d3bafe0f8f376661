package dev.pinion.storage.gate;

import java.util.Locale;
import java.util.Set;

/** What stands at the beginning of a statement; looked at once for each statement that is compiled. */
public final class SqlText {

  private static final Set<String> READING = Set.of("SELECT", "VALUES", "EXPLAIN");
  private static final Set<String> CHANGING_ROWS = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE", "WITH");

  private SqlText() {
  }

  /**
   * Whether a statement reads and nothing else, as far as its first word tells.
   *
   * @param sql a statement
   * @return true for queries; false also for a {@code WITH} in front of a query
   */
  public static boolean isQuery(String sql) {
    return READING.contains(firstWord(sql));
  }

  /**
   * Whether a statement may change rows and does nothing else, as far as its first word tells.
   *
   * @param sql a statement
   * @return true also for a {@code WITH} in front of a query
   */
  public static boolean changesRows(String sql) {
    return CHANGING_ROWS.contains(firstWord(sql));
  }

  /**
   * Whether a statement reads or changes rows and nothing else, as far as its first word tells; neither the schema nor
   * transactions nor the connection.
   *
   * @param sql a statement
   * @return false for pragmas, schema changes, transaction control and the like
   */
  public static boolean isOnRows(String sql) {
    String word = firstWord(sql);
    return READING.contains(word) || CHANGING_ROWS.contains(word);
  }

  /**
   * The first word in upper case, blanks and comments skipped.
   *
   * @param sql a statement
   * @return for example {@code SELECT}; empty if there is none
   */
  public static String firstWord(String sql) {
    int start = skipBlanks(sql);
    int end = start;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return sql.substring(start, end).toUpperCase(Locale.ROOT);
  }

  /**
   * Where the first thing stands that is neither blank nor comment (lang_comment.html).
   *
   * @param sql a statement
   * @return its index, or the length of the text
   */
  public static int skipBlanks(String sql) {
    int position = 0;
    while (position < sql.length()) {
      if (Character.isWhitespace(sql.charAt(position))) {
        position++;
      } else if (sql.startsWith("--", position)) {
        position = after(sql, "\n", position);
      } else if (sql.startsWith("/*", position)) {
        position = after(sql, "*/", position + 2);
      } else {
        return position;
      }
    }
    return position;
  }

  private static int after(String sql, String end, int from) {
    int at = sql.indexOf(end, from);
    return at < 0 ? sql.length() : at + end.length();
  }
}

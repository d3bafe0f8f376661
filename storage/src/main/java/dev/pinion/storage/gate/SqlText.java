package dev.pinion.storage.gate;

import java.util.Locale;

/** What stands at the beginning of a statement; looked at once for each statement that is compiled. */
public final class SqlText {

  private SqlText() {
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

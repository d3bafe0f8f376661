package dev.pinion.sqlclient.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits SQL text into its statements. A semicolon ends a statement unless it stands in a string, a quoted name, a
 * comment, or in the body of a {@code CREATE TRIGGER}, which ends with {@code ; END} (lang_createtrigger.html).
 */
final class SqlScript {

  private final String text;
  private final List<String> statements = new ArrayList<>();
  private int position;
  private int start;
  private int words;
  private boolean empty = true;
  private boolean createSeen;
  private boolean inTrigger;
  private String lastToken = "";
  private String tokenBeforeLast = "";

  private SqlScript(String text) {
    this.text = text;
  }

  /** The statements without their semicolons; those that consist of blanks and comments are left out. */
  static List<String> split(String text) {
    return new SqlScript(text).split();
  }

  private List<String> split() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (Character.isWhitespace(c)) {
        position++;
      } else if (text.startsWith("--", position)) {
        skipTo("\n");
      } else if (text.startsWith("/*", position)) {
        position += 2;
        skipTo("*/");
      } else if (c == ';') {
        semicolon();
      } else {
        token(c);
      }
    }
    endStatement(text.length());
    return statements;
  }

  private void token(char c) {
    empty = false;
    int from = position;
    if (c == '\'' || c == '"' || c == '`') {
      position++;
      skipQuoted(c);
    } else if (c == '[') {
      skipTo("]");
    } else if (isWordPart(c)) {
      while (position < text.length() && isWordPart(text.charAt(position))) {
        position++;
      }
      word(text.substring(from, position).toUpperCase(Locale.ROOT));
      return;
    } else {
      position++;
    }
    words++;
    remember("");
  }

  private void word(String word) {
    words++;
    if (words == 1) {
      createSeen = word.equals("CREATE");
      if (word.equals("EXPLAIN")) {
        words = 0;
      }
    } else if (createSeen && words <= 3 && word.equals("TRIGGER")) {
      inTrigger = true;
    } else if (words <= 2 && !createSeen && (word.equals("QUERY") || word.equals("PLAN"))) {
      words = 0;
    }
    remember(word);
  }

  private void semicolon() {
    if (inTrigger && !(lastToken.equals("END") && tokenBeforeLast.equals(";"))) {
      remember(";");
      position++;
      return;
    }
    endStatement(position);
    position++;
    start = position;
  }

  private void endStatement(int end) {
    if (!empty) {
      statements.add(text.substring(start, end).strip());
    }
    empty = true;
    words = 0;
    createSeen = false;
    inTrigger = false;
    remember("");
  }

  private void remember(String token) {
    tokenBeforeLast = lastToken;
    lastToken = token;
  }

  private void skipQuoted(char quote) {
    while (position < text.length()) {
      if (text.charAt(position++) == quote) {
        if (position == text.length() || text.charAt(position) != quote) {
          return;
        }
        position++;
      }
    }
  }

  private void skipTo(String end) {
    int at = text.indexOf(end, position);
    position = at < 0 ? text.length() : at + end.length();
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}

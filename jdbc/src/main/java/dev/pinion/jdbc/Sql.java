package dev.pinion.jdbc;

import dev.pinion.storage.gate.SqlText;

/**
 * The text of an execution, and what must be known of it at once.
 *
 * @param text what is run
 * @param several whether it may be more than one statement, all of which are run
 */
record Sql(String text, boolean several) {

  /** One statement; SQLite leaves out what follows it. */
  static Sql one(String text) {
    return new Sql(text, false);
  }

  /** All the statements of a text. */
  static Sql all(String text) {
    int semicolon = text.indexOf(';');
    return new Sql(text, semicolon >= 0 && !text.substring(semicolon + 1).isBlank());
  }

  boolean changesSchema() {
    return several || switch (SqlText.firstWord(text)) {
      case "CREATE", "ALTER", "DROP" -> true;
      default -> false;
    };
  }

  boolean endsOrBegins() {
    return several || switch (SqlText.firstWord(text)) {
      case "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE" -> true;
      default -> false;
    };
  }
}

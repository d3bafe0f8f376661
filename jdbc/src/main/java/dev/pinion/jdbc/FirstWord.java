package dev.pinion.jdbc;

import dev.pinion.storage.gate.SqlText;

/** What the first word of a statement tells, which must be known of every statement and be known at once. */
record FirstWord(String text) {

  static FirstWord of(String sql) {
    return new FirstWord(SqlText.firstWord(sql));
  }

  boolean changesSchema() {
    return switch (text) {
      case "CREATE", "ALTER", "DROP" -> true;
      default -> false;
    };
  }

  boolean endsOrBegins() {
    return switch (text) {
      case "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE" -> true;
      default -> false;
    };
  }
}

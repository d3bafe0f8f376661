package dev.pinion.hibernate.reactive.impl;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Foreign keys of tables that are not mapped, to tables that were created anew with other keys. Other databases drop
 * them with the table ({@code cascade}); SQLite keeps them, and fails to prepare each change of the new table
 * (foreignkeys.html, section 3).
 */
final class OutdatedKeys {

  /** Each table with a foreign key to another, once for each of those. */
  static final String REFERENCES = "select distinct child.name, child.sql, parent.\"table\""
      + " from sqlite_schema child, pragma_foreign_key_list(child.name) parent where child.type = 'table'";

  private static final String LIST = "\\s*\\((?:\"(?:[^\"]|\"\")*\"|[^\")])*\\)";
  private static final String ACTIONS =
      "(?:\\s+on\\s+(?:delete|update)\\s+(?:cascade|restrict|no\\s+action|set\\s+(?:null|default)))*"
          + "(?:\\s+(?:not\\s+)?deferrable(?:\\s+initially\\s+(?:deferred|immediate))?)?";

  private OutdatedKeys() {
  }

  /** Whether the reference may be outdated: from a table that was left alone to one that was created. */
  static boolean isSuspect(String child, String parent, Set<String> created) {
    return created.contains(parent.toLowerCase(Locale.ROOT)) && !created.contains(child.toLowerCase(Locale.ROOT));
  }

  /** The definition of a table without its foreign keys to another, as far as they stand in clauses of their own. */
  static String without(String definition, String parent) {
    String name = "(?:\"" + Pattern.quote(parent.replace("\"", "\"\"")) + "\"|" + Pattern.quote(parent) + ")";
    return Pattern.compile("(?is),\\s*(?:constraint\\s+" + NamedTable.NAME + "\\s+)?foreign\\s+key" + LIST
        + "\\s*references\\s+" + name + "(?:" + LIST + ")?" + ACTIONS).matcher(definition).replaceAll("");
  }

  /**
   * Replaces the definition of a table where SQLite keeps it, as its documentation does to remove a foreign key
   * (lang_altertable.html, section 7).
   */
  static List<String> replacement(String table, String definition) {
    return List.of("pragma writable_schema = on",
        "update sqlite_schema set sql = " + literal(definition) + " where type = 'table' and name = " + literal(table),
        "pragma writable_schema = reset");
  }

  private static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}

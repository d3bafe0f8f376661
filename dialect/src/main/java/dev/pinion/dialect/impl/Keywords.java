package dev.pinion.dialect.impl;

import java.util.Set;

/**
 * SQLite's words that are no names (lang_keywords.html). The words that only begin or shape a statement, such as
 * {@code key}, {@code plan} or {@code view}, are missing: SQLite takes them as names, and a column may have them.
 */
public final class Keywords {

  /** In lower case: the words that need quotes as a name, then those that mean something inside an expression. */
  public static final Set<String> ALL = Set.of(("add all alter and as autoincrement between case cast check collate"
      + " commit constraint create cross current_date current_time current_timestamp default deferrable delete distinct"
      + " drop else escape except exists foreign from full glob group having if in index indexed inner insert intersect"
      + " into is isnull join left like limit match natural not nothing notnull null on or order outer primary raise"
      + " references regexp returning right select set table then to transaction union unique update using values when"
      + " where"
      + " asc by current desc end exclude filter first following groups last materialized no nulls of offset others"
      + " over partition preceding range recursive row rows ties unbounded window with within without").split(" "));

  private Keywords() {
  }
}

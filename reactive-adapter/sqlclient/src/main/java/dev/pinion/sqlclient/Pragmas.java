package dev.pinion.sqlclient;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The pragmas that a connection may be given by name and value beyond those that have an option of their own
 * (pragma.html).
 */
final class Pragmas {

  private static final Set<String> KNOWN = new TreeSet<>(Set.of(
      "analysis_limit", "auto_vacuum", "automatic_index", "cache_size", "cache_spill", "cell_size_check",
      "checkpoint_fullfsync", "fullfsync", "hard_heap_limit", "ignore_check_constraints", "journal_size_limit",
      "max_page_count", "mmap_size", "page_size", "recursive_triggers", "reverse_unordered_selects",
      "secure_delete", "soft_heap_limit", "temp_store", "threads", "wal_autocheckpoint"));

  /** A pragma takes no bound value, so only what needs no quoting is let through. */
  private static final Pattern PLAIN_VALUE = Pattern.compile("[A-Za-z0-9_.+-]+");

  private Pragmas() {
  }

  static boolean isKnown(String name) {
    return KNOWN.contains(name.toLowerCase(Locale.ROOT));
  }

  static Set<String> known() {
    return KNOWN;
  }

  static String checkName(String name) {
    if (!isKnown(name)) {
      throw new IllegalArgumentException("Pragma '" + name + "' is not one that a connection can be given: " + KNOWN);
    }
    return name.toLowerCase(Locale.ROOT);
  }

  static String checkValue(String name, String value) {
    if (value == null || !PLAIN_VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("Pragma " + name + " takes a number or a word, not '" + value + "'");
    }
    return value;
  }
}

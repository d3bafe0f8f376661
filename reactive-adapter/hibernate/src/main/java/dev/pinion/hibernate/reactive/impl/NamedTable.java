package dev.pinion.hibernate.reactive.impl;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table that a command creates or drops.
 *
 * @param schema with a dot, or empty
 * @param name as it is written
 */
record NamedTable(String schema, String name) {

  static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[^\\s(.]+)";
  private static final Pattern CREATE = pattern("create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?");
  private static final Pattern DROP = pattern("drop\\s+table\\s+(?:if\\s+exists\\s+)?");

  private static Pattern pattern(String verb) {
    return Pattern.compile("(?is)\\s*" + verb + "((?:" + NAME + "\\.)?)(" + NAME + ").*");
  }

  static Optional<NamedTable> created(String command) {
    return named(CREATE, command);
  }

  static Optional<NamedTable> dropped(String command) {
    return named(DROP, command);
  }

  private static Optional<NamedTable> named(Pattern pattern, String command) {
    Matcher matcher = pattern.matcher(command);
    return matcher.matches() ? Optional.of(new NamedTable(matcher.group(1), matcher.group(2))) : Optional.empty();
  }

  /** As it is compared: without quotes, in lower case. */
  String plainName() {
    String plain = name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    return plain.toLowerCase(Locale.ROOT);
  }
}

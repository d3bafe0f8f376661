package dev.pinion.hibernate.reactive.impl;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table that a command creates.
 *
 * @param schema with a dot, or empty
 * @param name as it is written
 */
record CreatedTable(String schema, String name) {

  static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[^\\s(.]+)";
  private static final Pattern CREATE_TABLE = Pattern.compile(
      "(?is)\\s*create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?((?:" + NAME + "\\.)?)(" + NAME + ").*");

  static Optional<CreatedTable> created(String command) {
    Matcher create = CREATE_TABLE.matcher(command);
    return create.matches() ? Optional.of(new CreatedTable(create.group(1), create.group(2))) : Optional.empty();
  }

  /** As it is compared: without quotes, in lower case. */
  String plainName() {
    String plain = name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    return plain.toLowerCase(Locale.ROOT);
  }
}

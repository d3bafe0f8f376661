package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqliteFunction;
import dev.pinion.sqlclient.SqliteFunction.Trait;
import dev.pinion.sqlclient.engine.Command;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what a user wants to make a function of SQL, and lets it give any value that has a stored form. */
final class Functions {

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  /** The limits of SQLite (c3ref/create_function.html). */
  private static final int MAX_NAME_BYTES = 255;
  private static final int MAX_ARGUMENTS = 127;

  private Functions() {
  }

  static Command<Void> create(String name, int arguments, SqliteFunction function, Trait... traits) {
    Objects.requireNonNull(function, "function");
    if (name == null || !NAME.matcher(name).matches()
        || name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
      throw new IllegalArgumentException("'" + name + "' is not a name of a function: it begins with a letter or _, "
          + "goes on with letters, digits, _ or $, and has at most " + MAX_NAME_BYTES + " bytes");
    }
    if (arguments < -1 || arguments > MAX_ARGUMENTS) {
      throw new IllegalArgumentException("The function " + name + " cannot take " + arguments + " arguments: 0 to "
          + MAX_ARGUMENTS + ", or -1 for any number");
    }
    Set<Trait> all = EnumSet.noneOf(Trait.class);
    all.addAll(List.of(traits));
    if (all.contains(Trait.INNOCUOUS) && all.contains(Trait.DIRECT_ONLY)) {
      throw new IllegalArgumentException("The function " + name + " is either INNOCUOUS or DIRECT_ONLY, not both");
    }
    return new Command.CreateFunction(name, arguments, all, values -> Parameters.stored(function.call(values)));
  }
}

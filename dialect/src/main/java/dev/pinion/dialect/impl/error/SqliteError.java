package dev.pinion.dialect.impl.error;

import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * The result code of an exception (rescode.html) by name, and what SQLite itself said.
 *
 * <p>sqlite-jdbc keeps only the primary code as a number and writes the extended one into the message, as
 * {@code [SQLITE_CONSTRAINT_UNIQUE] … (UNIQUE constraint failed: t.a)}; the Vert.x driver has
 * {@code UNIQUE constraint failed: t.a [SQLITE_CONSTRAINT_UNIQUE]} and the extended number.
 *
 * @param code the name of the extended code, such as {@code SQLITE_CONSTRAINT_UNIQUE}; empty when there is none
 * @param message the exception's message, never {@code null}
 */
public record SqliteError(String code, String message) {

  private static final Pattern CODE = Pattern.compile("\\[(SQLITE_[A-Z0-9_]+)]");
  private static final Pattern CONSTRAINT =
      Pattern.compile("([A-Z]+(?: [A-Z]+)?) constraint failed: ([^\\n]*?)(?:\\)| \\[SQLITE_[A-Z0-9_]+].*)?(?:\\n|$)");

  public static SqliteError of(SQLException exception) {
    var message = exception.getMessage() == null ? "" : exception.getMessage();
    var code = CODE.matcher(message);
    return new SqliteError(code.find() ? code.group(1) : "", message);
  }

  public boolean is(String name) {
    return code.equals(name) || code.startsWith(name + '_');
  }

  /**
   * What SQLite names as violated: {@code t.a, t.b} for unique and primary keys, {@code t.a} for not null, the
   * constraint's name or else its expression for a check; {@code null} for a foreign key, where it names nothing.
   */
  String constraint() {
    var constraint = CONSTRAINT.matcher(message);
    return constraint.find() ? constraint.group(2) : null;
  }
}

package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteConstraint;
import dev.pinion.sqlclient.SqliteConstraint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;

/**
 * Reads what SQLite says of a violated constraint: {@code UNIQUE constraint failed: t.a, t.b}, {@code NOT NULL
 * constraint failed: t.a}, {@code CHECK constraint failed: name or expression}, {@code UNIQUE constraint failed: index
 * 'i'}, {@code cannot store TEXT value in INT column t.a}. Names are not quoted in it.
 */
final class ConstraintText {

  private static final Pattern FAILED =
      Pattern.compile("(?s)(NOT NULL|UNIQUE|CHECK|FOREIGN KEY) constraint failed: (.*)");
  private static final Pattern STRICT = Pattern.compile("(?s)cannot store \\w+ value in \\w+ column (.*)");
  private static final Pattern INDEX = Pattern.compile("(?s)index '(.*)'");

  private ConstraintText() {
  }

  /** The violated constraint, or null if the error is another. */
  static SqliteConstraint parse(SQLiteErrorCode code, String text, String sql) {
    if ((code.code & 0xFF) != SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
      return null;
    }
    Kind kind = kind(code, text);
    Matcher named = (kind == Kind.DATATYPE ? STRICT : FAILED).matcher(text);
    if (kind == Kind.TRIGGER || !named.matches()) {
      return new SqliteConstraint(kind, null, List.of(), null);
    }
    String violated = named.group(named.groupCount());
    Matcher index = INDEX.matcher(violated);
    if (kind == Kind.CHECK) {
      return new SqliteConstraint(kind, null, List.of(), violated);
    } else if (index.matches()) {
      return new SqliteConstraint(kind, null, List.of(), index.group(1).replace("''", "'"));
    }
    return columns(kind, violated, sql);
  }

  private static Kind kind(SQLiteErrorCode code, String text) {
    return switch (code) {
      case SQLITE_CONSTRAINT_NOTNULL -> Kind.NOT_NULL;
      case SQLITE_CONSTRAINT_FOREIGNKEY -> Kind.FOREIGN_KEY;
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID -> Kind.UNIQUE;
      case SQLITE_CONSTRAINT_PRIMARYKEY -> Kind.PRIMARY_KEY;
      case SQLITE_CONSTRAINT_CHECK -> Kind.CHECK;
      case SQLITE_CONSTRAINT_TRIGGER -> Kind.TRIGGER;
      case SQLITE_CONSTRAINT_DATATYPE -> Kind.DATATYPE;
      // Virtual tables, for example R*Trees, have only the text to tell it.
      default -> text.startsWith("UNIQUE constraint failed: ") ? Kind.UNIQUE : Kind.OTHER;
    };
  }

  private static SqliteConstraint columns(Kind kind, String violated, String sql) {
    int dot = endOfTable(violated, sql);
    if (dot < 0) {
      return new SqliteConstraint(kind, null, List.of(), null);
    }
    String table = violated.substring(0, dot);
    List<String> columns = new ArrayList<>();
    String separator = ", " + table + ".";
    int from = dot + 1;
    for (int next = violated.indexOf(separator, from); next >= 0; next = violated.indexOf(separator, from)) {
      columns.add(violated.substring(from, next));
      from = next + separator.length();
    }
    columns.add(violated.substring(from));
    return new SqliteConstraint(kind, table, columns, null);
  }

  /** A table whose name has a dot stands in quotes in the statement. */
  private static int endOfTable(String violated, String sql) {
    int first = violated.indexOf('.');
    for (int dot = violated.lastIndexOf('.'); dot > first && sql != null; dot = violated.lastIndexOf('.', dot - 1)) {
      String table = violated.substring(0, dot);
      if (sql.contains('"' + table + '"') || sql.contains('`' + table + '`') || sql.contains('[' + table + ']')) {
        return dot;
      }
    }
    return first;
  }
}

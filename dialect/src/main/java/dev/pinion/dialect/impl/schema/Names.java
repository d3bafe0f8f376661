package dev.pinion.dialect.impl.schema;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;

/**
 * Names in DDL, in quotes where they need them.
 */
public final class Names {

  private Names() {
  }

  /** The name of a constraint or an index, which Hibernate itself leaves as it was given. */
  static String quoted(String name, Dialect dialect) {
    var identifier = Identifier.toIdentifier(name);
    return identifier.isQuoted() || dialect.getKeywords().contains(identifier.getText().toLowerCase(Locale.ROOT))
        ? dialect.toQuotedIdentifier(identifier.getText())
        : identifier.getText();
  }

  /** The name of a column as SQLite knows it: Hibernate's own has the quotes in it doubled, as they are in SQL. */
  public static String plain(Column column) {
    return column.isQuoted() ? plain(column.getName()) : column.getName();
  }

  /** What stands between the quotes of SQL, without its doubled quotes. */
  public static String plain(String quotedName) {
    return quotedName.replace("\"\"", "\"");
  }

  /** The names of columns in parentheses. */
  static String list(Collection<Column> columns, Dialect dialect) {
    return columns.stream().map(column -> column.getQuotedName(dialect)).collect(Collectors.joining(", ", "(", ")"));
  }
}

package dev.pinion.dialect.impl.schema;

import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.type.SqlTypes;

/**
 * The definition of one column inside {@code create table} or {@code alter table}.
 */
public final class ColumnDdl {

  /** Defaults that may stand without parentheses (lang_createtable.html, section 3.2). */
  private static final Pattern PLAIN_DEFAULT = Pattern.compile(
      "(?is)\\(.*\\)|[+-]?[0-9.]+(e[+-]?[0-9]+)?|x?'([^']|'')*'|null|true|false|current_(date|time|timestamp)");

  private static final Pattern VARYING_DEFAULT = Pattern.compile("(?is)\\(.*|current_.*");

  private final Dialect dialect;

  /** The definitions of a dialect. */
  public ColumnDdl(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Whether a default may be given to rows that are there already (lang_altertable.html, section 5). */
  public static boolean isConstant(String defaultValue) {
    var value = defaultValue.strip();
    return PLAIN_DEFAULT.matcher(value).matches() && !VARYING_DEFAULT.matcher(value).matches();
  }

  /** The definition for {@code alter table add column}, which cannot compute a stored column for the rows it has. */
  public String addedColumn(Column column, Table table, Metadata metadata) {
    var sql = new StringBuilder();
    append(sql, column, " generated always as (" + column.getGeneratedAs() + ") virtual", table, metadata);
    return sql.append(AggregateChecks.of(column, dialect)).toString();
  }

  void append(StringBuilder sql, Column column, Table table, Metadata metadata) {
    append(sql, column, dialect.generatedAs(column.getGeneratedAs()), table, metadata);
  }

  private void append(StringBuilder sql, Column column, String generated, Table table, Metadata metadata) {
    sql.append(column.getQuotedName(dialect)).append(' ').append(type(column, table, metadata));
    if (column.getCollation() != null) {
      sql.append(" collate ").append(dialect.quoteCollation(column.getCollation()));
    }
    if (column.getDefaultValue() != null) {
      sql.append(" default ").append(defaultExpression(column.getDefaultValue()));
    }
    if (column.getGeneratedAs() != null) {
      sql.append(generated);
    }
    if (!column.isNullable()) {
      sql.append(" not null");
    }
    keepUnique(column, table);
    appendChecks(sql, column, metadata);
    sql.append(Comments.render(column.getComment()));
  }

  private String type(Column column, Table table, Metadata metadata) {
    var type = anyType(column, table, metadata);
    return TableOptions.of(table, metadata).isStrict() ? DeclaredType.of(type).strict() : type;
  }

  /** A key of one integer is declared so that it is the rowid itself and needs no index of its own. */
  private static String anyType(Column column, Table table, Metadata metadata) {
    boolean isOnlyKey = table.hasPrimaryKey() && table.getPrimaryKey().getColumnSpan() == 1
        && table.isPrimaryKey(column);
    if (column.isIdentity() || isOnlyKey && isInteger(column.getSqlTypeCode(metadata))
        && column.getSqlType() == null) {
      return "integer";
    }
    return column.getSqlType(metadata);
  }

  private static boolean isInteger(int sqlTypeCode) {
    return SqlTypes.isIntegral(sqlTypeCode);
  }

  /** A column that is marked unique has a key only from when it is written. */
  public static void keepUnique(Column column, Table table) {
    if (column.isUnique() && !table.isPrimaryKey(column)) {
      var name = column.getUniqueKeyName() == null
          ? "uk_" + table.getName() + '_' + column.getName() : column.getUniqueKeyName();
      table.getOrCreateUniqueKey(name).addColumn(column);
    }
  }

  private void appendChecks(StringBuilder sql, Column column, Metadata metadata) {
    if (column.getSqlTypeCode(metadata) == SqlTypes.BOOLEAN) {
      sql.append(" check (").append(column.getQuotedName(dialect)).append(" in (0,1))");
    }
    for (CheckConstraint check : column.getCheckConstraints()) {
      sql.append(constraint(check, dialect));
    }
  }

  static String constraint(CheckConstraint check, Dialect dialect) {
    return (check.isNamed() ? " constraint " + Names.quoted(check.getName(), dialect) : "")
        + " check (" + check.getConstraint() + ')';
  }

  private static String defaultExpression(String expression) {
    return PLAIN_DEFAULT.matcher(expression.strip()).matches() ? expression : '(' + expression + ')';
  }
}

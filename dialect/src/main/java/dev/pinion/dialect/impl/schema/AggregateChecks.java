package dev.pinion.dialect.impl.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.sql.Template;
import org.hibernate.type.SqlTypes;

/**
 * The constraints of columns that are parts of a JSON object, as checks of the column that holds it. Hibernate's own
 * exporter forgets the {@code and} behind an embeddable within another.
 */
final class AggregateChecks {

  private AggregateChecks() {
  }

  /** The checks of a table, each with a comma before it. */
  static String of(Table table, Dialect dialect) {
    var sql = new StringBuilder();
    for (var column : table.getColumns()) {
      var check = of(column, dialect);
      sql.append(check.isEmpty() ? "" : ',' + check);
    }
    return sql.toString();
  }

  /** The check of a column, with a blank before it; empty if it needs none. */
  static String of(Column column, Dialect dialect) {
    if (!isObject(column)) {
      return "";
    }
    var condition = condition((AggregateColumn) column, column.getQuotedName(dialect), dialect);
    return condition.isEmpty() ? "" : " check (" + condition + ')';
  }

  private static boolean isObject(Column column) {
    return column instanceof AggregateColumn
        && (column.getSqlTypeCode() == SqlTypes.JSON || column.getSqlTypeCode() == SqlTypes.STRUCT);
  }

  /** A check passes when it is null, so only what must not be null is asked for. */
  private static String condition(AggregateColumn aggregate, String read, Dialect dialect) {
    var conditions = new ArrayList<String>();
    for (var part : aggregate.getComponent().getAggregatedColumns()) {
      var partRead = part.getCustomReadExpression().replace(Template.TEMPLATE + '.', "");
      if (!part.isNullable()) {
        conditions.add(partRead + " is not null");
      }
      if (isObject(part)) {
        conditions.add(condition((AggregateColumn) part, partRead, dialect));
      } else {
        part.getCheckConstraints().forEach(check -> conditions.add(of(check, part, partRead, dialect)));
      }
    }
    conditions.removeAll(List.of(""));
    return conditions.isEmpty() ? "" : '(' + read + " is null or " + String.join(" and ", conditions) + ')';
  }

  private static String of(CheckConstraint check, Column part, String read, Dialect dialect) {
    var name = Pattern.compile("(?<![\\w\"'])" + Pattern.quote(part.getQuotedName(dialect)) + "(?![\\w\"'])");
    return '(' + name.matcher(check.getConstraint()).replaceAll(Matcher.quoteReplacement(read)) + ')';
  }
}

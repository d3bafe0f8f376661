package dev.pinion.dialect.impl.json;

import org.hibernate.dialect.aggregate.AggregateSupportImpl;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.Column;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * The columns of an embeddable that is stored as a JSON object, in SQL: read with {@code ->>}, written with
 * {@code json_set()} (json1.html, sections 4.10 and 4.7).
 */
public final class JsonAggregates extends AggregateSupportImpl {

  /** The only instance that is needed. */
  public static final JsonAggregates INSTANCE = new JsonAggregates();

  private static final int MAX_NUMBER_DIGITS = 15;

  private JsonAggregates() {
  }

  @Override
  public String aggregateComponentCustomReadExpression(String template, String placeholder, String parent,
      String columnExpression, AggregateColumn aggregateColumn, Column column) {
    refuseOthers(aggregateColumn.getTypeCode());
    var sql = JsonSql.of(column.getTypeCode());
    if (sql == JsonSql.DECIMAL && column.getPrecision() != null && column.getPrecision() <= MAX_NUMBER_DIGITS) {
      sql = JsonSql.PLAIN;
    }
    return template.replace(placeholder, '(' + sql.extract(parent, JsonSql.label(columnExpression)) + ')');
  }

  @Override
  public String aggregateComponentAssignmentExpression(String parent, String columnExpression,
      AggregateColumn aggregateColumn, Column column) {
    refuseOthers(aggregateColumn.getTypeCode());
    // The whole object is replaced.
    return parent;
  }

  @Override
  public boolean requiresAggregateCustomWriteExpressionRenderer(int sqlTypeCode) {
    return sqlTypeCode == SqlTypes.JSON || sqlTypeCode == SqlTypes.STRUCT;
  }

  @Override
  public WriteExpressionRenderer aggregateCustomWriteExpressionRenderer(SelectableMapping aggregateColumn,
      SelectableMapping[] columns, TypeConfiguration configuration) {
    refuseOthers(aggregateColumn.getJdbcMapping().getJdbcType().getDefaultSqlTypeCode());
    return new JsonWriteExpression(aggregateColumn, columns);
  }

  /** They are written with the table, see {@code AggregateChecks}. */
  @Override
  public boolean supportsComponentCheckConstraints() {
    return false;
  }

  private static void refuseOthers(int sqlTypeCode) {
    switch (sqlTypeCode) {
      case SqlTypes.JSON, SqlTypes.JSON_ARRAY, SqlTypes.STRUCT, SqlTypes.STRUCT_ARRAY -> { }
      default -> throw new IllegalArgumentException("SQLite has no type for aggregates of type code " + sqlTypeCode
          + ": use JSON or STRUCT");
    }
  }
}

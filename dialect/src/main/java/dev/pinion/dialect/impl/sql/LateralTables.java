package dev.pinion.dialect.impl.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.from.QueryPartTableReference;
import org.hibernate.sql.ast.tree.from.TableGroup;

/**
 * Lateral subqueries, which SQLite lacks, but the arguments of a table-valued function may depend on the tables to its
 * left (vtab.html, section 2.1.2): the rows of the subquery become a JSON array and {@code json_each} makes rows of it
 * again.
 */
final class LateralTables {

  private final QueryTranslator<?> sql;
  private final Map<String, Columns> columns = new HashMap<>();

  LateralTables(QueryTranslator<?> sql) {
    this.sql = sql;
  }

  /**
   * Makes the columns of a table known, which stand in the select clause before the table does. Groups that are not
   * initialized are joins that nothing needs; asking for their table would make them be written.
   */
  void register(TableGroup group) {
    if (group.isInitialized() && group.getPrimaryTableReference() instanceof QueryPartTableReference table
        && table.isLateral()) {
      columns.put(table.getIdentificationVariable(), Columns.of(table));
    }
  }

  /** Writes the table. */
  void render(QueryPartTableReference table) {
    var alias = table.getIdentificationVariable();
    var written = columns.computeIfAbsent(alias, unregistered -> Columns.of(table));
    var row = new StringJoiner(",");
    for (int i = 0; i < written.names.size(); i++) {
      row.add(written.values.get(i).encode(alias + '.' + written.names.get(i)));
    }
    sql.appendSql("json_each((select json_group_array(json_array(" + row + ")) from ");
    sql.renderNamedSubquery(table);
    sql.appendSql(")) " + alias);
  }

  /** Writes a column if it is one of a lateral table, else says no. */
  boolean render(ColumnReference reference) {
    var lateral = columns.get(reference.getQualifier());
    int index = lateral == null ? -1 : lateral.names.indexOf(reference.getColumnExpression());
    if (index < 0) {
      return false;
    }
    sql.appendSql(lateral.values.get(index).decode('(' + reference.getQualifier() + ".value->>" + index + ')'));
    return true;
  }

  private record Columns(List<String> names, List<JsonValue> values) {

    static Columns of(QueryPartTableReference table) {
      var mappings = new ArrayList<JdbcMapping>();
      for (var selection : table.getQueryPart().getFirstQuerySpec().getSelectClause().getSqlSelections()) {
        selection.getExpressionType().forEachJdbcType((index, mapping) -> mappings.add(mapping));
      }
      var names = table.getColumnNames();
      return new Columns(names, mappings.stream().map(JsonValue::of).toList());
    }
  }
}

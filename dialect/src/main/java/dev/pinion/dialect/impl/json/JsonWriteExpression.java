package dev.pinion.dialect.impl.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.dialect.aggregate.AggregateSupport.AggregateColumnWriteExpression;
import org.hibernate.dialect.aggregate.AggregateSupport.WriteExpressionRenderer;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.sql.ast.SqlAstNodeRenderingMode;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;

/**
 * {@code json_set(object, path, value, …)} for the columns of an embeddable that a statement sets; the object is made
 * when there is none.
 */
final class JsonWriteExpression implements WriteExpressionRenderer {

  private final String column;
  /** A column's mapping, or a map of those of an embeddable within this one. */
  private final Map<String, Object> parts = new LinkedHashMap<>();

  JsonWriteExpression(SelectableMapping aggregateColumn, SelectableMapping[] columns) {
    column = aggregateColumn.getSelectionExpression();
    for (var selectable : columns) {
      var path = selectable.getSelectablePath().getParts();
      var target = parts;
      for (int i = 1; i < path.length - 1; i++) {
        target = nested(target, path[i].getSelectableName());
      }
      target.put(path[path.length - 1].getSelectableName(), selectable);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> nested(Map<String, Object> parts, String name) {
    return (Map<String, Object>) parts.computeIfAbsent(name, key -> new LinkedHashMap<String, Object>());
  }

  @Override
  public void render(SqlAppender sql, SqlAstTranslator<?> translator, AggregateColumnWriteExpression expression,
      String qualifier) {
    append(sql, qualifier == null || qualifier.isBlank() ? column : qualifier + '.' + column, parts, translator,
        expression);
  }

  @SuppressWarnings("unchecked")
  private void append(SqlAppender sql, String object, Map<String, Object> parts, SqlAstTranslator<?> translator,
      AggregateColumnWriteExpression expression) {
    sql.append("json_set(coalesce(" + object + ",'{}')");
    parts.forEach((name, part) -> {
      sql.append(",'$.\"" + JsonSql.key(name).replace("'", "''") + "\"',");
      if (part instanceof SelectableMapping selectable) {
        appendValue(sql, selectable, translator, expression);
      } else {
        append(sql, object + "->>" + JsonSql.label(name), (Map<String, Object>) part, translator,
            expression);
      }
    });
    sql.append(")");
  }

  private void appendValue(SqlAppender sql, SelectableMapping selectable, SqlAstTranslator<?> translator,
      AggregateColumnWriteExpression expression) {
    var pattern = JsonSql.of(selectable.getJdbcMapping().getJdbcType()).toJson()
        .replace("?", selectable.getWriteExpression());
    int start = 0;
    for (int mark = pattern.indexOf('?'); mark >= 0; mark = pattern.indexOf('?', start)) {
      sql.append(pattern.substring(start, mark));
      translator.render(expression.getValueExpression(selectable), SqlAstNodeRenderingMode.DEFAULT);
      start = mark + 1;
    }
    sql.append(pattern.substring(start));
  }
}

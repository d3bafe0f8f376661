package dev.pinion.dialect.impl.array;

import dev.pinion.dialect.impl.sql.Windows;
import java.util.List;
import org.hibernate.dialect.function.array.ArrayAggFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.sql.ast.Clause;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Distinct;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.SortSpecification;

/**
 * {@code array_agg(element)}: null when there are no rows.
 */
final class ArrayAggregate extends ArrayAggFunction {

  ArrayAggregate() {
    super("json_group_array", false, true);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, Predicate filter,
      List<SortSpecification> order, ReturnableType<?> returnType, SqlAstTranslator<?> translator) {
    var argument = arguments.get(0);
    boolean distinct = argument instanceof Distinct;
    List<SqlAstNode> element = List.of(distinct ? ((Distinct) argument).getExpression() : argument);
    sql.append(distinct ? "nullif(json_group_array(distinct " : "nullif(json_group_array(");
    new ArraySql(sql, element, ArraySql.elementOf(returnType, element), translator).append("#1");
    var window = translator instanceof Windows windows ? windows.takeWindow(arguments) : null;
    // The rows of a window have its order.
    appendEnd(sql, filter, window == null ? order : List.of(), translator);
    if (window != null && order.isEmpty()) {
      ((Windows) translator).writeWindow(window);
    } else if (window != null) {
      ((Windows) translator).writeWindow(window, order);
    }
    sql.append(",'[]')");
  }

  /** The end of an aggregate function's call, with its order and filter. */
  static void appendEnd(SqlAppender sql, Predicate filter, List<SortSpecification> order,
      SqlAstTranslator<?> translator) {
    var separator = " order by ";
    translator.getCurrentClauseStack().push(Clause.WITHIN_GROUP);
    for (var specification : order == null ? List.<SortSpecification>of() : order) {
      sql.append(separator);
      specification.accept(translator);
      separator = ",";
    }
    translator.getCurrentClauseStack().pop();
    sql.append(")");
    if (filter != null) {
      translator.getCurrentClauseStack().push(Clause.WHERE);
      sql.append(" filter (where ");
      filter.accept(translator);
      sql.append(")");
      translator.getCurrentClauseStack().pop();
    }
  }
}

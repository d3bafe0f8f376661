package dev.pinion.dialect.impl.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.query.IllegalQueryOperationException;
import org.hibernate.query.sqm.SetOperator;
import org.hibernate.sql.ast.spi.SqlSelection;
import org.hibernate.sql.ast.tree.expression.AggregateFunctionExpression;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;
import org.hibernate.sql.ast.tree.expression.SqlSelectionExpression;
import org.hibernate.sql.ast.tree.expression.SqlTupleContainer;
import org.hibernate.sql.ast.tree.expression.Summarization;
import org.hibernate.sql.ast.tree.select.QueryGroup;
import org.hibernate.sql.ast.tree.select.QueryPart;
import org.hibernate.sql.ast.tree.select.QuerySpec;
import org.hibernate.sql.ast.tree.select.SortSpecification;
import org.hibernate.sql.results.internal.SqlSelectionImpl;

/**
 * {@code group by rollup(…)} and {@code cube(…)}, which SQLite lacks, as a {@code union all} of one query for each
 * grouping. The columns that a query does not group by are null in what it selects.
 */
final class GroupingSets {

  private final Map<QueryPart, Set<String>> nulls = new IdentityHashMap<>();

  static boolean areIn(QuerySpec query) {
    return query.getGroupByClauseExpressions().stream().anyMatch(Summarization.class::isInstance);
  }

  /** What is null in a query of a union: columns, and tables from none of whose columns it groups by. */
  Set<String> nullsIn(QuerySpec query, Set<String> outer) {
    return nulls.getOrDefault(query, outer);
  }

  static boolean isNull(ColumnReference column, Set<String> nulls) {
    return nulls.contains(nameOf(column)) || nulls.contains(column.getQualifier());
  }

  private static Set<String> nullsOf(Set<String> all, Set<String> grouped) {
    var ungrouped = new HashSet<>(all);
    ungrouped.removeAll(grouped);
    var tables = ungrouped.stream().map(GroupingSets::tableOf).collect(Collectors.toSet());
    grouped.forEach(column -> tables.remove(tableOf(column)));
    ungrouped.addAll(tables);
    return ungrouped;
  }

  private static String nameOf(ColumnReference column) {
    return column.getQualifier() + '.' + column.getColumnExpression();
  }

  private static String tableOf(String column) {
    return column.substring(0, column.indexOf('.'));
  }

  /**
   * The union for a query.
   *
   * @param constant what to group all rows by
   * @param mayGrow whether the union may select more than the query does, so as to sort by it
   */
  QueryGroup unionOf(QuerySpec query, Expression constant, boolean mayGrow) {
    var selections = new ArrayList<>(query.getSelectClause().getSqlSelections());
    var order = query.hasSortSpecifications() ? query.getSortSpecifications().stream()
        .map(specification -> bySelection(selections, specification, mayGrow)).toList() : List.<SortSpecification>of();
    var sets = expand(query.getGroupByClauseExpressions());
    var all = columnsOf(sets.get(0));
    var parts = new ArrayList<QueryPart>();
    for (var set : sets) {
      var part = partOf(query, selections);
      part.setGroupByClauseExpressions(set.isEmpty() && !isAggregated(query) ? List.of(constant) : set);
      nulls.put(part, nullsOf(all, columnsOf(set)));
      parts.add(part);
    }
    var union = new QueryGroup(query.isRoot(), SetOperator.UNION_ALL, parts);
    order.forEach(union::addSortSpecification);
    union.setOffsetClauseExpression(query.getOffsetClauseExpression());
    union.setFetchClauseExpression(query.getFetchClauseExpression(), query.getFetchClauseType());
    return union;
  }

  /** One list of expressions for each grouping, the finest first. */
  private static List<List<Expression>> expand(List<Expression> items) {
    List<List<Expression>> sets = List.of(List.of());
    for (var item : items) {
      var longer = new ArrayList<List<Expression>>();
      for (var set : sets) {
        for (var grouping : groupingsOf(item)) {
          var both = new ArrayList<>(set);
          both.addAll(grouping);
          longer.add(both);
        }
      }
      sets = longer;
    }
    return sets;
  }

  private static List<List<Expression>> groupingsOf(Expression item) {
    if (!(item instanceof Summarization summarization)) {
      return List.of(List.of(item));
    }
    var expressions = summarization.getGroupings();
    var groupings = new ArrayList<List<Expression>>();
    if (summarization.getKind() == Summarization.Kind.ROLLUP) {
      for (int size = expressions.size(); size >= 0; size--) {
        groupings.add(expressions.subList(0, size));
      }
    } else {
      for (int bits = (1 << expressions.size()) - 1; bits >= 0; bits--) {
        var grouping = new ArrayList<Expression>();
        for (int i = 0; i < expressions.size(); i++) {
          if ((bits >> expressions.size() - 1 - i & 1) == 1) {
            grouping.add(expressions.get(i));
          }
        }
        groupings.add(grouping);
      }
    }
    return groupings;
  }

  private static QuerySpec partOf(QuerySpec query, List<SqlSelection> selections) {
    var part = new QuerySpec(false);
    query.getFromClause().getRoots().forEach(part.getFromClause()::addRoot);
    selections.forEach(part.getSelectClause()::addSqlSelection);
    part.getSelectClause().makeDistinct(query.getSelectClause().isDistinct());
    part.applyPredicate(query.getWhereClauseRestrictions());
    part.setHavingClauseRestrictions(query.getHavingClauseRestrictions());
    return part;
  }

  /** Without aggregates, a query that groups by nothing would select every row. */
  private static boolean isAggregated(QuerySpec query) {
    return query.getSelectClause().getSqlSelections().stream()
        .anyMatch(selection -> selection.getExpression() instanceof AggregateFunctionExpression);
  }

  private static Set<String> columnsOf(List<Expression> expressions) {
    var columns = new HashSet<String>();
    for (var expression : expressions) {
      var actual = expression instanceof SqlSelectionExpression selected
          ? selected.getSelection().getExpression() : expression;
      var tuple = SqlTupleContainer.getSqlTuple(actual);
      if (tuple != null) {
        columns.addAll(columnsOf(List.copyOf(tuple.getExpressions())));
      } else if (actual.getColumnReference() != null) {
        columns.add(nameOf(actual.getColumnReference()));
      } else if (!(actual instanceof QueryLiteral<?>)) {
        throw new IllegalQueryOperationException("SQLite has no 'rollup' and 'cube': they are emulated for columns"
            + " only; select the other expressions in a subquery and group by its columns");
      }
    }
    return columns;
  }

  /** A union is sorted by what it selects only (lang_select.html, section 4). */
  private static SortSpecification bySelection(List<SqlSelection> selections, SortSpecification specification,
      boolean mayGrow) {
    var expression = specification.getSortExpression();
    if (!(expression instanceof SqlSelectionExpression)) {
      expression = new SqlSelectionExpression(selectionOf(expression, selections, mayGrow));
    }
    return new SortSpecification(expression, specification.getSortOrder(), specification.getNullPrecedence(),
        specification.isIgnoreCase());
  }

  private static SqlSelection selectionOf(Expression expression, List<SqlSelection> selections, boolean mayGrow) {
    var column = expression.getColumnReference();
    for (var selection : selections) {
      if (column != null && column.equals(selection.getExpression().getColumnReference())) {
        return selection;
      }
    }
    if (!mayGrow) {
      throw new IllegalQueryOperationException("SQLite has no 'rollup' and 'cube': the queries that emulate them are"
          + " sorted by what is selected only; select what is sorted by");
    }
    var added = new SqlSelectionImpl(selections.size(), expression);
    selections.add(added);
    return added;
  }
}

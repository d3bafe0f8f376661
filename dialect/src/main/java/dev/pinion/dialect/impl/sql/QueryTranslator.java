package dev.pinion.dialect.impl.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.IllegalQueryOperationException;
import org.hibernate.query.sqm.BinaryArithmeticOperator;
import org.hibernate.query.sqm.FetchClauseType;
import org.hibernate.query.sqm.SetOperator;
import org.hibernate.sql.ast.Clause;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.expression.AggregateFunctionExpression;
import org.hibernate.sql.ast.tree.expression.BinaryArithmeticExpression;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.Literal;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;
import org.hibernate.sql.ast.tree.expression.SelfRenderingExpression;
import org.hibernate.sql.ast.tree.from.QueryPartTableReference;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.ast.tree.from.ValuesTableReference;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.QueryGroup;
import org.hibernate.sql.ast.tree.select.QueryPart;
import org.hibernate.sql.ast.tree.select.QuerySpec;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.hibernate.sql.exec.spi.JdbcOperation;

/**
 * Queries and their parts: limits, set operations, groups and derived tables.
 *
 * @param <T> what the translation results in
 */
abstract class QueryTranslator<T extends JdbcOperation> extends ExpressionTranslator<T> {

  private final LateralTables laterals = new LateralTables(this);
  private final GroupingSets groupings = new GroupingSets();

  /** Columns and tables that the query does not group by although others of its union do. */
  private Set<String> nulls = Set.of();

  QueryTranslator(SessionFactoryImplementor factory, Statement statement) {
    super(factory, statement);
  }

  // Limits and set operations

  @Override
  public void visitQueryGroup(QueryGroup group) {
    if (needsWindowForLimit(group)) {
      emulateFetchOffsetWithWindowFunctions(group, true);
    } else if (isMultisetOperation(group)) {
      renderMultisetOperation(group);
    } else {
      super.visitQueryGroup(group);
    }
  }

  private static boolean isMultisetOperation(QueryGroup group) {
    return group.getSetOperator() == SetOperator.INTERSECT_ALL || group.getSetOperator() == SetOperator.EXCEPT_ALL;
  }

  /** Compound selects know sets only (lang_select.html, section 3): the number of each duplicate makes it distinct. */
  private void renderMultisetOperation(QueryGroup group) {
    if (getQueryPartForRowNumbering() == group) {
      throw new IllegalQueryOperationException("SQLite has no '" + group.getSetOperator().sqlString()
          + "', and it cannot be emulated together with 'with ties' or a percentage");
    }
    var columns = new ArrayList<String>();
    for (var selection : group.getFirstQuerySpec().getSelectClause().getSqlSelections()) {
      selection.getExpressionType().forEachJdbcType((index, mapping) -> columns.add("c" + columns.size()));
    }
    var names = String.join(",", columns);
    var separator = "";
    appendSql("select " + names + " from (");
    getQueryPartStack().push(group);
    for (var part : group.getQueryParts()) {
      appendSql(separator + "select *,row_number() over(partition by " + names + ") from ");
      renderWithNames(columns, () -> part.accept(this));
      separator = group.getSetOperator() == SetOperator.INTERSECT_ALL ? " intersect " : " except ";
    }
    appendSql(')');
    visitOrderBy(group.getSortSpecifications());
    visitOffsetFetchClause(group);
    getQueryPartStack().pop();
  }

  /** A derived table has no column list, but a compound select takes its names from the first of its operands. */
  private void renderWithNames(List<String> names, Runnable query) {
    appendSql("(select null as " + String.join(",null as ", names) + " where false union all select * from (");
    query.run();
    appendSql("))");
  }

  @Override
  public void visitQuerySpec(QuerySpec query) {
    query.getFromClause().visitTableGroups(laterals::register);
    if (needsWindowForLimit(query)) {
      emulateFetchOffsetWithWindowFunctions(query, true);
    } else if (GroupingSets.areIn(query)) {
      renderGroupingSets(query);
    } else {
      var outer = nulls;
      nulls = groupings.nullsIn(query, outer);
      super.visitQuerySpec(query);
      nulls = outer;
    }
  }

  private void renderGroupingSets(QuerySpec query) {
    if (getQueryPartForRowNumbering() == query) {
      throw new IllegalQueryOperationException("SQLite has no 'rollup' and 'cube', and they cannot be emulated together"
          + " with 'with ties' or a percentage");
    }
    var constant = new QueryLiteral<>("", getSessionFactory().getTypeConfiguration().getBasicTypeForJavaType(
        String.class));
    visitQueryGroup(groupings.unionOf(query, constant, query.isRoot() && getStatement() instanceof SelectStatement));
  }

  /** An aggregate sees the values of columns that are not grouped by. */
  @Override
  public void visitSelfRenderingExpression(SelfRenderingExpression expression) {
    var outer = nulls;
    if (expression instanceof AggregateFunctionExpression) {
      nulls = Set.of();
    }
    super.visitSelfRenderingExpression(expression);
    nulls = outer;
  }

  /** Percentages and ties have no syntax here. */
  private boolean needsWindowForLimit(QueryPart part) {
    return useOffsetFetchClause(part) && getQueryPartForRowNumbering() != part && !isRowsOnlyFetchClauseType(part);
  }

  /** A percentage is counted in fractions of rows. */
  @Override
  protected void emulateFetchOffsetWithWindowFunctions(QueryPart part, Expression offset, Expression fetch,
      FetchClauseType type, boolean emulateFetchClause) {
    boolean isPercentage = type == FetchClauseType.PERCENT_ONLY || type == FetchClauseType.PERCENT_WITH_TIES;
    super.emulateFetchOffsetWithWindowFunctions(part, offset, isPercentage ? times(fetch, 1.0) : fetch, type,
        emulateFetchClause);
  }

  private Expression times(Expression expression, double factor) {
    var type = getSessionFactory().getTypeConfiguration().getBasicTypeForJavaType(Double.class);
    return new BinaryArithmeticExpression(expression, BinaryArithmeticOperator.MULTIPLY,
        new QueryLiteral<>(factor, type), type);
  }

  @Override
  public void visitOffsetFetchClause(QueryPart part) {
    if (!isRowNumberingCurrentQueryPart()) {
      renderLimitOffsetClause(part);
    }
  }

  /** An offset needs a limit, of which a negative one is none (lang_select.html, section 5). */
  @Override
  protected void renderLimitOffsetClause(Expression offset, Expression fetch) {
    if (fetch == null && offset != null) {
      appendSql(" limit -1 offset ");
      getClauseStack().push(Clause.OFFSET);
      try {
        renderOffsetExpression(offset);
      } finally {
        getClauseStack().pop();
      }
    } else {
      super.renderLimitOffsetClause(offset, fetch);
    }
  }

  /** The operands of a compound select cannot stand in parentheses (lang_select.html, section 3). */
  @Override
  protected boolean supportsSimpleQueryGrouping() {
    return false;
  }

  // Derived tables have no column lists

  @Override
  public void visitValuesTableReference(ValuesTableReference table) {
    emulateValuesTableReferenceColumnAliasing(table);
  }

  @Override
  public void visitQueryPartTableReference(QueryPartTableReference table) {
    renderNamedSubquery(table);
  }

  void renderNamedSubquery(QueryPartTableReference table) {
    if (table.getQueryPart() instanceof QueryGroup group && isMultisetOperation(group)) {
      renderWithNames(table.getColumnNames(), () -> table.getStatement().accept(this));
      appendSql(' ' + table.getIdentificationVariable());
    } else {
      emulateQueryPartTableReferenceColumnAliasing(table);
    }
  }

  // Lateral tables

  @Override
  protected boolean renderPrimaryTableReference(TableGroup group, LockMode lockMode) {
    if (group.getPrimaryTableReference() instanceof QueryPartTableReference table && table.isLateral()) {
      laterals.render(table);
      return false;
    }
    return super.renderPrimaryTableReference(group, lockMode);
  }

  /** None: it is written as what it is. */
  @Override
  protected Predicate determineLateralEmulationPredicate(TableGroup group) {
    return null;
  }

  @Override
  public void visitColumnReference(ColumnReference reference) {
    var clause = getClauseStack().getCurrent();
    if (!nulls.isEmpty() && (clause == Clause.SELECT || clause == Clause.HAVING)
        && GroupingSets.isNull(reference, nulls)) {
      appendSql("null");
    } else if (!laterals.render(reference)) {
      super.visitColumnReference(reference);
    }
  }

  // Groups

  /** A literal number would be taken for the position of a selected item. */
  @Override
  protected void renderPartitionItem(Expression expression) {
    if (expression instanceof Literal) {
      appendSql("'0'");
    } else {
      expression.accept(this);
    }
  }
}

package dev.pinion.dialect.impl.sql;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.IllegalQueryOperationException;
import org.hibernate.query.sqm.BinaryArithmeticOperator;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.query.sqm.FetchClauseType;
import org.hibernate.query.sqm.SetOperator;
import org.hibernate.sql.ast.Clause;
import org.hibernate.sql.ast.spi.SqlSelection;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.cte.CteMaterialization;
import org.hibernate.sql.ast.tree.expression.BinaryArithmeticExpression;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.Literal;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;
import org.hibernate.sql.ast.tree.expression.SqlTuple;
import org.hibernate.sql.ast.tree.expression.SqlTupleContainer;
import org.hibernate.sql.ast.tree.expression.Summarization;
import org.hibernate.sql.ast.tree.from.NamedTableReference;
import org.hibernate.sql.ast.tree.from.QueryPartTableReference;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.ast.tree.from.ValuesTableReference;
import org.hibernate.sql.ast.tree.insert.ConflictClause;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.predicate.InListPredicate;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.QueryGroup;
import org.hibernate.sql.ast.tree.select.QueryPart;
import org.hibernate.sql.ast.tree.select.QuerySpec;
import org.hibernate.sql.ast.tree.update.UpdateStatement;
import org.hibernate.sql.exec.spi.JdbcOperation;

/**
 * Writes SQL as SQLite reads it (lang.html). What SQLite cannot express is rewritten or refused, never emitted.
 *
 * @param <T> what the translation results in
 */
class SqliteTranslator<T extends JdbcOperation> extends ExpressionTranslator<T> {

  private final LateralTables laterals = new LateralTables(this);

  SqliteTranslator(SessionFactoryImplementor factory, Statement statement) {
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
    } else {
      super.visitQuerySpec(query);
    }
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

  // Locks: a transaction that writes holds the only one there is

  @Override
  public void visitForUpdateClause(QuerySpec query) {
    // SQLite has no such clause.
  }

  // Insert, update and delete

  @Override
  protected void renderDmlTargetTableExpression(NamedTableReference table) {
    super.renderDmlTargetTableExpression(table);
    boolean isJoined = getStatementStack().getCurrent() instanceof UpdateStatement update
        && hasNonTrivialFromClause(update.getFromClause());
    if (table.getIdentificationVariable() != null && !isJoined) {
      appendSql(" as ");
      appendSql(table.getIdentificationVariable());
    }
  }

  /** The joins of an update do not see its table, so it stands among them once more (lang_update.html, section 2.2). */
  @Override
  protected void renderFromClauseAfterUpdateSet(UpdateStatement statement) {
    renderFromClauseJoiningDmlTargetReference(statement);
  }

  /** Without a condition of its own, the select's {@code on} would be taken for a join's (lang_upsert.html). */
  @Override
  protected void visitInsertSource(InsertSelectStatement statement) {
    if (statement.getSourceSelectStatement() != null && statement.getConflictClause() != null) {
      appendSql("select * from (");
      super.visitInsertSource(statement);
      appendSql(") where true");
    } else {
      super.visitInsertSource(statement);
    }
  }

  @Override
  protected void visitConflictClause(ConflictClause clause) {
    if (clause != null && clause.getConstraintName() != null) {
      throw new IllegalQueryOperationException("SQLite's 'on conflict' names columns, not the constraint '"
          + clause.getConstraintName() + "': list its columns instead");
    }
    visitStandardConflictClause(clause);
  }

  /** None: the conflict is settled by SQLite, not by an exception. */
  @Override
  protected String getUniqueConstraintNameThatMayFail(InsertSelectStatement statement) {
    return null;
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
    if (!laterals.render(reference)) {
      super.visitColumnReference(reference);
    }
  }

  // Common table expressions

  @Override
  protected void renderMaterializationHint(CteMaterialization materialization) {
    if (materialization == CteMaterialization.NOT_MATERIALIZED) {
      appendSql("not ");
    }
    appendSql("materialized ");
  }

  // Row values and groups

  @Override
  protected boolean supportsRowValueConstructorSyntaxInQuantifiedPredicates() {
    return false;
  }

  @Override
  protected boolean supportsRowValueConstructorSyntaxInInList() {
    return false;
  }

  @Override
  protected boolean supportsRowValueConstructorSyntaxInInSubQuery() {
    return true;
  }

  /** A list of row values is no operand, but the rows of {@code values} are (rowvalue.html, section 2.3). */
  @Override
  public void visitInListPredicate(InListPredicate predicate) {
    var tuple = SqlTupleContainer.getSqlTuple(predicate.getTestExpression());
    if (tuple == null || tuple.getExpressions().size() == 1 || predicate.getListExpressions().isEmpty()) {
      super.visitInListPredicate(predicate);
      return;
    }
    tuple.accept(this);
    appendSql(predicate.isNegated() ? " not in (values " : " in (values ");
    renderCommaSeparated(predicate.getListExpressions());
    appendSql(')');
  }

  @Override
  protected void renderSelectTupleComparison(List<SqlSelection> left, SqlTuple tuple, ComparisonOperator operator) {
    renderTupleComparisonStandard(left, tuple, operator);
  }

  /** A literal number would be taken for the position of a selected item. */
  @Override
  protected void renderPartitionItem(Expression expression) {
    if (expression instanceof Literal) {
      appendSql("'0'");
    } else if (expression instanceof Summarization summarization) {
      throw new IllegalQueryOperationException("SQLite has no 'group by "
          + summarization.getKind().sqlText() + "': run a query for each grouping instead");
    } else {
      expression.accept(this);
    }
  }
}

package dev.pinion.dialect.impl.sql;

import dev.pinion.dialect.impl.error.SqliteErrorConversion;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.IllegalQueryOperationException;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.sql.ast.spi.SqlSelection;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.cte.CteMaterialization;
import org.hibernate.sql.ast.tree.expression.SqlTuple;
import org.hibernate.sql.ast.tree.expression.SqlTupleContainer;
import org.hibernate.sql.ast.tree.from.NamedTableReference;
import org.hibernate.sql.ast.tree.insert.ConflictClause;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.predicate.InListPredicate;
import org.hibernate.sql.ast.tree.select.QuerySpec;
import org.hibernate.sql.ast.tree.update.UpdateStatement;
import org.hibernate.sql.exec.spi.JdbcOperation;

/**
 * Writes SQL as SQLite reads it (lang.html). What SQLite cannot express is rewritten or refused, never emitted.
 *
 * @param <T> what the translation results in
 */
class SqliteTranslator<T extends JdbcOperation> extends QueryTranslator<T> {

  SqliteTranslator(SessionFactoryImplementor factory, Statement statement) {
    super(factory, statement);
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

  /** SQLite's clause names columns, so those of the constraint stand for it. */
  @Override
  protected void visitConflictClause(ConflictClause clause) {
    if (clause == null || clause.getConstraintName() == null) {
      visitStandardConflictClause(clause);
      return;
    }
    var table = ((InsertSelectStatement) getStatement()).getTargetTable().getTableExpression();
    var columns = getDialect().getViolatedConstraintNameExtractor() instanceof SqliteErrorConversion mapping
        ? mapping.columnsOf(clause.getConstraintName(), table, getDialect()) : List.<String>of();
    if (columns.isEmpty()) {
      throw new IllegalQueryOperationException("SQLite's 'on conflict' names columns, and the mapping has no unique or "
          + "primary key '" + clause.getConstraintName() + "' of the table " + table + ": list its columns instead");
    }
    visitStandardConflictClause(new ConflictClause(null, columns, clause.getAssignments(), clause.getPredicate()));
  }

  /** None: the conflict is settled by SQLite, not by an exception. */
  @Override
  protected String getUniqueConstraintNameThatMayFail(InsertSelectStatement statement) {
    return null;
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
    var list = predicate.getListExpressions();
    var tuple = list.isEmpty() ? null : SqlTupleContainer.getSqlTuple(list.get(0));
    if (tuple == null || tuple.getExpressions().size() == 1) {
      super.visitInListPredicate(predicate);
      return;
    }
    predicate.getTestExpression().accept(this);
    appendSql(predicate.isNegated() ? " not in (values " : " in (values ");
    renderCommaSeparated(list);
    appendSql(')');
  }

  @Override
  protected void renderSelectTupleComparison(List<SqlSelection> left, SqlTuple tuple, ComparisonOperator operator) {
    renderTupleComparisonStandard(left, tuple, operator);
  }
}

package dev.pinion.dialect.impl.sql;

import dev.pinion.dialect.impl.type.DecimalJdbcType;
import dev.pinion.storage.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.sqm.BinaryArithmeticOperator;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.query.sqm.sql.internal.SqmParameterInterpretation;
import org.hibernate.sql.ast.SqlAstNodeRenderingMode;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.expression.Any;
import org.hibernate.sql.ast.tree.expression.BinaryArithmeticExpression;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.Every;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JdbcLiteral;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.ast.tree.expression.Literal;
import org.hibernate.sql.ast.tree.expression.SqlTuple;
import org.hibernate.sql.ast.tree.expression.SqlTupleContainer;
import org.hibernate.sql.ast.tree.expression.UnparsedNumericLiteral;
import org.hibernate.sql.ast.tree.predicate.BetweenPredicate;
import org.hibernate.sql.ast.tree.predicate.BooleanExpressionPredicate;
import org.hibernate.sql.ast.tree.predicate.ComparisonPredicate;
import org.hibernate.sql.ast.tree.predicate.LikePredicate;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.predicate.ThruthnessPredicate;
import org.hibernate.sql.ast.tree.select.QueryGroup;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.hibernate.sql.exec.spi.JdbcOperation;

/**
 * Predicates and expressions.
 *
 * @param <T> what the translation results in
 */
abstract class ExpressionTranslator<T extends JdbcOperation> extends WindowTranslator<T> {

  ExpressionTranslator(SessionFactoryImplementor factory, Statement statement) {
    super(factory, statement);
  }

  // Predicates

  @Override
  protected void renderComparison(Expression left, ComparisonOperator operator, Expression right) {
    if (right instanceof Any any && operator == ComparisonOperator.EQUAL) {
      renderIn(left, " in ", any.getSubquery());
    } else if (right instanceof Every every && operator == ComparisonOperator.NOT_EQUAL) {
      renderIn(left, " not in ", every.getSubquery());
    } else if (right instanceof Any any) {
      renderQuantified(left, operator, any.getSubquery(), "max", 1);
    } else if (right instanceof Every every) {
      renderQuantified(left, operator, every.getSubquery(), "min", 0);
    } else {
      renderPlainComparison(left, operator, right);
    }
  }

  private void renderIn(Expression left, String operator, SelectStatement subquery) {
    left.accept(this);
    appendSql(operator);
    subquery.accept(this);
  }

  /**
   * {@code any} and {@code all}, which SQLite lacks, as an aggregate of the comparisons: true or false when one of
   * them decides or when all are known, else null.
   */
  private void renderQuantified(Expression left, ComparisonOperator operator, SelectStatement subquery,
      String aggregate, int decisive) {
    var tuple = SqlTupleContainer.getSqlTuple(left);
    var operands = tuple == null ? List.of(left) : tuple.getExpressions();
    var columns = new ArrayList<ColumnReference>();
    var names = new StringJoiner(",");
    for (var operand : operands) {
      var name = "c" + columns.size();
      columns.add(new ColumnReference("r_", name, false, null, operand.getExpressionType().getSingleJdbcMapping()));
      names.add("null as " + name);
    }
    appendSql("(select case when " + aggregate + "(q_.b)=" + decisive + " then " + decisive
        + " when count(*)=count(q_.b) then " + (1 - decisive) + " end from (select ");
    renderPlainComparison(left, operator, tuple == null ? columns.get(0) : new SqlTuple(columns, null));
    appendSql(" as b from (select " + names + " where false union all select * from ");
    subquery.accept(this);
    appendSql(") r_) q_)");
  }

  /** A single row, which needs no quantifier. */
  @Override
  protected void emulateQuantifiedTupleSubQueryPredicate(Predicate predicate, SelectStatement subquery, SqlTuple left,
      ComparisonOperator operator) {
    super.renderComparison(left, operator, subquery);
  }

  /** A subquery of several columns may stand on the left as well (rowvalue.html, section 2.1). */
  @Override
  public void visitRelationalPredicate(ComparisonPredicate comparison) {
    var left = comparison.getLeftHandExpression();
    var right = comparison.getRightHandExpression();
    if (left instanceof SelectStatement && SqlTupleContainer.getSqlTuple(right) != null) {
      super.renderComparison(left, comparison.getOperator(), right);
    } else if (right instanceof Any || right instanceof Every) {
      renderComparison(left, comparison.getOperator(), right);
    } else {
      super.visitRelationalPredicate(comparison);
    }
  }

  private void renderPlainComparison(Expression left, ComparisonOperator operator, Expression right) {
    if (Types.isText(left) && right instanceof Literal literal && literal.getLiteralValue() instanceof Boolean value) {
      super.renderComparison(left, operator, asText(value, left));
    } else if (isOrdering(operator) && (mayBeBlob(left) || mayBeBlob(right))) {
      renderAsNumber(left);
      appendSql(operator.sqlText());
      renderAsNumber(right);
    } else {
      super.renderComparison(left, operator, right);
    }
  }

  private static boolean isOrdering(ComparisonOperator operator) {
    return switch (operator) {
      case LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL -> true;
      default -> false;
    };
  }

  @Override
  public void visitBetweenPredicate(BetweenPredicate predicate) {
    if (mayBeBlob(predicate.getExpression()) || mayBeBlob(predicate.getLowerBound())
        || mayBeBlob(predicate.getUpperBound())) {
      renderAsNumber(predicate.getExpression());
      appendSql(predicate.isNegated() ? " not between " : " between ");
      renderAsNumber(predicate.getLowerBound());
      appendSql(" and ");
      renderAsNumber(predicate.getUpperBound());
    } else {
      super.visitBetweenPredicate(predicate);
    }
  }

  /** The order of a compound select can name its columns only (lang_select.html, section 4). */
  @Override
  protected void renderSortExpression(Expression expression, boolean ignoreCase) {
    if (mayBeBlob(expression) && !(getQueryPartStack().getCurrent() instanceof QueryGroup)) {
      renderAsNumber(resolveAliasedExpression(expression));
    } else {
      super.renderSortExpression(expression, ignoreCase);
    }
  }

  private void renderAsNumber(Expression expression) {
    BlobDecimals.renderAsNumber(expression, this, this);
  }

  private static boolean mayBeBlob(Expression expression) {
    return BlobDecimals.mayBeBlob(expression);
  }

  @Override
  public void visitBooleanExpressionPredicate(BooleanExpressionPredicate predicate) {
    if (Types.isText(predicate.getExpression())) {
      renderTruth(predicate.getExpression(), !predicate.isNegated());
    } else if (predicate.isNegated()) {
      appendSql("not(");
      predicate.getExpression().accept(this);
      appendSql(')');
    } else {
      predicate.getExpression().accept(this);
    }
  }

  @Override
  public void visitThruthnessPredicate(ThruthnessPredicate predicate) {
    if (Types.isText(predicate.getExpression())) {
      appendSql('(');
      renderTruth(predicate.getExpression(), true);
      appendSql(predicate.isNegated() ? ") is not " : ") is ");
      appendSql(predicate.getBooleanValue());
    } else {
      super.visitThruthnessPredicate(predicate);
    }
  }

  /** A boolean that is stored as text, such as Y and N: to SQLite itself all text without digits is false. */
  private void renderTruth(Expression expression, boolean value) {
    expression.accept(this);
    appendSql('=');
    asText(value, expression).accept(this);
  }

  private static Expression asText(boolean value, Expression expression) {
    var mapping = expression.getExpressionType().getSingleJdbcMapping();
    return new JdbcLiteral<>(mapping.convertToRelationalValue(value), mapping);
  }

  @Override
  public void visitLikePredicate(LikePredicate predicate) {
    if (predicate.isCaseSensitive()) {
      new CaseSensitiveLike(this).render(predicate);
    } else {
      super.visitLikePredicate(predicate);
    }
  }

  // Expressions

  /** Integral decimals are stored as integers, and SQLite divides integers as such (lang_expr.html, section 2). */
  @Override
  public void visitBinaryArithmeticExpression(BinaryArithmeticExpression arithmetic) {
    var operator = arithmetic.getOperator();
    var left = arithmetic.getLeftHandOperand();
    var right = arithmetic.getRightHandOperand();
    if (operator == BinaryArithmeticOperator.MODULO && Types.isInteger(left) && Types.isInteger(right)) {
      renderArithmetic(left, "%", right);
    } else if ((operator == BinaryArithmeticOperator.DIVIDE || operator == BinaryArithmeticOperator.DIVIDE_PORTABLE)
        && !(Types.isInteger(left) && Types.isInteger(right))) {
      renderArithmetic(left, "*1.0/", right);
    } else {
      super.visitBinaryArithmeticExpression(arithmetic);
    }
  }

  private void renderArithmetic(Expression left, String operator, Expression right) {
    appendSql('(');
    visitArithmeticOperand(left);
    appendSql(operator);
    visitArithmeticOperand(right);
    appendSql(')');
  }

  /** A cast to a number would take digits from a decimal that is bound as a blob. */
  @Override
  protected void renderCasted(Expression expression) {
    var actual = expression instanceof SqmParameterInterpretation interpretation
        ? interpretation.getResolvedExpression() : expression;
    if (actual instanceof JdbcParameter parameter && Types.of(actual) instanceof DecimalJdbcType) {
      visitParameterAsParameter(parameter);
    } else {
      super.renderCasted(expression);
    }
  }

  /** A decimal of many digits is written as it is stored, so that it equals what is. */
  @Override
  public <N extends Number> void visitUnparsedNumericLiteral(UnparsedNumericLiteral<N> literal) {
    if (literal.getJdbcMapping().getJdbcType() instanceof DecimalJdbcType
        && Decimals.toStored(new BigDecimal(literal.getUnparsedLiteralValue())) instanceof byte[] stored) {
      getDialect().appendBinaryLiteral(this, stored);
    } else {
      super.visitUnparsedNumericLiteral(literal);
    }
  }

  // Open to the helpers of this package

  void renderLiteralText(String text) {
    getDialect().appendLiteral(this, text);
  }

  void renderNode(Expression expression) {
    render(expression, SqlAstNodeRenderingMode.DEFAULT);
  }
}

package dev.pinion.dialect.impl.function;

import java.util.List;
import org.hibernate.dialect.function.TruncFunction;
import org.hibernate.metamodel.mapping.JdbcMappingContainer;
import org.hibernate.query.ReturnableType;
import org.hibernate.query.spi.QueryEngine;
import org.hibernate.query.sqm.function.SelfRenderingSqmFunction;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.query.sqm.tree.SqmTypedNode;
import org.hibernate.query.sqm.tree.expression.SqmExtractUnit;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.ExtractUnit;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code trunc()} of numbers by patterns, and of temporal values to a unit.
 */
final class TruncateFunction extends TruncFunction {

  TruncateFunction(String pattern, String placesPattern, TypeConfiguration configuration) {
    super(pattern, placesPattern, null, null, configuration);
  }

  @Override
  protected <T> SelfRenderingSqmFunction<T> generateSqmFunctionExpression(List<? extends SqmTypedNode<?>> arguments,
      ReturnableType<T> impliedResultType, QueryEngine engine) {
    if (arguments.size() == 2 && arguments.get(1) instanceof SqmExtractUnit) {
      return new SelfRenderingSqmFunction<>(this, TruncateFunction::renderTemporal, arguments, impliedResultType, null,
          StandardFunctionReturnTypeResolvers.useArgType(1), engine.getCriteriaBuilder(), getName());
    }
    return super.generateSqmFunctionExpression(arguments, impliedResultType, engine);
  }

  private static void renderTemporal(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> type,
      SqlAstTranslator<?> translator) {
    var value = (Expression) arguments.get(0);
    var unit = ((ExtractUnit) arguments.get(1)).getUnit();
    TemporalFormat.append(TemporalSql.truncate(unit, "?", kind(value.getExpressionType())), sql, value, translator);
  }

  private static TemporalSql.Kind kind(JdbcMappingContainer type) {
    var jdbcType = type.getSingleJdbcMapping().getJdbcType();
    return !jdbcType.hasTimePart() ? TemporalSql.Kind.DATE
        : jdbcType.hasDatePart() ? TemporalSql.Kind.TIMESTAMP : TemporalSql.Kind.TIME;
  }
}

package dev.pinion.dialect.impl.function;

import dev.pinion.dialect.impl.sql.BlobDecimals;
import java.util.List;
import org.hibernate.query.ReturnableType;
import org.hibernate.query.sqm.function.AbstractSqmSelfRenderingFunctionDescriptor;
import org.hibernate.query.sqm.function.FunctionKind;
import org.hibernate.query.sqm.produce.function.ArgumentTypesValidator;
import org.hibernate.query.sqm.produce.function.ArgumentsValidator;
import org.hibernate.query.sqm.produce.function.FunctionParameterType;
import org.hibernate.query.sqm.produce.function.StandardArgumentsValidators;
import org.hibernate.query.sqm.produce.function.StandardFunctionArgumentTypeResolvers;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.sql.ast.Clause;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.predicate.Predicate;

/**
 * {@code min} and {@code max}, which are aggregates of one argument and else compare their arguments
 * (lang_corefunc.html).
 */
final class OrderingFunction extends AbstractSqmSelfRenderingFunctionDescriptor {

  private final String function;

  private OrderingFunction(String name, String function, FunctionKind kind, ArgumentsValidator count) {
    super(name, kind, new ArgumentTypesValidator(count, FunctionParameterType.COMPARABLE,
        FunctionParameterType.COMPARABLE), StandardFunctionReturnTypeResolvers.useFirstNonNull(),
        StandardFunctionArgumentTypeResolvers.ARGUMENT_OR_IMPLIED_RESULT_TYPE);
    this.function = function;
  }

  static OrderingFunction aggregate(String name) {
    return new OrderingFunction(name, name, FunctionKind.AGGREGATE, StandardArgumentsValidators.exactly(1));
  }

  static OrderingFunction ofArguments(String name, String function) {
    return new OrderingFunction(name, function, FunctionKind.NORMAL, StandardArgumentsValidators.min(2));
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    var separator = function + '(';
    for (var argument : arguments) {
      sql.appendSql(separator);
      BlobDecimals.renderAsNumber(argument, sql, translator);
      separator = ",";
    }
    sql.appendSql(')');
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, Predicate filter,
      ReturnableType<?> returnType, SqlAstTranslator<?> translator) {
    render(sql, arguments, returnType, translator);
    if (filter != null) {
      translator.getCurrentClauseStack().push(Clause.WHERE);
      sql.appendSql(" filter (where ");
      filter.accept(translator);
      sql.appendSql(')');
      translator.getCurrentClauseStack().pop();
    }
  }
}

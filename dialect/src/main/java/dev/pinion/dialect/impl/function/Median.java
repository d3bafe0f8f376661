package dev.pinion.dialect.impl.function;

import static org.hibernate.query.sqm.produce.function.FunctionParameterType.NUMERIC;

import java.util.List;
import org.hibernate.query.ReturnableType;
import org.hibernate.query.SortDirection;
import org.hibernate.query.sqm.function.AbstractSqmSelfRenderingFunctionDescriptor;
import org.hibernate.query.sqm.function.FunctionKind;
import org.hibernate.query.sqm.produce.function.ArgumentTypesValidator;
import org.hibernate.query.sqm.produce.function.StandardArgumentsValidators;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Distinct;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.SortSpecification;
import org.hibernate.type.StandardBasicTypes;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code median(number)}, the continuous percentile at one half.
 */
final class Median extends AbstractSqmSelfRenderingFunctionDescriptor {

  private static final String TEMPLATE = InverseDistribution.CONTINUOUS.replace("?1", "0.5");

  Median(TypeConfiguration configuration) {
    super("median", FunctionKind.AGGREGATE,
        new ArgumentTypesValidator(StandardArgumentsValidators.exactly(1), NUMERIC),
        StandardFunctionReturnTypeResolvers.invariant(
            configuration.getBasicTypeRegistry().resolve(StandardBasicTypes.DOUBLE)), null);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    render(sql, arguments, null, returnType, translator);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, Predicate filter,
      ReturnableType<?> returnType, SqlAstTranslator<?> translator) {
    if (arguments.get(0) instanceof Distinct) {
      throw Refusals.distinct("median");
    }
    var order = new SortSpecification((Expression) arguments.get(0), SortDirection.ASCENDING);
    var writer = new AggregateWriter(sql, arguments, filter, List.of(order), translator);
    new SortedValues(sql, writer, order).write(TEMPLATE);
  }
}

package dev.pinion.dialect.impl.function;

import java.util.List;
import org.hibernate.query.ReturnableType;
import org.hibernate.query.sqm.function.AbstractSqmSelfRenderingFunctionDescriptor;
import org.hibernate.query.sqm.function.FunctionKind;
import org.hibernate.query.sqm.produce.function.ArgumentsValidator;
import org.hibernate.query.sqm.produce.function.FunctionReturnTypeResolver;
import org.hibernate.query.sqm.produce.function.StandardFunctionArgumentTypeResolvers;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Distinct;
import org.hibernate.sql.ast.tree.predicate.Predicate;

/**
 * An aggregate that SQLite lacks, as an expression of those that it has.
 */
final class ComposedAggregate extends AbstractSqmSelfRenderingFunctionDescriptor {

  private final String template;
  private final String windowTemplate;

  private ComposedAggregate(String name, String template, String windowTemplate, ArgumentsValidator arguments,
      FunctionReturnTypeResolver type) {
    super(name, FunctionKind.AGGREGATE, arguments, type,
        StandardFunctionArgumentTypeResolvers.ARGUMENT_OR_IMPLIED_RESULT_TYPE);
    this.template = template;
    this.windowTemplate = windowTemplate;
  }

  /** An aggregate by a template of {@link AggregateWriter}, the same for groups and windows. */
  static ComposedAggregate of(String name, String template, ArgumentsValidator arguments,
      FunctionReturnTypeResolver type) {
    return new ComposedAggregate(name, template, template, arguments, type);
  }

  /**
   * An aggregate that goes over the rows of a group itself, which cannot be done over a window.
   *
   * @param windowTemplate how else it is done there, or {@code null} when not at all
   */
  static ComposedAggregate ofRows(String name, String template, String windowTemplate, ArgumentsValidator arguments,
      FunctionReturnTypeResolver type) {
    return new ComposedAggregate(name, template, windowTemplate, arguments, type);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    render(sql, arguments, null, returnType, translator);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, Predicate filter,
      ReturnableType<?> returnType, SqlAstTranslator<?> translator) {
    var writer = new AggregateWriter(sql, arguments, filter, List.of(), translator);
    boolean isDistinct = arguments.get(0) instanceof Distinct;
    if (!writer.hasWindow()) {
      if (isDistinct && template.equals(windowTemplate)) {
        throw Refusals.distinct(getName());
      }
      writer.write(template);
    } else if (isDistinct || windowTemplate == null) {
      throw Refusals.overWindow(getName() + (isDistinct ? "(distinct …)" : "()"));
    } else {
      writer.write(windowTemplate);
    }
  }
}

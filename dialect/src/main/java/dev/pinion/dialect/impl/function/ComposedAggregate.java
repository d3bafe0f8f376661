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

  /** The values of a group as rows of their own, for what no aggregate can do directly. */
  private static final String DISTINCT_VALUES = " from json_each(json_group_array(?1)@) j_)";

  private final String template;
  private final boolean needsRows;

  private ComposedAggregate(String name, String template, boolean needsRows, ArgumentsValidator arguments,
      FunctionReturnTypeResolver type) {
    super(name, FunctionKind.AGGREGATE, arguments, type,
        StandardFunctionArgumentTypeResolvers.ARGUMENT_OR_IMPLIED_RESULT_TYPE);
    this.template = template;
    this.needsRows = needsRows;
  }

  /** An aggregate by a template of {@link AggregateWriter}. */
  static ComposedAggregate of(String name, String template, ArgumentsValidator arguments,
      FunctionReturnTypeResolver type) {
    return new ComposedAggregate(name, template, false, arguments, type);
  }

  /** An aggregate that goes over the rows of a group itself, which cannot be done over a window. */
  static ComposedAggregate ofRows(String name, String template, ArgumentsValidator arguments,
      FunctionReturnTypeResolver type) {
    return new ComposedAggregate(name, template, true, arguments, type);
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
    if (writer.hasWindow() && (needsRows || isDistinct)) {
      throw Refusals.overWindow(getName() + (isDistinct ? "(distinct …)" : "()"));
    }
    if (isDistinct && !needsRows) {
      sql.appendSql("(select " + template.replace("?1", "j_.value").replace("@", ""));
      writer.write(DISTINCT_VALUES);
    } else {
      writer.write(template);
    }
  }
}

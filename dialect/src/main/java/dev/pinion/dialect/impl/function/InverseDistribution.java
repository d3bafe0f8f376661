package dev.pinion.dialect.impl.function;

import static org.hibernate.query.sqm.produce.function.FunctionParameterType.NUMERIC;

import java.util.List;
import org.hibernate.dialect.function.InverseDistributionFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.query.sqm.produce.function.FunctionParameterType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.SortSpecification;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code percentile_cont}, {@code percentile_disc} and {@code mode}, computed from the sorted array of
 * a group's values. A template says how, for {@link SortedValues}.
 */
final class InverseDistribution extends InverseDistributionFunction {

  private static final String DISCRETE = "[max(cast(ceil(?1*#) as integer),1)-1]";
  static final String CONTINUOUS =
      "([cast(K as integer)]+(K-cast(K as integer))*([cast(ceil(K) as integer)]-[cast(K as integer)]))"
          .replace("K", "?1*(#-1)");
  private static final String MODE =
      "(select <j_.value> from json_each({}) j_ group by j_.value order by count(*) desc,j_.value! limit 1)";

  private final String template;

  private InverseDistribution(String name, String template, FunctionParameterType parameter,
      TypeConfiguration configuration) {
    super(name, parameter, configuration);
    this.template = template;
  }

  static InverseDistribution discrete(TypeConfiguration configuration) {
    return new InverseDistribution("percentile_disc", DISCRETE, NUMERIC, configuration);
  }

  static InverseDistribution continuous(TypeConfiguration configuration) {
    return new InverseDistribution("percentile_cont", CONTINUOUS, NUMERIC, configuration);
  }

  static InverseDistribution mode(TypeConfiguration configuration) {
    return new InverseDistribution("mode", MODE, null, configuration);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, Predicate filter,
      List<SortSpecification> withinGroup, ReturnableType<?> returnType, SqlAstTranslator<?> translator) {
    var writer = new AggregateWriter(sql, arguments, filter, withinGroup, translator);
    if (writer.hasWindow() && template.equals(MODE)) {
      throw Refusals.overWindow("mode()");
    }
    new SortedValues(sql, writer, withinGroup.get(0)).write(template);
  }
}

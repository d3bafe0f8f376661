package dev.pinion.dialect.impl.function;

import static org.hibernate.query.sqm.produce.function.FunctionParameterType.BOOLEAN;
import static org.hibernate.query.sqm.produce.function.FunctionParameterType.INTEGER;

import org.hibernate.query.sqm.produce.function.ArgumentTypesValidator;
import org.hibernate.query.sqm.produce.function.StandardArgumentsValidators;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.type.StandardBasicTypes;

/**
 * Aggregates and window functions (lang_aggfunc.html, windowfunctions.html).
 */
final class AggregateFunctions {

  private AggregateFunctions() {
  }

  static void register(FunctionRegistrar functions) {
    var registry = functions.registry;
    var configuration = functions.configuration;
    registry.register("min", OrderingFunction.aggregate("min"));
    registry.register("max", OrderingFunction.aggregate("max"));
    registerConditions(functions);
    Statistics.register(registry, configuration);
    registry.register("listagg", new Listagg(configuration));
    registry.register("percentile_disc", InverseDistribution.discrete(configuration));
    registry.register("percentile_cont", InverseDistribution.continuous(configuration));
    registry.register("mode", InverseDistribution.mode(configuration));
    registry.register("median", new Median(configuration));
    functions.common.windowFunctions();
    registry.namedWindowDescriptorBuilder("ntile").setExactArgumentCount(1).setParameterTypes(INTEGER)
        .setInvariantType(functions.type(StandardBasicTypes.LONG)).register();
    HypotheticalSet.register(registry, configuration);
  }

  /** A condition is 0, 1 or null, which is left out (lang_expr.html, section 2). */
  private static void registerConditions(FunctionRegistrar functions) {
    var condition = new ArgumentTypesValidator(StandardArgumentsValidators.exactly(1), BOOLEAN);
    var type = StandardFunctionReturnTypeResolvers.invariant(functions.type(StandardBasicTypes.BOOLEAN));
    functions.registry.register("every", ComposedAggregate.of("every", "min(?1)@", condition, type));
    functions.registry.register("any", ComposedAggregate.of("any", "max(?1)@", condition, type));
  }
}

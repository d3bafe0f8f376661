package dev.pinion.dialect.impl.function;

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
    Statistics.register(registry, configuration);
    registry.register("listagg", new Listagg(configuration));
    registry.register("percentile_disc", InverseDistribution.discrete(configuration));
    registry.register("percentile_cont", InverseDistribution.continuous(configuration));
    registry.register("mode", InverseDistribution.mode(configuration));
    registry.register("median", new Median(configuration));
    functions.common.windowFunctions();
    HypotheticalSet.register(registry, configuration);
  }
}

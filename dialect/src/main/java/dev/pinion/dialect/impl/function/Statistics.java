package dev.pinion.dialect.impl.function;

import static org.hibernate.query.sqm.produce.function.FunctionParameterType.INTEGER;
import static org.hibernate.query.sqm.produce.function.FunctionParameterType.NUMERIC;

import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.query.sqm.produce.function.ArgumentTypesValidator;
import org.hibernate.query.sqm.produce.function.FunctionReturnTypeResolver;
import org.hibernate.query.sqm.produce.function.StandardArgumentsValidators;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.type.StandardBasicTypes;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Variances, deviations, regressions and aggregates of bits, which SQLite has none of (lang_aggfunc.html).
 *
 * <p>The variance of a group goes over its values twice, as one pass would lose digits where they are far from zero;
 * over windows, and for pairs, it is one pass all the same.
 */
final class Statistics {

  private static final String VARIANCE = "(select avg((j_.value-m_.value)*(j_.value-m_.value))"
      + " from json_each(json_group_array(?1)@) j_,json_each(json_array(avg(?1)@)) m_)";
  private static final String VARIANCE_IN_ONE_PASS = "max(0.0,avg((?1)*1.0*(?1))@-avg(?1)@*avg(?1)@)";

  // The dependent variable is the first argument; only rows that have both count.
  private static final String Y = "case when ?2 is not null then ?1 end";
  private static final String X = "case when ?1 is not null then ?2 end";
  private static final String PAIRS = "count(" + Y + ")@";
  private static final String COVARIANCE =
      "(avg((?1)*1.0*(?2))@-avg(" + Y + ")@*avg(" + X + ")@)";
  private static final String VARIANCE_Y = variance(Y);
  private static final String VARIANCE_X = variance(X);
  private static final String SLOPE = "(" + COVARIANCE + "/" + VARIANCE_X + ")";

  /** Every power of two that is in one of the values, summed up once. */
  private static final String BITS_OF = "(select coalesce(sum(distinct b_.n),0)"
      + " from json_each(json_group_array(%s)@) j_,"
      + "(with recursive b_(n) as (select 1 union all select n<<1 from b_ limit 64) select n from b_) b_"
      + " where j_.value&b_.n)";

  private final SqmFunctionRegistry registry;
  private final TypeConfiguration configuration;

  private Statistics(SqmFunctionRegistry registry, TypeConfiguration configuration) {
    this.registry = registry;
    this.configuration = configuration;
  }

  static void register(SqmFunctionRegistry registry, TypeConfiguration configuration) {
    var statistics = new Statistics(registry, configuration);
    statistics.registerVariances();
    statistics.registerRegressions();
    statistics.registerBits();
  }

  private void registerVariances() {
    ofOne("var_pop", "%s");
    ofOne("stddev_pop", "sqrt(%s)");
    // Null for a single row, as a division by zero is.
    ofOne("var_samp", "(%s*count(?1)@/(count(?1)@-1))");
    ofOne("stddev_samp", "sqrt(%s*count(?1)@/(count(?1)@-1))");
    registry.registerAlternateKey("variance", "var_samp");
    registry.registerAlternateKey("stddev", "stddev_samp");
  }

  private void registerRegressions() {
    ofPairs("covar_pop", COVARIANCE);
    ofPairs("covar_samp", "(" + COVARIANCE + "*" + PAIRS + "/(" + PAIRS + "-1))");
    ofPairs("corr", "(" + COVARIANCE + "/sqrt(" + VARIANCE_Y + "*" + VARIANCE_X + "))");
    ofPairs("regr_count", PAIRS);
    ofPairs("regr_avgy", "avg(" + Y + ")@");
    ofPairs("regr_avgx", "avg(" + X + ")@");
    ofPairs("regr_syy", "(" + PAIRS + "*" + VARIANCE_Y + ")");
    ofPairs("regr_sxx", "(" + PAIRS + "*" + VARIANCE_X + ")");
    ofPairs("regr_sxy", "(" + PAIRS + "*" + COVARIANCE + ")");
    ofPairs("regr_slope", SLOPE);
    ofPairs("regr_intercept", "(avg(" + Y + ")@-" + SLOPE + "*avg(" + X + ")@)");
    ofPairs("regr_r2", "case " + VARIANCE_X + " when 0 then null else case " + VARIANCE_Y + " when 0 then 1.0 else "
        + COVARIANCE + "*" + COVARIANCE + "/(" + VARIANCE_X + "*" + VARIANCE_Y + ") end end");
  }

  private void registerBits() {
    var one = new ArgumentTypesValidator(StandardArgumentsValidators.exactly(1), INTEGER);
    var type = StandardFunctionReturnTypeResolvers.useArgType(1);
    registry.register("bit_or", ComposedAggregate.ofRows("bit_or",
        "case when count(?1)@ then " + BITS_OF.formatted("?1") + " end", null, one, type));
    registry.register("bit_and", ComposedAggregate.ofRows("bit_and",
        "case when count(?1)@ then ~" + BITS_OF.formatted("~(?1)") + " end", null, one, type));
  }

  private static String variance(String variable) {
    return VARIANCE_IN_ONE_PASS.replace("?1", variable);
  }

  private void ofOne(String name, String ofVariance) {
    registry.register(name, ComposedAggregate.ofRows(name, ofVariance.formatted(VARIANCE),
        ofVariance.formatted(VARIANCE_IN_ONE_PASS),
        new ArgumentTypesValidator(StandardArgumentsValidators.exactly(1), NUMERIC), floating()));
  }

  private void ofPairs(String name, String template) {
    registry.register(name, ComposedAggregate.of(name, template,
        new ArgumentTypesValidator(StandardArgumentsValidators.exactly(2), NUMERIC, NUMERIC), floating()));
  }

  private FunctionReturnTypeResolver floating() {
    return StandardFunctionReturnTypeResolvers.invariant(
        configuration.getBasicTypeRegistry().resolve(StandardBasicTypes.DOUBLE));
  }
}

package dev.pinion.dialect.impl.function;

import static org.hibernate.query.sqm.produce.function.FunctionParameterType.INTEGER;
import static org.hibernate.query.sqm.produce.function.FunctionParameterType.NUMERIC;
import static org.hibernate.query.sqm.produce.function.FunctionParameterType.STRING;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.function.CommonFunctionFactory;
import org.hibernate.dialect.function.CurrentFunction;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.query.sqm.produce.function.FunctionParameterType;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.sql.ast.SqlAstNodeRenderingMode;
import org.hibernate.type.BasicType;
import org.hibernate.type.BasicTypeReference;
import org.hibernate.type.StandardBasicTypes;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * The functions that SQLite has under another name, with other arguments or not at all (lang_corefunc.html,
 * lang_mathfunc.html, lang_aggfunc.html); they replace what Hibernate registers for every database.
 */
public final class SqliteFunctions {

  private static final String LOCATE_FROM =
      "(case instr(substr(?2,?3),?1) when 0 then 0 else instr(substr(?2,?3),?1)+?3-1 end)";
  private static final String FILLER = "substr(replace(hex(zeroblob(?2)),'00',?3),1,?2-length(?1))";
  private static final String FILLER_SPACE = "substr(replace(hex(zeroblob(?2)),'00',' '),1,?2-length(?1))";
  /** Bits that are in one of both. */
  private static final String XOR = "((?1|?2)-(?1&?2))";
  private static final String ROUND_TO =
      "(case when ?2<0 then round((?1)*power(10,?2))*power(10,-(?2)) else round(?1,?2) end)";
  /** Rounded, and one digit back when that went away from zero: scaling would lose digits. */
  private static final String TRUNCATE_TO = "(case when abs(round(?1,?2))<=abs(?1+0) then round(?1,?2)"
      + " else round(round(?1,?2)-sign(?1+0)*power(10,-(?2)),?2) end)";

  private final CommonFunctionFactory common;
  private final SqmFunctionRegistry registry;
  private final TypeConfiguration configuration;

  private SqliteFunctions(FunctionContributions contributions) {
    common = new CommonFunctionFactory(contributions);
    registry = contributions.getFunctionRegistry();
    configuration = contributions.getTypeConfiguration();
  }

  /** Registers all of them. */
  public static void register(FunctionContributions contributions) {
    var functions = new SqliteFunctions(contributions);
    functions.registerText();
    functions.registerNumbers();
    functions.registerAggregates();
    functions.registerTime();
  }

  private void registerText() {
    common.concat_pipeOperator();
    common.characterLength_length(SqlAstNodeRenderingMode.DEFAULT);
    common.substr();
    pattern("instr", "instr(?1,?2)", StandardBasicTypes.INTEGER, STRING, STRING);
    common.trim2();
    text("substring", "substr(?1,?2)", "substr(?1,?2,?3)", STRING, INTEGER, INTEGER);
    registry.registerBinaryTernaryPattern("locate", type(StandardBasicTypes.INTEGER), "instr(?2,?1)", LOCATE_FROM,
        STRING, STRING, INTEGER, configuration)
        .setArgumentListSignature("(STRING pattern, STRING string[, INTEGER start])");
    text("left", "substr(?1,1,?2)", STRING, INTEGER);
    text("right", "(case when ?2<=0 then '' else substr(?1,-(?2)) end)", STRING, INTEGER);
    text("lpad", "(case when length(?1)>=?2 then substr(?1,1,?2) else " + FILLER_SPACE + "||?1 end)",
        "(case when length(?1)>=?2 then substr(?1,1,?2) else " + FILLER + "||?1 end)", STRING, INTEGER, STRING);
    text("rpad", "(case when length(?1)>=?2 then substr(?1,1,?2) else ?1||" + FILLER_SPACE + " end)",
        "(case when length(?1)>=?2 then substr(?1,1,?2) else ?1||" + FILLER + " end)", STRING, INTEGER, STRING);
    text("repeat", "replace(hex(zeroblob(?2)),'00',?1)", STRING, INTEGER);
    text("space", "replace(hex(zeroblob(?1)),'00',' ')", INTEGER);
    pattern("ascii", "unicode(?1)", StandardBasicTypes.INTEGER, STRING);
    pattern("chr", "char(?1)", StandardBasicTypes.CHARACTER, INTEGER);
    registry.registerAlternateKey("char", "chr");
    pattern("octet_length", "octet_length(?1)", StandardBasicTypes.INTEGER, STRING);
    pattern("bit_length", "(octet_length(?1)*8)", StandardBasicTypes.INTEGER, STRING);
  }

  /** Adding zero makes a number of a decimal that is stored as a blob, which these functions would not take. */
  private void registerNumbers() {
    for (var name : new String[] {"sqrt", "ln", "exp", "log10", "log2", "sin", "cos", "tan", "asin", "acos", "atan",
        "sinh", "cosh", "tanh", "degrees", "radians"}) {
      pattern(name, name + "(?1+0)", StandardBasicTypes.DOUBLE, NUMERIC);
    }
    pattern("atan2", "atan2(?1+0,?2+0)", StandardBasicTypes.DOUBLE, NUMERIC, NUMERIC);
    pattern("power", "power(?1+0,?2+0)", StandardBasicTypes.DOUBLE, NUMERIC, NUMERIC);
    pattern("log", "log(?1+0,?2+0)", StandardBasicTypes.DOUBLE, NUMERIC, NUMERIC);
    pattern("pi", "pi()", StandardBasicTypes.DOUBLE);
    pattern("sign", "sign(?1+0)", StandardBasicTypes.INTEGER, NUMERIC);
    likeItsArgument("floor", "floor(?1+0)");
    likeItsArgument("ceiling", "ceiling(?1+0)");
    registry.registerAlternateKey("ceil", "ceiling");
    registry.registerUnaryBinaryPattern("round", "round(?1)", ROUND_TO, NUMERIC, INTEGER, configuration)
        .setArgumentListSignature("(NUMERIC number[, INTEGER places])");
    registry.register("trunc", new TruncateFunction("trunc(?1+0)", TRUNCATE_TO, configuration));
    registry.registerAlternateKey("truncate", "trunc");
    common.mod_operator();
    common.bitandorxornot_operator();
    likeItsArgument("bitxor", XOR, INTEGER, INTEGER);
    registry.register("least", OrderingFunction.ofArguments("least", "min"));
    registry.register("greatest", OrderingFunction.ofArguments("greatest", "max"));
    pattern("rand", "((random()&9223372036854775807)/9223372036854775808.0)", StandardBasicTypes.DOUBLE);
  }

  private void registerAggregates() {
    registry.register("min", OrderingFunction.aggregate("min"));
    registry.register("max", OrderingFunction.aggregate("max"));
    common.listagg_stringAgg("text");
    common.windowFunctions();
    common.hypotheticalOrderedSetAggregates_windowEmulation();
    common.inverseDistributionOrderedSetAggregates_windowEmulation();
  }

  /** Those without a zone mean the zone of the process, as their Java types do. */
  private void registerTime() {
    registry.register("format", new TemporalFormat(configuration));
    current("current_date", TemporalSql.CURRENT_DATE, StandardBasicTypes.DATE);
    current("current_time", TemporalSql.CURRENT_TIME, StandardBasicTypes.TIME);
    current("current_timestamp", TemporalSql.CURRENT_TIMESTAMP, StandardBasicTypes.TIMESTAMP);
    current("local_date", TemporalSql.CURRENT_DATE, StandardBasicTypes.LOCAL_DATE);
    current("local_time", TemporalSql.CURRENT_TIME, StandardBasicTypes.LOCAL_TIME);
    current("local_datetime", TemporalSql.CURRENT_TIMESTAMP, StandardBasicTypes.LOCAL_DATE_TIME);
    current("offset_datetime", TemporalSql.CURRENT_INSTANT, StandardBasicTypes.OFFSET_DATE_TIME);
    current("instant", TemporalSql.CURRENT_INSTANT, StandardBasicTypes.INSTANT);
  }

  private void current(String name, String sql, BasicTypeReference<?> type) {
    registry.register(name, new CurrentFunction(name, sql, type(type)));
  }

  private void text(String name, String pattern, FunctionParameterType... parameters) {
    pattern(name, pattern, StandardBasicTypes.STRING, parameters);
  }

  private void text(String name, String two, String three, FunctionParameterType first, FunctionParameterType second,
      FunctionParameterType third) {
    registry.registerBinaryTernaryPattern(name, type(StandardBasicTypes.STRING), two, three, first, second, third,
        configuration);
  }

  private void pattern(String name, String pattern, BasicTypeReference<?> type, FunctionParameterType... parameters) {
    registry.patternDescriptorBuilder(name, pattern)
        .setInvariantType(type(type))
        .setExactArgumentCount(parameters.length)
        .setParameterTypes(parameters)
        .register();
  }

  private void likeItsArgument(String name, String pattern, FunctionParameterType... parameters) {
    var ofOne = new FunctionParameterType[] {NUMERIC};
    var actual = parameters.length == 0 ? ofOne : parameters;
    registry.patternDescriptorBuilder(name, pattern)
        .setReturnTypeResolver(StandardFunctionReturnTypeResolvers.useArgType(1))
        .setExactArgumentCount(actual.length)
        .setParameterTypes(actual)
        .register();
  }

  private <T> BasicType<T> type(BasicTypeReference<T> reference) {
    return configuration.getBasicTypeRegistry().resolve(reference);
  }
}

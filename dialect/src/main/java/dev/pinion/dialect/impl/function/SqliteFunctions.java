package dev.pinion.dialect.impl.function;

import dev.pinion.dialect.impl.array.ArrayFunctions;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.function.CurrentFunction;
import org.hibernate.type.BasicTypeReference;
import org.hibernate.type.StandardBasicTypes;

/**
 * The functions that SQLite has under another name, with other arguments or not at all; they replace what Hibernate
 * registers for every database.
 */
public final class SqliteFunctions {

  private final FunctionRegistrar functions;

  private SqliteFunctions(FunctionContributions contributions) {
    functions = new FunctionRegistrar(contributions);
  }

  /** Registers all of them. */
  public static void register(FunctionContributions contributions) {
    var functions = new SqliteFunctions(contributions);
    TextFunctions.register(functions.functions);
    NumericFunctions.register(functions.functions);
    AggregateFunctions.register(functions.functions);
    functions.registerTime();
    ArrayFunctions.register(contributions);
    contributions.getFunctionRegistry().register("cast", new SqliteCast(contributions.getDialect()));
  }

  /** Those without a zone mean the zone of the process, as their Java types do. */
  private void registerTime() {
    functions.registry.register("format", new TemporalFormat(functions.configuration));
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
    functions.registry.register(name, new CurrentFunction(name, sql, functions.type(type)));
  }
}

package dev.pinion.dialect.impl.array;

import static org.hibernate.query.sqm.produce.function.FunctionParameterType.ANY;
import static org.hibernate.query.sqm.produce.function.FunctionParameterType.INTEGER;
import static org.hibernate.query.sqm.produce.function.StandardArgumentsValidators.composite;
import static org.hibernate.query.sqm.produce.function.StandardArgumentsValidators.exactly;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.function.DynamicDispatchFunction;
import org.hibernate.dialect.function.array.ArrayAndElementArgumentTypeResolver;
import org.hibernate.dialect.function.array.ArrayAndElementArgumentValidator;
import org.hibernate.dialect.function.array.ArrayArgumentValidator;
import org.hibernate.dialect.function.array.ArrayViaArgumentReturnTypeResolver;
import org.hibernate.dialect.function.array.ElementViaArrayArgumentReturnTypeResolver;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.query.sqm.produce.function.ArgumentTypesValidator;
import org.hibernate.query.sqm.produce.function.ArgumentsValidator;
import org.hibernate.query.sqm.produce.function.FunctionArgumentTypeResolver;
import org.hibernate.query.sqm.produce.function.FunctionParameterType;
import org.hibernate.query.sqm.produce.function.StandardFunctionArgumentTypeResolvers;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Registers the functions of arrays. They are written with SQLite's JSON functions (json1.html) in the patterns of
 * {@link ArraySql}; positions count from one.
 */
public final class ArrayFunctions {

  private static final String NULL_UNLESS = "case when $1 is not null then ";
  private static final String ELEMENTS = "(select json_group_array(&1 order by j.key) from json_each($1) j where ";
  private static final String LENGTH = "coalesce(json_array_length($1),0)";
  /** The array and as many nulls as are missing before the position. */
  private static final String PADDED = "case when " + LENGTH + ">=$2-1 then coalesce($1,'[]') else '['||concat_ws(',',"
      + "nullif(trim(json($1),'[]'),''),rtrim(replace(hex(zeroblob($2-1-" + LENGTH + ")),'00','null,'),','))||']' end";

  private final SqmFunctionRegistry registry;
  private final TypeConfiguration configuration;

  private ArrayFunctions(FunctionContributions contributions) {
    registry = contributions.getFunctionRegistry();
    configuration = contributions.getTypeConfiguration();
  }

  /** Registers all of them. */
  public static void register(FunctionContributions contributions) {
    var functions = new ArrayFunctions(contributions);
    functions.registerConstructors();
    functions.registerSearches();
    functions.registerPredicates();
    functions.registerChanges();
    functions.registerSlices();
  }

  private void registerConstructors() {
    registry.register("array", new ArrayConstructor(false));
    registry.register("array_list", new ArrayConstructor(true));
    registry.register("array_agg", new ArrayAggregate());
    registry.register("array_fill", new ArrayFill(false));
    registry.register("array_fill_list", new ArrayFill(true));
    registry.register("array_to_string", new ArrayToString(configuration));
  }

  private void registerSearches() {
    registry.patternDescriptorBuilder("array_length", "json_array_length(?1)")
        .setReturnTypeResolver(StandardFunctionReturnTypeResolvers.invariant(
            configuration.standardBasicTypeForJavaType(Integer.class)))
        .setArgumentsValidator(composite(exactly(1), ArrayArgumentValidator.DEFAULT_INSTANCE))
        .setArgumentListSignature("(ARRAY array)")
        .register();
    registry.register("length", new DynamicDispatchFunction(registry, "character_length", "array_length"));
    registry.register("array_position", new ArrayPosition(configuration));
    registry.register("array_positions", new ArrayPositions(false, configuration));
    registry.register("array_positions_list", new ArrayPositions(true, configuration));
    registry.register("array_get", new ArrayFunction("array_get",
        "(select ^1 from json_each($1) j where j.key=$2-1)",
        composite(ArrayArgumentValidator.DEFAULT_INSTANCE, new ArgumentTypesValidator(null, ANY, INTEGER)),
        ElementViaArrayArgumentReturnTypeResolver.DEFAULT_INSTANCE,
        StandardFunctionArgumentTypeResolvers.invariant(ANY, INTEGER), "(ARRAY array, INTEGER index)"));
  }

  private void registerPredicates() {
    registry.register("array_contains", new ArrayContains(false, configuration));
    registry.register("array_contains_nullable", new ArrayContains(true, configuration));
    registry.register("array_includes", new ArrayIncludes(false, configuration));
    registry.register("array_includes_nullable", new ArrayIncludes(true, configuration));
    registry.register("array_intersects", new ArrayIntersects(false, configuration));
    registry.register("array_intersects_nullable", new ArrayIntersects(true, configuration));
    registry.registerAlternateKey("array_overlaps", "array_intersects");
    registry.registerAlternateKey("array_overlaps_nullable", "array_intersects_nullable");
  }

  private void registerChanges() {
    registry.register("array_concat", new ArrayConcat());
    registry.register("array_append", new ArrayConcatElement(false));
    registry.register("array_prepend", new ArrayConcatElement(true));
    array("array_set", "json_set(" + PADDED + ",'$['||($2-1)||']',#3)",
        composite(new ArrayAndElementArgumentValidator(0, 2), new ArgumentTypesValidator(null, ANY, INTEGER, ANY)),
        StandardFunctionArgumentTypeResolvers.composite(StandardFunctionArgumentTypeResolvers.IMPLIED_RESULT_TYPE,
            StandardFunctionArgumentTypeResolvers.invariant(ANY, INTEGER, ANY),
            new ArrayAndElementArgumentTypeResolver(0, 2)), "(ARRAY array, INTEGER index, OBJECT element)");
    array("array_remove", NULL_UNLESS + ELEMENTS + "j.value is not ~2) end",
        composite(exactly(2), ArrayAndElementArgumentValidator.DEFAULT_INSTANCE),
        ArrayAndElementArgumentTypeResolver.DEFAULT_INSTANCE, "(ARRAY array, OBJECT element)");
    array("array_replace", NULL_UNLESS + "(select json_group_array(case when j.value is ~2 then #3 else &1 end"
        + " order by j.key) from json_each($1) j) end",
        composite(exactly(3), new ArrayAndElementArgumentValidator(0, 1, 2)),
        new ArrayAndElementArgumentTypeResolver(0, 1, 2), "(ARRAY array, OBJECT old, OBJECT new)");
  }

  private void registerSlices() {
    slice("array_remove_index", NULL_UNLESS + ELEMENTS + "j.key is not $2-1) end", "(ARRAY array, INTEGER index)",
        ANY, INTEGER);
    slice("array_slice", "case when $1 is not null and $2 is not null and $3 is not null then " + ELEMENTS
        + "j.key between $2-1 and $3-1) end", "(ARRAY array, INTEGER start, INTEGER end)", ANY, INTEGER, INTEGER);
    // A path that does not begin with a dollar is an error, whose message quotes it.
    slice("array_trim", "case when $2>json_array_length($1)"
        + " then json_extract('[]','array_trim: the array has fewer elements than '||$2)"
        + " when $1 is not null then " + ELEMENTS + "j.key<json_array_length($1)-$2) end",
        "(ARRAY array, INTEGER elementsToRemove)", ANY, INTEGER);
  }

  private void slice(String name, String pattern, String signature, FunctionParameterType... parameters) {
    array(name, pattern,
        composite(new ArgumentTypesValidator(null, parameters), ArrayArgumentValidator.DEFAULT_INSTANCE),
        StandardFunctionArgumentTypeResolvers.composite(
            StandardFunctionArgumentTypeResolvers.invariant(parameters),
            StandardFunctionArgumentTypeResolvers.IMPLIED_RESULT_TYPE), signature);
  }

  private void array(String name, String pattern, ArgumentsValidator validator, FunctionArgumentTypeResolver types,
      String signature) {
    registry.register(name, new ArrayFunction(name, pattern, validator,
        ArrayViaArgumentReturnTypeResolver.DEFAULT_INSTANCE, types, signature));
  }
}

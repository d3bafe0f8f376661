package dev.pinion.dialect.impl.function;

import static org.hibernate.query.sqm.produce.function.FunctionParameterType.NUMERIC;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.function.CommonFunctionFactory;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.query.sqm.produce.function.FunctionParameterType;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.type.BasicType;
import org.hibernate.type.BasicTypeReference;
import org.hibernate.type.StandardBasicTypes;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Registers functions that are patterns of SQL.
 */
final class FunctionRegistrar {

  final CommonFunctionFactory common;
  final SqmFunctionRegistry registry;
  final TypeConfiguration configuration;

  FunctionRegistrar(FunctionContributions contributions) {
    common = new CommonFunctionFactory(contributions);
    registry = contributions.getFunctionRegistry();
    configuration = contributions.getTypeConfiguration();
  }

  void text(String name, String pattern, FunctionParameterType... parameters) {
    pattern(name, pattern, StandardBasicTypes.STRING, parameters);
  }

  void text(String name, String two, String three, FunctionParameterType first, FunctionParameterType second,
      FunctionParameterType third) {
    registry.registerBinaryTernaryPattern(name, type(StandardBasicTypes.STRING), two, three, first, second, third,
        configuration);
  }

  void integer(String name, String pattern, FunctionParameterType... parameters) {
    pattern(name, pattern, StandardBasicTypes.INTEGER, parameters);
  }

  void floating(String name, String pattern, FunctionParameterType... parameters) {
    pattern(name, pattern, StandardBasicTypes.DOUBLE, parameters);
  }

  void pattern(String name, String pattern, BasicTypeReference<?> type, FunctionParameterType... parameters) {
    registry.patternDescriptorBuilder(name, pattern)
        .setInvariantType(type(type))
        .setExactArgumentCount(parameters.length)
        .setParameterTypes(parameters)
        .register();
  }

  void likeItsArgument(String name, String pattern, FunctionParameterType... parameters) {
    var ofOne = new FunctionParameterType[] {NUMERIC};
    var actual = parameters.length == 0 ? ofOne : parameters;
    registry.patternDescriptorBuilder(name, pattern)
        .setReturnTypeResolver(StandardFunctionReturnTypeResolvers.useArgType(1))
        .setExactArgumentCount(actual.length)
        .setParameterTypes(actual)
        .register();
  }

  <T> BasicType<T> type(BasicTypeReference<T> reference) {
    return configuration.getBasicTypeRegistry().resolve(reference);
  }
}

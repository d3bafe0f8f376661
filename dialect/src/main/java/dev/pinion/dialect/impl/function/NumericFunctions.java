package dev.pinion.dialect.impl.function;

import static org.hibernate.query.sqm.produce.function.FunctionParameterType.INTEGER;
import static org.hibernate.query.sqm.produce.function.FunctionParameterType.NUMERIC;

import org.hibernate.type.StandardBasicTypes;

/**
 * Functions of numbers (lang_mathfunc.html). Adding zero makes a number of a decimal that is stored as a blob, which
 * these functions would not take.
 */
final class NumericFunctions {

  /** Bits that are in one of both. */
  private static final String XOR = "((?1|?2)-(?1&?2))";
  private static final String ROUND_TO =
      "(case when ?2<0 then round((?1)*power(10,?2))*power(10,-(?2)) else round(?1,?2) end)";
  /** Rounded, and one digit back when that went away from zero: scaling would lose digits. */
  private static final String TRUNCATE_TO = "(case when abs(round(?1,?2))<=abs(?1+0) then round(?1,?2)"
      + " else round(round(?1,?2)-sign(?1+0)*power(10,-(?2)),?2) end)";

  private NumericFunctions() {
  }

  static void register(FunctionRegistrar functions) {
    var registry = functions.registry;
    for (var name : new String[] {"sqrt", "ln", "exp", "log10", "log2", "sin", "cos", "tan", "asin", "acos", "atan",
        "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "degrees", "radians"}) {
      functions.floating(name, name + "(?1+0)", NUMERIC);
    }
    functions.floating("cot", "(1/tan(?1+0))", NUMERIC);
    functions.floating("cbrt", "(sign(?1+0)*power(abs(?1+0),1/3.0))", NUMERIC);
    functions.floating("atan2", "atan2(?1+0,?2+0)", NUMERIC, NUMERIC);
    functions.floating("power", "power(?1+0,?2+0)", NUMERIC, NUMERIC);
    registry.registerUnaryBinaryPattern("log", functions.type(StandardBasicTypes.DOUBLE), "log(?1+0)",
        "log(?1+0,?2+0)", NUMERIC, NUMERIC, functions.configuration)
        .setArgumentListSignature("([NUMERIC base, ]NUMERIC number)");
    functions.floating("pi", "pi()");
    functions.integer("sign", "sign(?1+0)", NUMERIC);
    functions.likeItsArgument("square", "((?1)*(?1))");
    functions.likeItsArgument("floor", "floor(?1+0)");
    functions.likeItsArgument("ceiling", "ceiling(?1+0)");
    registry.registerAlternateKey("ceil", "ceiling");
    registry.registerUnaryBinaryPattern("round", "round(?1)", ROUND_TO, NUMERIC, INTEGER, functions.configuration)
        .setArgumentListSignature("(NUMERIC number[, INTEGER places])");
    registry.register("trunc", new TruncateFunction("trunc(?1+0)", TRUNCATE_TO, functions.configuration));
    registry.registerAlternateKey("truncate", "trunc");
    functions.common.mod_operator();
    functions.common.bitandorxornot_operator();
    functions.likeItsArgument("bitxor", XOR, INTEGER, INTEGER);
    registry.register("least", OrderingFunction.ofArguments("least", "min"));
    registry.register("greatest", OrderingFunction.ofArguments("greatest", "max"));
    functions.floating("rand", "((random()&9223372036854775807)/9223372036854775808.0)");
  }
}

package dev.pinion.sqlclient.impl;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.data.Numeric;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON arrays as Java arrays; the counterpart of {@link ArrayParameters}. */
final class ArrayValues {

  private static final Set<Class<?>> EXACT = Set.of(BigDecimal.class, BigInteger.class, Numeric.class);
  private static final Pattern STRING_OR_NUMBER = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|(-?\\d[\\d.eE+-]*)");

  private ArrayValues() {
  }

  static Object read(Cell cell, Class<?> componentType) {
    if (!(json(cell, componentType) instanceof JsonArray elements)) {
      throw cell.refuse(componentType.arrayType());
    }
    Class<?> type = MethodType.methodType(componentType).wrap().returnType();
    Object array = Array.newInstance(componentType, elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Object element = element(elements, i, type);
      if (element != null) {
        Array.set(array, i, RowValues.read(new Cell(cell.row(), cell.position(), element), type));
      } else if (componentType.isPrimitive()) {
        throw cell.refuse(componentType.arrayType());
      }
    }
    return array;
  }

  private static Object element(JsonArray elements, int i, Class<?> type) {
    if (type == Buffer.class || type == byte[].class) {
      String digits = elements.getString(i);
      return digits == null ? null : Buffer.buffer(ArrayParameters.HEX.parseHex(digits));
    }
    Object element = elements.getValue(i);
    if (element instanceof Integer number) {
      return number.longValue();
    }
    return element instanceof BigInteger digits ? digits.toString() : element;
  }

  /** Vert.x makes doubles of the numbers in JSON; where more digits are asked for, they are decoded as texts. */
  private static Object json(Cell cell, Class<?> componentType) {
    Class<?> type = componentType;
    while (type.isArray() && type != byte[].class) {
      type = type.getComponentType();
    }
    return cell.value() instanceof String text && EXACT.contains(type)
        ? Json.decodeValue(quoteNumbers(text)) : RowValues.json(cell);
  }

  private static String quoteNumbers(String json) {
    StringBuilder quoted = new StringBuilder(json.length() + 16);
    int from = 0;
    Matcher token = STRING_OR_NUMBER.matcher(json);
    while (token.find()) {
      if (token.group(1) != null) {
        quoted.append(json, from, token.start()).append('"').append(token.group(1)).append('"');
        from = token.end();
      }
    }
    return quoted.append(json, from, json.length()).toString();
  }
}

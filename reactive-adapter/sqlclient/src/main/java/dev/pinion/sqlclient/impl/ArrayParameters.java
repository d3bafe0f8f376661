package dev.pinion.sqlclient.impl;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Arrays and collections as JSON, in the form that the dialect writes: each element as SQLite would store it, as far
 * as JSON has a form for that; bytes as hexadecimal digits, which SQLite's {@code unhex} reads.
 */
final class ArrayParameters {

  static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** How SQLite writes infinity in JSON, which has none (json1.html, section 3.1). */
  private static final BigDecimal INFINITY = new BigDecimal("9e999");

  private ArrayParameters() {
  }

  static JsonArray of(Object arrayOrCollection) {
    Object array = arrayOrCollection instanceof Collection<?> collection ? collection.toArray() : arrayOrCollection;
    JsonArray elements = new JsonArray();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(element(Array.get(array, i)));
    }
    return elements;
  }

  private static Object element(Object value) {
    if (value == null || value == Tuple.JSON_NULL) {
      return null;
    } else if (value instanceof Boolean || value instanceof JsonObject || value instanceof JsonArray) {
      return value;
    } else if (value instanceof UUID) {
      return value.toString();
    } else if (value instanceof Number number) {
      return number(Parameters.number(number));
    } else if (value instanceof byte[] bytes) {
      return HEX.formatHex(bytes);
    } else if (value instanceof Collection<?> || value.getClass().isArray()) {
      return of(value);
    }
    byte[] bytes = Parameters.bytes(value);
    return bytes == null ? Parameters.stored(value) : HEX.formatHex(bytes);
  }

  private static Object number(Object stored) {
    if (stored instanceof Double real && real.isInfinite()) {
      return real > 0 ? INFINITY : INFINITY.negate();
    }
    return stored instanceof byte[] digits ? new BigDecimal(new String(digits, StandardCharsets.UTF_8)) : stored;
  }
}

package dev.pinion.sqlclient.impl;

import dev.pinion.storage.Decimals;
import dev.pinion.storage.Uuids;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.EncodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Turns the values of a tuple into what SQLite stores: Long, Double, String, byte[] or null. */
final class Parameters {

  private Parameters() {
  }

  /**
   * The stored form of all values.
   *
   * @throws IllegalArgumentException for a value that has none; it tells position and class, never the value
   */
  static Object[] of(Tuple tuple) {
    Object[] values = new Object[tuple.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = tuple.getValue(i);
      try {
        values[i] = stored(value);
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw new IllegalArgumentException("The parameter at position[" + i + "] with class = ["
            + value.getClass().getName() + "] cannot be stored in SQLite: " + e.getMessage());
      }
    }
    return values;
  }

  static Object stored(Object value) {
    if (value == null || value instanceof Long || value instanceof byte[]) {
      return value;
    } else if (value instanceof String text) {
      return text(text);
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof Boolean flag) {
      return flag ? 1L : 0L;
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (value instanceof UUID uuid) {
      return Uuids.toBytes(uuid);
    } else if (value instanceof CharSequence || value instanceof Character) {
      return text(value.toString());
    } else if (value instanceof JsonObject || value instanceof JsonArray || value == Tuple.JSON_NULL) {
      return json(value == Tuple.JSON_NULL ? null : value);
    } else if (value instanceof Collection<?> || value.getClass().isArray()) {
      return json(ArrayParameters.of(value));
    } else if (value instanceof ZoneId zone) {
      return zone.getId();
    }
    byte[] bytes = bytes(value);
    return bytes == null ? TemporalParameters.stored(value) : bytes;
  }

  static Object number(Number number) {
    if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte
        || number instanceof AtomicInteger || number instanceof AtomicLong) {
      return number.longValue();
    } else if (number instanceof Double || number instanceof Float) {
      if (Double.isNaN(number.doubleValue())) {
        throw new IllegalArgumentException("SQLite would store NaN as NULL; bind null if that is meant");
      }
      return number.doubleValue();
    } else if (number instanceof BigDecimal decimal) {
      return Decimals.toStored(decimal);
    } else if (number instanceof BigInteger integer) {
      return Decimals.toStored(integer);
    } else if (number instanceof Numeric numeric) {
      return numeric.isNaN() ? number(Double.NaN) : Decimals.toStored(numeric.bigDecimalValue());
    }
    throw new IllegalArgumentException("it is a number of a kind whose digits are not known; give a BigDecimal");
  }

  /** The bytes of what holds bytes in memory, else null. */
  static byte[] bytes(Object value) {
    if (value instanceof Buffer buffer) {
      return buffer.getBytes();
    } else if (value instanceof ByteBuf buffer) {
      return ByteBufUtil.getBytes(buffer);
    } else if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    return null;
  }

  /** Half of a surrogate pair has no UTF-8 form; Java would silently make a question mark of it. */
  private static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair = Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw new IllegalArgumentException("the character at " + i + " is half of a surrogate pair, which has no "
              + "UTF-8 form; give both halves, or the bytes as a Buffer");
        }
        i++;
      }
    }
    return text;
  }

  private static String json(Object value) {
    try {
      return Json.encode(value);
    } catch (EncodeException e) {
      throw new IllegalArgumentException("it holds a value that has no JSON form");
    }
  }
}

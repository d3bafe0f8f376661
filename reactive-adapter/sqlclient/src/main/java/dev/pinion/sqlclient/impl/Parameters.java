package dev.pinion.sqlclient.impl;

import dev.pinion.storage.Decimals;
import dev.pinion.storage.Temporals;
import dev.pinion.storage.Uuids;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.UUID;

/** Turns the values of a tuple into what SQLite stores: Long, Double, String, byte[] or null. */
final class Parameters {

  private Parameters() {
  }

  /**
   * The stored form of all values.
   *
   * @throws IllegalArgumentException for a value that has none
   */
  static Object[] of(Tuple tuple) {
    Object[] values = new Object[tuple.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = tuple.getValue(i);
      try {
        values[i] = stored(value);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("The parameter at position[" + i + "] with class = ["
            + value.getClass().getName() + "] cannot be stored in SQLite: " + e.getMessage(), e);
      }
    }
    return values;
  }

  private static Object stored(Object value) {
    if (value == null || value instanceof String || value instanceof Long || value instanceof byte[]) {
      return value;
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof Boolean flag) {
      return flag ? 1L : 0L;
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (value instanceof Buffer buffer) {
      return buffer.getBytes();
    } else if (value instanceof ByteBuf buffer) {
      return ByteBufUtil.getBytes(buffer);
    } else if (value instanceof UUID uuid) {
      return Uuids.toBytes(uuid);
    } else if (value instanceof CharSequence || value instanceof Character) {
      return value.toString();
    } else if (value instanceof JsonObject || value instanceof JsonArray || value == Tuple.JSON_NULL) {
      return Json.encode(value == Tuple.JSON_NULL ? null : value);
    }
    return temporalOrArray(value);
  }

  private static Object number(Number number) {
    if (number instanceof Double || number instanceof Float) {
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
    return number.longValue();
  }

  private static Object temporalOrArray(Object value) {
    if (value instanceof LocalDate date) {
      return Temporals.format(date);
    } else if (value instanceof LocalTime time) {
      return Temporals.format(time);
    } else if (value instanceof LocalDateTime dateTime) {
      return Temporals.format(dateTime);
    } else if (value instanceof OffsetDateTime dateTime) {
      return Temporals.format(dateTime);
    } else if (value instanceof ZonedDateTime dateTime) {
      return Temporals.format(dateTime.toInstant());
    } else if (value instanceof Instant instant) {
      return Temporals.format(instant);
    } else if (value instanceof Duration duration) {
      return duration.toNanos();
    } else if (value instanceof Collection<?> collection) {
      return array(collection.toArray());
    } else if (value.getClass().isArray()) {
      return array(value);
    }
    throw new IllegalArgumentException("it is none of the types that have a stored form");
  }

  private static String array(Object array) {
    JsonArray elements = new JsonArray();
    for (int i = 0; i < Array.getLength(array); i++) {
      Object element = stored(Array.get(array, i));
      elements.add(element instanceof byte[] bytes ? Buffer.buffer(bytes) : element);
    }
    return elements.encode();
  }
}

package dev.pinion.sqlclient.impl;

import static java.util.Map.entry;

import dev.pinion.storage.Decimals;
import dev.pinion.storage.Temporals;
import dev.pinion.storage.Uuids;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.UUID;

/** How a stored value is read as a Java type: one reader a type. */
final class RowValues {

  private interface Reader {
    Object read(Cell cell);
  }

  private static final Map<Class<?>, Reader> READERS = Map.ofEntries(
      entry(Object.class, Cell::value),
      entry(Boolean.class, RowValues::flag),
      entry(Byte.class, cell -> (byte) Numbers.integer(cell, Byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE)),
      entry(Short.class, cell -> (short) Numbers.integer(cell, Short.class, Short.MIN_VALUE, Short.MAX_VALUE)),
      entry(Integer.class,
          cell -> (int) Numbers.integer(cell, Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE)),
      entry(Long.class, cell -> Numbers.integer(cell, Long.class, Long.MIN_VALUE, Long.MAX_VALUE)),
      entry(Float.class, Numbers::smallReal),
      entry(Double.class, Numbers::real),
      entry(Number.class, Numbers::number),
      entry(BigDecimal.class, Numbers::decimal),
      entry(BigInteger.class, cell -> Decimals.toBigInteger(cell.stored())),
      entry(Numeric.class, cell -> Numeric.create(Numbers.decimal(cell))),
      entry(String.class, RowValues::text),
      entry(Character.class, RowValues::character),
      entry(Buffer.class, RowValues::buffer),
      entry(byte[].class, cell -> buffer(cell).getBytes()),
      entry(UUID.class, cell -> Uuids.toUuid(cell.stored())),
      entry(Temporal.class, cell -> Temporals.toTemporal(cell.value())),
      entry(LocalDate.class, cell -> Temporals.toLocalDate(cell.value())),
      entry(LocalTime.class, cell -> Temporals.toLocalTime(cell.value())),
      entry(LocalDateTime.class, cell -> Temporals.toLocalDateTime(cell.value())),
      entry(OffsetTime.class, cell -> Temporals.toOffsetTime(cell.value())),
      entry(OffsetDateTime.class, cell -> Temporals.toOffsetDateTime(cell.value())),
      entry(ZonedDateTime.class, cell -> Temporals.toOffsetDateTime(cell.value()).toZonedDateTime()),
      entry(Instant.class, cell -> Temporals.toInstant(cell.value())),
      entry(Duration.class, cell -> cell.value() instanceof String text ? Duration.parse(text)
          : Duration.ofNanos(Numbers.integer(cell, Long.class, Long.MIN_VALUE, Long.MAX_VALUE))),
      entry(Period.class, cell -> Period.parse(text(cell))),
      entry(Year.class,
          cell -> Year.of((int) Numbers.integer(cell, Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE))),
      entry(YearMonth.class, cell -> YearMonth.parse(text(cell))),
      entry(MonthDay.class, cell -> MonthDay.parse(text(cell))),
      entry(ZoneId.class, cell -> ZoneId.of(text(cell))),
      entry(ZoneOffset.class, cell -> ZoneOffset.of(text(cell))),
      entry(JsonObject.class, cell -> json(cell, JsonObject.class)),
      entry(JsonArray.class, cell -> json(cell, JsonArray.class)));

  private RowValues() {
  }

  /**
   * Reads a value.
   *
   * @throws ClassCastException if a value of its kind has no such form
   * @throws ArithmeticException if it is a number out of the type's range
   * @throws DateTimeException if it is no date or time
   * @throws IllegalArgumentException if it is text that does not say such a thing
   */
  static Object read(Cell cell, Class<?> type) {
    Reader reader = READERS.get(type);
    if (reader == null) {
      return enumOrArray(cell, type);
    }
    try {
      return reader.read(cell);
    } catch (DateTimeException | IllegalArgumentException | DecodeException e) {
      throw cell.located(e);
    }
  }

  /** Any JSON: text is decoded, a number is itself. */
  static Object json(Cell cell) {
    Object value = cell.value();
    if (value instanceof String text) {
      Object decoded = Json.decodeValue(text);
      return decoded == null ? Tuple.JSON_NULL : decoded;
    } else if (value instanceof Buffer) {
      throw cell.refuse(JsonObject.class);
    }
    return value;
  }

  private static Object enumOrArray(Cell cell, Class<?> type) {
    if (Enum.class.isAssignableFrom(type) && type != Enum.class) {
      // A constant with a body has a class of its own.
      return constant(cell, type.isEnum() ? type : type.getSuperclass());
    } else if (type.isArray()) {
      return ArrayValues.read(cell, type.getComponentType());
    }
    throw new UnsupportedOperationException("A column cannot be read as " + type.getName());
  }

  private static Object constant(Cell cell, Class<?> type) {
    Object[] constants = type.getEnumConstants();
    for (int i = 0; i < constants.length; i++) {
      if (((Enum<?>) constants[i]).name().equals(cell.value()) || Long.valueOf(i).equals(cell.value())) {
        return constants[i];
      }
    }
    throw cell.refuse(type);
  }

  private static Object flag(Cell cell) {
    Object value = cell.value();
    if (value instanceof Boolean) {
      return value;
    } else if (value instanceof Number number) {
      return number.doubleValue() != 0;
    } else if (value instanceof String text) {
      if (text.equalsIgnoreCase("true") || text.equals("1")) {
        return true;
      } else if (text.equalsIgnoreCase("false") || text.equals("0")) {
        return false;
      }
    }
    throw cell.refuse(Boolean.class);
  }

  private static String text(Cell cell) {
    if (cell.value() instanceof Buffer) {
      throw cell.refuse(String.class);
    }
    return cell.value().toString();
  }

  private static Object character(Cell cell) {
    String text = text(cell);
    if (text.length() > 1) {
      throw new IllegalArgumentException("a text of " + text.length() + " characters is no Character; read a String");
    }
    return text.isEmpty() ? null : text.charAt(0);
  }

  private static Buffer buffer(Cell cell) {
    if (cell.value() instanceof String text) {
      return Buffer.buffer(text);
    } else if (cell.value() instanceof Buffer buffer) {
      return buffer;
    }
    throw cell.refuse(Buffer.class);
  }

  private static Object json(Cell cell, Class<?> type) {
    Object json = json(cell);
    if (json == Tuple.JSON_NULL) {
      return null;
    } else if (!type.isInstance(json)) {
      throw cell.refuse(type);
    }
    return json;
  }
}

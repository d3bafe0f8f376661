package dev.pinion.sqlclient.impl;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How {@code Row.get(Class, position)} reads a value: one reader a type. */
final class RowValues {

  private interface Reader {
    Object read(SqliteRow row, int position);
  }

  private static final Map<Class<?>, Reader> READERS = new HashMap<>();

  static {
    READERS.put(Object.class, SqliteRow::getValue);
    READERS.put(Boolean.class, SqliteRow::getBoolean);
    READERS.put(Byte.class, (row, position) -> {
      Short value = row.getShort(position);
      return value == null ? null : value.byteValue();
    });
    READERS.put(Short.class, SqliteRow::getShort);
    READERS.put(Integer.class, SqliteRow::getInteger);
    READERS.put(Long.class, SqliteRow::getLong);
    READERS.put(Float.class, SqliteRow::getFloat);
    READERS.put(Double.class, SqliteRow::getDouble);
    READERS.put(Number.class, SqliteRow::getValue);
    READERS.put(BigDecimal.class, SqliteRow::getBigDecimal);
    READERS.put(BigInteger.class, (row, position) -> {
      BigDecimal value = row.getBigDecimal(position);
      return value == null ? null : value.toBigIntegerExact();
    });
    READERS.put(Numeric.class, SqliteRow::getNumeric);
    READERS.put(String.class, SqliteRow::getString);
    READERS.put(Character.class, (row, position) -> {
      String value = row.getString(position);
      return value == null || value.isEmpty() ? null : value.charAt(0);
    });
    READERS.put(Buffer.class, SqliteRow::getBuffer);
    READERS.put(byte[].class, (row, position) -> {
      Buffer value = row.getBuffer(position);
      return value == null ? null : value.getBytes();
    });
    READERS.put(UUID.class, SqliteRow::getUUID);
    READERS.put(LocalDate.class, SqliteRow::getLocalDate);
    READERS.put(LocalTime.class, SqliteRow::getLocalTime);
    READERS.put(LocalDateTime.class, SqliteRow::getLocalDateTime);
    READERS.put(OffsetDateTime.class, SqliteRow::getOffsetDateTime);
    READERS.put(Instant.class, (row, position) -> {
      OffsetDateTime value = row.getOffsetDateTime(position);
      return value == null ? null : value.toInstant();
    });
    READERS.put(Duration.class, (row, position) -> {
      Long value = row.getLong(position);
      return value == null ? null : Duration.ofNanos(value);
    });
    READERS.put(JsonObject.class, SqliteRow::getJsonObject);
    READERS.put(JsonArray.class, SqliteRow::getJsonArray);
  }

  private RowValues() {
  }

  static Object read(SqliteRow row, Class<?> type, int position) {
    Reader reader = READERS.get(type);
    if (reader != null) {
      return reader.read(row, position);
    }
    return type.isEnum() ? constant(row, type, position) : arrayOrRefuse(row, type, position);
  }

  private static Object constant(SqliteRow row, Class<?> type, int position) {
    Object value = row.getValue(position);
    if (value == null) {
      return null;
    }
    Object[] constants = type.getEnumConstants();
    for (int i = 0; i < constants.length; i++) {
      if (((Enum<?>) constants[i]).name().equals(value) || Long.valueOf(i).equals(value)) {
        return constants[i];
      }
    }
    return row.refuse(type, position);
  }

  private static Object arrayOrRefuse(SqliteRow row, Class<?> type, int position) {
    if (!type.isArray()) {
      throw new UnsupportedOperationException("A column cannot be read as " + type.getName());
    }
    JsonArray elements = row.getJsonArray(position);
    if (elements == null) {
      return null;
    }
    Object array = Array.newInstance(type.getComponentType(), elements.size());
    for (int i = 0; i < elements.size(); i++) {
      SqliteRow element = new SqliteRow(null, 1);
      element.addValue(stored(elements.getValue(i)));
      Array.set(array, i, read(element, type.getComponentType(), 0));
    }
    return array;
  }

  /** JSON keeps integers as small as they fit and has a boolean; SQLite has one integer. */
  private static Object stored(Object json) {
    if (json instanceof Integer number) {
      return number.longValue();
    } else if (json instanceof Boolean flag) {
      return flag ? 1L : 0L;
    }
    return json;
  }
}

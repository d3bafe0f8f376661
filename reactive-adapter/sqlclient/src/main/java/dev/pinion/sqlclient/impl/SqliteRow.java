package dev.pinion.sqlclient.impl;

import dev.pinion.storage.Decimals;
import dev.pinion.storage.Temporals;
import dev.pinion.storage.Uuids;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.data.Numeric;
import io.vertx.sqlclient.impl.RowBase;
import io.vertx.sqlclient.impl.RowDesc;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A row whose values are as SQLite stores them (Long, Double, String, Buffer, null), and whose getters read them by
 * the rules of the storage format.
 */
final class SqliteRow extends RowBase {

  private final RowDesc columns;

  SqliteRow(RowDesc columns, int width) {
    super(width);
    this.columns = columns;
  }

  SqliteRow fill(Object[] values) {
    for (Object value : values) {
      addValue(value);
    }
    return this;
  }

  @Override
  public String getColumnName(int position) {
    return position < 0 || position >= columns.columnNames().size() ? null : columns.columnNames().get(position);
  }

  @Override
  public int getColumnIndex(String name) {
    return columns.columnIndex(name);
  }

  @Override
  public Boolean getBoolean(int position) {
    Object value = getValue(position);
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    } else if ("true".equals(value) || "1".equals(value)) {
      return true;
    } else if ("false".equals(value) || "0".equals(value)) {
      return false;
    }
    return value == null ? null : refuse(Boolean.class, position);
  }

  @Override
  public Short getShort(int position) {
    return getValue(position) instanceof Long number ? (Short) (short) inRange(number, Short.class, position,
        Short.MIN_VALUE, Short.MAX_VALUE) : super.getShort(position);
  }

  @Override
  public Integer getInteger(int position) {
    return getValue(position) instanceof Long number ? (Integer) (int) inRange(number, Integer.class, position,
        Integer.MIN_VALUE, Integer.MAX_VALUE) : super.getInteger(position);
  }

  @Override
  public String getString(int position) {
    Object value = getValue(position);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    return value instanceof Number ? value.toString() : refuse(String.class, position);
  }

  @Override
  public BigDecimal getBigDecimal(int position) {
    return Decimals.toBigDecimal(bytesOfBuffer(getValue(position)));
  }

  @Override
  public Numeric getNumeric(int position) {
    BigDecimal decimal = getBigDecimal(position);
    return decimal == null ? null : Numeric.create(decimal);
  }

  @Override
  public LocalDate getLocalDate(int position) {
    return Temporals.toLocalDate(getValue(position));
  }

  @Override
  public LocalTime getLocalTime(int position) {
    return Temporals.toLocalTime(getValue(position));
  }

  @Override
  public LocalDateTime getLocalDateTime(int position) {
    return Temporals.toLocalDateTime(getValue(position));
  }

  @Override
  public OffsetDateTime getOffsetDateTime(int position) {
    return Temporals.toOffsetDateTime(getValue(position));
  }

  @Override
  public UUID getUUID(int position) {
    return Uuids.toUuid(bytesOfBuffer(getValue(position)));
  }

  @Override
  public Buffer getBuffer(int position) {
    Object value = getValue(position);
    return value instanceof String text ? Buffer.buffer(text) : (Buffer) value;
  }

  @Override
  public JsonObject getJsonObject(int position) {
    return (JsonObject) getJson(position);
  }

  @Override
  public JsonArray getJsonArray(int position) {
    return (JsonArray) getJson(position);
  }

  @Override
  public Object getJson(int position) {
    Object value = getValue(position);
    return value instanceof String text ? Json.decodeValue(text) : value;
  }

  @Override
  public <T> T get(Class<T> type, int position) {
    return type.cast(RowValues.read(this, type, position));
  }

  private long inRange(long number, Class<?> type, int position, long min, long max) {
    if (number < min || number > max) {
      throw new ArithmeticException("The value " + number + " of column " + getColumnName(position)
          + " does not fit into " + type.getSimpleName() + "; read it as a Long");
    }
    return number;
  }

  <T> T refuse(Class<T> type, int position) {
    throw new ClassCastException("Column " + getColumnName(position) + " holds a "
        + getValue(position).getClass().getSimpleName() + ", which cannot be read as " + type.getSimpleName());
  }

  private static Object bytesOfBuffer(Object value) {
    return value instanceof Buffer buffer ? buffer.getBytes() : value;
  }
}

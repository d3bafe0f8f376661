package dev.pinion.sqlclient.impl;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.data.Numeric;
import io.vertx.sqlclient.impl.RowDesc;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.temporal.Temporal;
import java.util.UUID;

/**
 * A row whose values are as SQLite stores them (Long, Double, String, Buffer, null), and whose getters read them by
 * the rules of the storage format. The commonest getters look first whether there is anything to convert.
 */
final class SqliteRow extends ArrayRow {

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
  public <T> T get(Class<T> type, int position) {
    if (type == null) {
      throw new IllegalArgumentException("Accessor type can not be null");
    }
    Object value = getValue(position);
    return value == null ? null : type.cast(RowValues.read(new Cell(this, position, value), type));
  }

  @Override
  public Boolean getBoolean(int position) {
    return get(Boolean.class, position);
  }

  @Override
  public Short getShort(int position) {
    return get(Short.class, position);
  }

  @Override
  public Integer getInteger(int position) {
    return getValue(position) instanceof Long number && number.intValue() == number
        ? (Integer) number.intValue() : get(Integer.class, position);
  }

  @Override
  public Long getLong(int position) {
    return getValue(position) instanceof Long number ? number : get(Long.class, position);
  }

  @Override
  public Float getFloat(int position) {
    return get(Float.class, position);
  }

  @Override
  public Double getDouble(int position) {
    return getValue(position) instanceof Double number ? number : get(Double.class, position);
  }

  @Override
  public Numeric getNumeric(int position) {
    return get(Numeric.class, position);
  }

  @Override
  public BigDecimal getBigDecimal(int position) {
    return get(BigDecimal.class, position);
  }

  @Override
  public String getString(int position) {
    return getValue(position) instanceof String text ? text : get(String.class, position);
  }

  @Override
  public Buffer getBuffer(int position) {
    return getValue(position) instanceof Buffer buffer ? buffer : get(Buffer.class, position);
  }

  @Override
  public UUID getUUID(int position) {
    return get(UUID.class, position);
  }

  @Override
  public Temporal getTemporal(int position) {
    return get(Temporal.class, position);
  }

  @Override
  public LocalDate getLocalDate(int position) {
    return get(LocalDate.class, position);
  }

  @Override
  public LocalTime getLocalTime(int position) {
    return get(LocalTime.class, position);
  }

  @Override
  public LocalDateTime getLocalDateTime(int position) {
    return get(LocalDateTime.class, position);
  }

  @Override
  public OffsetTime getOffsetTime(int position) {
    return get(OffsetTime.class, position);
  }

  @Override
  public OffsetDateTime getOffsetDateTime(int position) {
    return get(OffsetDateTime.class, position);
  }

  @Override
  public JsonObject getJsonObject(int position) {
    return get(JsonObject.class, position);
  }

  @Override
  public JsonArray getJsonArray(int position) {
    return get(JsonArray.class, position);
  }

  @Override
  public Object getJson(int position) {
    Object value = getValue(position);
    if (value == null) {
      return null;
    }
    Cell cell = new Cell(this, position, value);
    try {
      return RowValues.json(cell);
    } catch (DecodeException e) {
      throw cell.located(e);
    }
  }
}

package dev.pinion.sqlclient.impl;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.data.Numeric;
import io.vertx.sqlclient.impl.RowBase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.temporal.Temporal;
import java.util.UUID;

/** The array getters of a row, all of which read a JSON array. */
abstract class ArrayRow extends RowBase {

  ArrayRow(int width) {
    super(width);
  }

  @Override
  public abstract <T> T get(Class<T> type, int position);

  @Override
  public Boolean[] getArrayOfBooleans(int position) {
    return get(Boolean[].class, position);
  }

  @Override
  public Short[] getArrayOfShorts(int position) {
    return get(Short[].class, position);
  }

  @Override
  public Integer[] getArrayOfIntegers(int position) {
    return get(Integer[].class, position);
  }

  @Override
  public Long[] getArrayOfLongs(int position) {
    return get(Long[].class, position);
  }

  @Override
  public Float[] getArrayOfFloats(int position) {
    return get(Float[].class, position);
  }

  @Override
  public Double[] getArrayOfDoubles(int position) {
    return get(Double[].class, position);
  }

  @Override
  public Numeric[] getArrayOfNumerics(int position) {
    return get(Numeric[].class, position);
  }

  @Override
  public BigDecimal[] getArrayOfBigDecimals(int position) {
    return get(BigDecimal[].class, position);
  }

  @Override
  public String[] getArrayOfStrings(int position) {
    return get(String[].class, position);
  }

  @Override
  public Buffer[] getArrayOfBuffers(int position) {
    return get(Buffer[].class, position);
  }

  @Override
  public UUID[] getArrayOfUUIDs(int position) {
    return get(UUID[].class, position);
  }

  @Override
  public JsonObject[] getArrayOfJsonObjects(int position) {
    return get(JsonObject[].class, position);
  }

  @Override
  public JsonArray[] getArrayOfJsonArrays(int position) {
    return get(JsonArray[].class, position);
  }

  @Override
  public Object[] getArrayOfJsons(int position) {
    return get(Object[].class, position);
  }

  @Override
  public Temporal[] getArrayOfTemporals(int position) {
    return get(Temporal[].class, position);
  }

  @Override
  public LocalDate[] getArrayOfLocalDates(int position) {
    return get(LocalDate[].class, position);
  }

  @Override
  public LocalTime[] getArrayOfLocalTimes(int position) {
    return get(LocalTime[].class, position);
  }

  @Override
  public LocalDateTime[] getArrayOfLocalDateTimes(int position) {
    return get(LocalDateTime[].class, position);
  }

  @Override
  public OffsetTime[] getArrayOfOffsetTimes(int position) {
    return get(OffsetTime[].class, position);
  }

  @Override
  public OffsetDateTime[] getArrayOfOffsetDateTimes(int position) {
    return get(OffsetDateTime[].class, position);
  }
}

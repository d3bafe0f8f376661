package dev.pinion.sqlclient.impl;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import java.time.DateTimeException;

/**
 * A value of a row, or an element of an array in it, and where it stands, for the sake of the messages.
 *
 * @param row the row
 * @param position the column
 * @param value Long, Double, String, Buffer; within arrays also Boolean, JsonObject, JsonArray; never null
 */
record Cell(SqliteRow row, int position, Object value) {

  /** The value as the storage format knows it. */
  Object stored() {
    return value instanceof Buffer buffer ? buffer.getBytes() : value;
  }

  String column() {
    return row.getColumnName(position);
  }

  ClassCastException refuse(Class<?> type) {
    String held = value instanceof Buffer ? "Buffer" : value.getClass().getSimpleName();
    return new ClassCastException(
        "Column " + column() + " holds a " + held + ", which cannot be read as " + type.getSimpleName());
  }

  ArithmeticException doesNotFit(Class<?> type) {
    String fitting = value instanceof Number ? value.getClass().getSimpleName() : "BigDecimal";
    return new ArithmeticException("The value " + value + " of column " + column() + " does not fit into "
        + type.getSimpleName() + "; read it as a " + fitting);
  }

  /** The same error, which says also where. */
  RuntimeException located(RuntimeException error) {
    String message = "Column " + column() + ": " + error.getMessage();
    if (error instanceof DateTimeException) {
      return new DateTimeException(message, error);
    } else if (error instanceof DecodeException) {
      return new DecodeException(message, error);
    } else if (error instanceof ArithmeticException) {
      return (RuntimeException) new ArithmeticException(message).initCause(error);
    }
    return new IllegalArgumentException(message, error);
  }
}

package dev.pinion.sqlclient.impl;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.math.BigInteger;

/** Reads JSON arrays as Java arrays; the counterpart of {@link ArrayParameters}. */
final class ArrayValues {

  private ArrayValues() {
  }

  static Object read(Cell cell, Class<?> componentType) {
    if (!(RowValues.json(cell) instanceof JsonArray elements)) {
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
      return elements.getBuffer(i);
    }
    Object element = elements.getValue(i);
    if (element instanceof Integer number) {
      return number.longValue();
    }
    return element instanceof BigInteger digits ? digits.toString() : element;
  }
}

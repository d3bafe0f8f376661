package dev.pinion.sqlclient.impl;

import dev.pinion.storage.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads numbers, be they stored as INTEGER, REAL, digits in TEXT or digits in a BLOB. A fraction is dropped where an
 * integer is asked for, as Vert.x has it; what is out of range is refused.
 */
final class Numbers {

  private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  private static final double TWO_TO_63 = 0x1p63;

  private Numbers() {
  }

  static Number number(Cell cell) {
    Object value = cell.value();
    if (value instanceof Number number) {
      return number;
    } else if (value instanceof Boolean flag) {
      return flag ? 1L : 0L;
    }
    return decimal(cell);
  }

  static BigDecimal decimal(Cell cell) {
    return cell.value() instanceof Boolean ? BigDecimal.valueOf(number(cell).longValue())
        : Decimals.toBigDecimal(cell.stored());
  }

  static long integer(Cell cell, Class<?> type, long min, long max) {
    Number number = number(cell);
    if (number instanceof Double real) {
      if (!(real >= -TWO_TO_63 && real < TWO_TO_63)) {
        throw cell.doesNotFit(type);
      }
      number = real.longValue();
    }
    if (number instanceof BigDecimal decimal) {
      BigInteger integer = decimal.toBigInteger();
      if (integer.compareTo(MIN_LONG) < 0 || integer.compareTo(MAX_LONG) > 0) {
        throw cell.doesNotFit(type);
      }
      number = integer.longValue();
    }
    long integer = number.longValue();
    if (integer < min || integer > max) {
      throw cell.doesNotFit(type);
    }
    return integer;
  }

  static Double real(Cell cell) {
    Number number = number(cell);
    double real = number.doubleValue();
    if (Double.isInfinite(real) && !(number instanceof Double)) {
      throw cell.doesNotFit(Double.class);
    }
    return real;
  }

  static Float smallReal(Cell cell) {
    double real = real(cell);
    float small = (float) real;
    if (Float.isInfinite(small) && !Double.isInfinite(real)) {
      throw cell.doesNotFit(Float.class);
    }
    return small;
  }
}

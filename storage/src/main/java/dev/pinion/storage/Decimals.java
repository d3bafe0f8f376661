package dev.pinion.storage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;

/**
 * Decimal and big integer numbers, stored exactly whatever their digits.
 *
 * <p>A number is stored as INTEGER when it is integral and fits into 64 bits; as REAL when it has at most 15
 * significant digits, which a REAL gives back unharmed; else as its plain decimal text in a BLOB. SQLite's NUMERIC
 * affinity would turn such TEXT into a REAL and lose digits, a BLOB it never touches (datatype3.html, section 3), and
 * {@code sum()} and arithmetic still read it as a number. Equal numbers, of whatever scale, have one stored form.
 *
 * <p>Reading takes any numeric form; a REAL is read at 15 significant digits, so that the sum of 0.1 and 0.2
 * is 0.3. The scale is never negative.
 */
public final class Decimals {

  private static final MathContext REAL_DIGITS = new MathContext(15);
  /** Guards against exponents that would blow up when written out. */
  private static final int MAX_DIGITS = 100_000;

  private Decimals() {
  }

  /**
   * The stored form of a number.
   *
   * @return a {@link Long}, a {@link Double} or a {@code byte[]}; {@code null} for {@code null}
   * @throws ArithmeticException when the number has more than 100,000 digits
   */
  public static Object toStored(BigDecimal value) {
    if (value == null) {
      return null;
    }
    var number = value.stripTrailingZeros();
    refuseTooLong(number);
    if (number.scale() <= 0 && number.precision() - number.scale() <= 19) {
      var integer = number.toBigIntegerExact();
      if (integer.bitLength() < Long.SIZE) {
        return integer.longValue();
      }
    }
    if (number.precision() <= REAL_DIGITS.getPrecision()) {
      double real = number.doubleValue();
      if (!Double.isInfinite(real) && new BigDecimal(real).round(REAL_DIGITS).compareTo(number) == 0) {
        return real;
      }
    }
    return number.toPlainString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The stored form of a big integer, the same as that of the equal decimal.
   *
   * @return a {@link Long}, a {@link Double} or a {@code byte[]}; {@code null} for {@code null}
   * @throws ArithmeticException when the number has more than 100,000 digits
   */
  public static Object toStored(BigInteger value) {
    return value == null ? null : toStored(new BigDecimal(value));
  }

  /**
   * The decimal that a stored value means.
   *
   * @param stored what SQLite holds, or {@code null}
   * @throws NumberFormatException when it is not a number
   * @throws ArithmeticException when it is infinite, not a number, or has more than 100,000 digits
   */
  public static BigDecimal toBigDecimal(Object stored) {
    if (stored == null) {
      return null;
    }
    if (stored instanceof Long || stored instanceof Integer) {
      return BigDecimal.valueOf(((Number) stored).longValue());
    }
    if (stored instanceof Double real) {
      return realToDecimal(real);
    }
    if (stored instanceof String text) {
      return parse(text);
    }
    if (stored instanceof byte[] bytes) {
      return parse(new String(bytes, StandardCharsets.UTF_8));
    }
    throw new NumberFormatException("A stored value of type " + stored.getClass().getName()
        + " is no number: an integer, a real, text or a blob was expected");
  }

  /**
   * The big integer that a stored value means.
   *
   * @param stored what SQLite holds, or {@code null}
   * @throws NumberFormatException when it is not a number
   * @throws ArithmeticException when it has a fraction, is infinite, or has more than 100,000 digits
   */
  public static BigInteger toBigInteger(Object stored) {
    var decimal = toBigDecimal(stored);
    if (decimal == null) {
      return null;
    }
    try {
      return decimal.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new ArithmeticException("The stored number " + decimal + " is no integer: it has a fraction");
    }
  }

  private static BigDecimal realToDecimal(double real) {
    if (Double.isNaN(real) || Double.isInfinite(real)) {
      throw new ArithmeticException("The stored real " + real + " is no decimal number");
    }
    return withoutExponent(new BigDecimal(real).round(REAL_DIGITS).stripTrailingZeros());
  }

  private static BigDecimal parse(String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new NumberFormatException("The stored text '" + text + "' is no number");
    }
    refuseTooLong(number);
    return withoutExponent(number);
  }

  private static BigDecimal withoutExponent(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  private static void refuseTooLong(BigDecimal number) {
    if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
      throw new ArithmeticException("A number of precision " + number.precision() + " and scale " + number.scale()
          + " is too long: at most " + MAX_DIGITS + " digits are stored or read");
    }
  }
}

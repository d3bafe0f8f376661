package dev.pinion.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.000", "-1", "10.00", "1E+5", "9223372036854775807", "-9223372036854775808"})
  void integersOf64BitsAreStoredAsLong(String number) {
    assertThat(Decimals.toStored(new BigDecimal(number))).isEqualTo(new BigDecimal(number).longValueExact());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.99", "0.1", "1E-10", "-123456789.012345", "1E+20", "1E+300", "0.1000"})
  void upToFifteenDigitsAreStoredAsReal(String number) {
    assertThat(Decimals.toStored(new BigDecimal(number))).isEqualTo(Double.valueOf(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890.123456", "9223372036854775808", "-9223372036854775809", "4.9E-324", "1E+400",
      "1E-400", "12345678901234567890123456789012345.678"})
  void moreDigitsThanARealKeepsAreStoredAsPlainTextInABlob(String number) {
    assertThat(Decimals.toStored(new BigDecimal(number)))
        .isEqualTo(new BigDecimal(number).toPlainString().getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "-1", "9.99", "0.1", "1E-10", "1E+20", "-1E+20", "1E+400", "1E-400", "4.9E-324",
      "1.7976931348623157E+308", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
      "-9223372036854775809", "123456789012345", "1234567890123456", "0.123456789012345", "0.1234567890123456",
      "99999999999999999999999999999999999999", "-0.00000000000000000000000000000000000001",
      "12345678901234567890.123456789012345678"})
  void whatIsWrittenIsReadBackExactly(String number) {
    var value = new BigDecimal(number);
    assertThat(Decimals.toBigDecimal(Decimals.toStored(value))).isEqualByComparingTo(value);
  }

  @Test
  void randomDecimalsAreReadBackExactly() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      var value = new BigDecimal(new BigInteger(random.nextInt(130), random), random.nextInt(80) - 30);
      assertThat(Decimals.toBigDecimal(Decimals.toStored(value))).isEqualByComparingTo(value);
    }
  }

  @Test
  void equalNumbersOfDifferentScaleHaveOneForm() {
    assertThat(Decimals.toStored(new BigDecimal("1.10"))).isEqualTo(Decimals.toStored(new BigDecimal("1.1")));
    assertThat(Decimals.toStored(new BigDecimal("12345678901234567890.10")))
        .isEqualTo(Decimals.toStored(new BigDecimal("12345678901234567890.1")));
  }

  @Test
  void aRealIsReadAtFifteenDigits() {
    assertThat(Decimals.toBigDecimal(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(Decimals.toBigDecimal(-0.0)).isEqualTo("0");
    assertThat(Decimals.toBigDecimal(0.5)).isEqualTo("0.5");
  }

  @Test
  void whatIsReadHasNoExponent() {
    assertThat(Decimals.toBigDecimal(1E20)).isEqualTo("100000000000000000000");
    assertThat(Decimals.toBigDecimal("1E+3")).isEqualTo("1000");
  }

  @Test
  void textIntegersAndBlobsAreRead() {
    assertThat(Decimals.toBigDecimal(" 12.50 ")).isEqualTo("12.50");
    assertThat(Decimals.toBigDecimal(7)).isEqualTo("7");
    assertThat(Decimals.toBigDecimal("3.25".getBytes(StandardCharsets.UTF_8))).isEqualTo("3.25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-9223372036854775808", "9223372036854775807", "9223372036854775808",
      "-9223372036854775809", "100000000000000000000", "99999999999999999999999999999999999999"})
  void bigIntegersAreReadBackExactly(String number) {
    var value = new BigInteger(number);
    assertThat(Decimals.toBigInteger(Decimals.toStored(value))).isEqualTo(value);
  }

  @Test
  void aBigIntegerIsStoredAsTheEqualDecimal() {
    var value = new BigInteger("123456789012345678901234567890");
    assertThat(Decimals.toStored(value)).isEqualTo(Decimals.toStored(new BigDecimal(value)));
  }

  @Test
  void nullStaysNull() {
    assertThat(Decimals.toStored((BigDecimal) null)).isNull();
    assertThat(Decimals.toStored((BigInteger) null)).isNull();
    assertThat(Decimals.toBigDecimal(null)).isNull();
    assertThat(Decimals.toBigInteger(null)).isNull();
  }

  @Test
  void aFractionIsNoBigInteger() {
    assertThatThrownBy(() -> Decimals.toBigInteger(1.5))
        .isInstanceOf(ArithmeticException.class).hasMessageContaining("1.5").hasMessageContaining("fraction");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void realsThatAreNoNumberAreRefused(double real) {
    assertThatThrownBy(() -> Decimals.toBigDecimal(real))
        .isInstanceOf(ArithmeticException.class).hasMessageContaining(Double.toString(real));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ten", "1,5", "0x10"})
  void textThatIsNoNumberIsRefused(String text) {
    assertThatThrownBy(() -> Decimals.toBigDecimal(text))
        .isInstanceOf(NumberFormatException.class).hasMessageContaining("'" + text + "'");
  }

  @Test
  void anotherTypeIsRefused() {
    assertThatThrownBy(() -> Decimals.toBigDecimal(true))
        .isInstanceOf(NumberFormatException.class).hasMessageContaining("java.lang.Boolean");
  }

  @Test
  void exponentsThatWouldBlowUpAreRefused() {
    assertThatThrownBy(() -> Decimals.toStored(new BigDecimal("1E+1000000000")))
        .isInstanceOf(ArithmeticException.class).hasMessageContaining("too long");
    assertThatThrownBy(() -> Decimals.toBigDecimal("1E-1000000000")).isInstanceOf(ArithmeticException.class);
  }
}

package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Everything;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest extends DialectTest {

  @Override
  List<Class<?>> entities() {
    return List.of(Everything.class);
  }

  @BeforeEach
  void fill() {
    factory.inTransaction(session -> {
      var row = new Everything(1);
      row.aString = "Hello";
      row.anInteger = 42;
      row.aLong = 7L;
      row.aDouble = -2.5;
      row.aBoolean = true;
      row.anAmount = new BigDecimal("10.00");
      row.aBigDecimal = new BigDecimal("12345678901234567890.5");
      row.aLocalDate = LocalDate.of(2024, 1, 31);
      row.aLocalTime = LocalTime.of(23, 30, 15);
      row.aLocalDateTime = LocalDateTime.of(2024, 2, 29, 12, 30, 15, 250_000_000);
      session.persist(row);
    });
  }

  private Object select(String expression, Object... parameters) {
    return factory.fromSession(session -> {
      var query = session.createQuery("select " + expression + " from Everything e", Object.class);
      for (int i = 0; i < parameters.length; i++) {
        query.setParameter(i + 1, parameters[i]);
      }
      return query.getSingleResult();
    });
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "upper(aString) => HELLO",
      "lower(aString) => hello",
      "length(aString) => 5",
      "character_length(aString) => 5",
      "concat(aString, ' ', anInteger) => Hello 42",
      "aString || '!' => Hello!",
      "substring(aString, 2) => ello",
      "substring(aString, 2, 3) => ell",
      "substring(aString from 2 for 2) => el",
      "left(aString, 2) => He",
      "right(aString, 2) => lo",
      "right(aString, 9) => Hello",
      "'<' || right(aString, 0) || '>' => <>",
      "locate('l', aString) => 3",
      "locate('l', aString, 4) => 4",
      "locate('x', aString, 2) => 0",
      "position('l' in aString) => 3",
      "replace(aString, 'l', 'L') => HeLLo",
      "trim(both 'o' from aString) => Hell",
      "trim(leading 'H' from aString) => ello",
      "'<' || trim('  x ') || '>' => <x>",
      "lpad(aString, 7, '*') => **Hello",
      "lpad(aString, 2, '*') => He",
      "rpad(aString, 8, 'ab') => Helloaba",
      "pad(aString with 7 trailing '.') => Hello..",
      "overlay(aString placing 'ipp' from 2 for 3) => Hippo",
      "repeat(aString, 2) => HelloHello",
      "ascii(aString) => 72",
      "coalesce(null, aString) => Hello",
      "ifnull(aString, 'x') => Hello",
      "nullif(anInteger, 41) => 42",
      "nvl(aString, 'x') => Hello",
      "char_length(aString) => 5",
      "instr(aString, 'l') => 3",
      "insert(aString, 2, 3, 'ipp') => Hippo",
      "reverse('äbc') => cbä",
      "'<' || reverse('') || '>' => <>",
      "reverse(max(aString)) => olleH",
      "initcap('hELLO wORLD-wide') => Hello World-Wide",
      "translate(aString, 'elo', 'ip') => Hipp",
      "cast(aString as String(3)) => Hel",
      "cast(anInteger as String(1)) => 4",
      "cast(cast('01234567-89AB-cdef-0123-456789abcdef' as uuid) as String) => 01234567-89ab-cdef-0123-456789abcdef",
      "str(anInteger) => 42"
  })
  void textFunctions(String expression, String expected) {
    assertThat(select(expression)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "abs(aDouble) => 2.5",
      "sign(aDouble) => -1",
      "floor(aDouble) => -3.0",
      "ceiling(aDouble) => -2.0",
      "mod(anInteger, 5) => 2",
      "anInteger % 5 => 2",
      "anInteger / 5 => 8",
      "sqrt(aLong + 2) => 3.0",
      "power(aLong, 2) => 49.0",
      "exp(0) => 1.0",
      "ln(1) => 0.0",
      "log10(1000) => 3.0",
      "log(2, 8) => 3.0",
      "round(aDouble / 3, 2) => -0.83",
      "round(1234.567, -2) => 1200.0",
      "truncate(1.159, 2) => 1.15",
      "truncate(1.15, 2) => 1.15",
      "truncate(-1.159, 1) => -1.1",
      "truncate(aDouble) => -2.0",
      "least(anInteger, aLong, 100) => 7",
      "greatest(anInteger, aLong) => 42",
      "bitand(12, 10) => 8",
      "bitor(12, 10) => 14",
      "bitxor(12, 10) => 6",
      "cast(degrees(pi) as Integer) => 180",
      "log(1000) => 3.0",
      "cbrt(-27) => -3.0",
      "square(3) => 9",
      "round(cot(1), 6) => 0.642093",
      "asinh(0) + acosh(1) + atanh(0) => 0.0",
      "cast(0.5 as Boolean) => true",
      "cast('1002342345234523.452435245245243' as BigDecimal) => 1002342345234523.452435245245243",
      "cast('-0.00000000000000000000000012345678901234567' as BigDecimal) => -1.2345678901234567E-25",
      "cast('1234234523452345243524524524' as BigInteger) => 1234234523452345243524524524",
      "cast('9223372036854775807' as BigInteger) => 9223372036854775807",
      "cast('12.50' as BigDecimal) => 12.5",
      "cast(cast('12345678901234567890.10' as BigDecimal) as String) => 12345678901234567890.1",
      "cast(1.239 as BigDecimal(10,2)) => 1.24",
      "cast(2.5 as BigInteger) => 3",
      "cast(123456789012345678 as BigInteger) => 123456789012345678",
      "10bi / 3 => 3",
      "cast(aDouble as String) => -2.5",
      "cast('17' as Integer) => 17",
      "cast(aBoolean as String) => true",
      "cast('false' as Boolean) => false",
      "cast(anInteger as Double) => 42.0"
  })
  void numberFunctions(String expression, String expected) {
    assertThat(select(expression)).hasToString(expected);
  }

  @Test
  void decimalsStoredAsBlobsAreNumbersToFunctions() {
    assertThat((BigDecimal) select("floor(aBigDecimal)")).isEqualByComparingTo("12345678901234600000");
    assertThat((BigDecimal) select("abs(-aBigDecimal)")).isEqualByComparingTo("12345678901234600000");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "year(aLocalDateTime) => 2024",
      "month(aLocalDate) => 1",
      "day(aLocalDateTime) => 29",
      "hour(aLocalTime) => 23",
      "minute(aLocalTime) => 30",
      "second(aLocalDateTime) => 15.25",
      "extract(quarter from aLocalDateTime) => 1",
      "extract(week from aLocalDate) => 5",
      "extract(day of week from aLocalDateTime) => 5",
      "extract(day of year from aLocalDateTime) => 60",
      "extract(epoch from aLocalDateTime) => 1709209815",
      "extract(date from aLocalDateTime) => 2024-02-29",
      "extract(time from aLocalDateTime) => 12:30:15.250",
      "extract(nanosecond from aLocalDateTime) => 15250000000"
  })
  void fieldsOfTime(String expression, String expected) {
    assertThat(select(expression)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "aLocalDate + 1 day => 2024-02-01",
      "aLocalDate + 1 month => 2024-02-29",
      "aLocalDate + 2 month => 2024-03-31",
      "aLocalDate - 2 month => 2023-11-30",
      "aLocalDate + 1 quarter => 2024-04-30",
      "aLocalDateTime + 1 year => 2025-02-28T12:30:15.250",
      "aLocalDateTime + 1 week => 2024-03-07T12:30:15.250",
      "aLocalDateTime - 12 hour => 2024-02-29T00:30:15.250",
      "aLocalDateTime + 1.5 second => 2024-02-29T12:30:16.750",
      "aLocalDateTime + 5000000 nanosecond => 2024-02-29T12:30:15.255",
      "aLocalTime + 45 minute => 00:15:15",
      "timestampadd(day, 2, aLocalDate) => 2024-02-02"
  })
  void timeIsAdded(String expression, String expected) {
    assertThat(select(expression)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "(aLocalDateTime - local datetime) is null => false",
      "timestampdiff(day, aLocalDate, aLocalDateTime) => 29",
      "timestampdiff(day, aLocalDateTime, aLocalDate) => -29",
      "timestampdiff(month, aLocalDate, aLocalDate + 3 month) => 2",
      "timestampdiff(month, aLocalDate, aLocalDate + 4 month) => 4",
      "timestampdiff(year, aLocalDateTime, aLocalDateTime + 35 day) => 0",
      "timestampdiff(year, aLocalDate, aLocalDate - 3 year) => -3",
      "timestampdiff(week, aLocalDate, aLocalDate + 35 day) => 5",
      "timestampdiff(hour, aLocalDate, aLocalDate + 1 day) => 24",
      "timestampdiff(second, aLocalDateTime, aLocalDateTime + 90 second) => 90.0",
      "(aLocalDateTime + 90 second - aLocalDateTime) by second => 90",
      "(aLocalDate + 3 day - aLocalDate) by hour => 72"
  })
  void timeIsSubtracted(String expression, String expected) {
    assertThat(select("(" + expression + ")")).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "yyyy-MM-dd HH:mm:ss.SSS => 2024-02-29 12:30:15.250",
      "dd/MM/yy => 29/02/24",
      "d. MMMM yyyy => 29. February 2024",
      "EEE, d MMM => Thu, 29 Feb",
      "EEEE => Thursday",
      "hh:mm a => 12:30 PM",
      "D => 60",
      "yyyy''T''HH => 2024T12",
      "HH''h''? => 12h?"
  })
  void timeIsFormatted(String pattern, String expected) {
    assertThat(select("format(aLocalDateTime as '" + pattern + "')")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", value = {
      "trunc(aLocalDateTime, year) => 2024-01-01T00:00",
      "trunc(aLocalDateTime, month) => 2024-02-01T00:00",
      "trunc(aLocalDateTime, quarter) => 2024-01-01T00:00",
      "trunc(aLocalDateTime, week) => 2024-02-26T00:00",
      "trunc(aLocalDateTime, day) => 2024-02-29T00:00",
      "trunc(aLocalDateTime, hour) => 2024-02-29T12:00",
      "trunc(aLocalDateTime, minute) => 2024-02-29T12:30",
      "trunc(aLocalDateTime, second) => 2024-02-29T12:30:15",
      "trunc(aLocalDate, month) => 2024-01-01",
      "trunc(aLocalDate, week) => 2024-01-29",
      "trunc(aLocalTime, minute) => 23:30"
  })
  void timeIsTruncated(String expression, String expected) {
    assertThat(select(expression)).hasToString(expected);
  }

  @Test
  void nowHasTheFormOfStoredValues() {
    assertThat((LocalDateTime) select("local datetime"))
        .isBetween(LocalDateTime.now().minusMinutes(1), LocalDateTime.now().plusMinutes(1));
    assertThat((java.time.Instant) select("instant"))
        .isBetween(java.time.Instant.now().minusSeconds(60), java.time.Instant.now().plusSeconds(60));
    assertThat(select("count(*) filter (where aLocalDateTime < local datetime and aLocalDate < local date)"))
        .isEqualTo(1L);
  }

  @Test
  void aShiftedTimeEqualsTheStoredOne() {
    assertThat(select("(aLocalDateTime + 1 hour - 1 hour = aLocalDateTime)")).isEqualTo(true);
    assertThat(select("(aLocalDateTime = ?1)", LocalDateTime.of(2024, 2, 29, 12, 30, 15, 250_000_000)))
        .isEqualTo(true);
  }

  @Test
  void literalsOfTimeAreQuoted() {
    assertThat(select("(aLocalDate = date 2024-01-31 and aLocalTime = time 23:30:15"
        + " and aLocalDateTime > datetime 2024-02-29 12:30:15)")).isEqualTo(true);
    assertThat(select("(aLocalDate = {d '2024-01-31'})")).isEqualTo(true);
  }

  @Test
  void theOffsetOfAStoredInstantIsNotAField() {
    assertThatThrownBy(() -> select("extract(offset hour from anInstant)"))
        .isInstanceOf(UnsupportedOperationException.class).hasMessageContaining("UTC");
  }
}

package dev.pinion.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemporalsTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2024, 2, 29, 12, 30, 0);

  @Test
  void aDateIsWrittenWithFourDigitsOfYear() {
    assertThat(Temporals.format(LocalDate.of(33, 4, 3))).isEqualTo("0033-04-03");
  }

  @Test
  void aTimeAlwaysHasSeconds() {
    assertThat(Temporals.format(LocalTime.of(7, 5))).isEqualTo("07:05:00");
  }

  @ParameterizedTest
  @CsvSource({"1, 07:05:00.000000001", "120000000, 07:05:00.12", "1000, 07:05:00.000001",
      "999999999, 07:05:00.999999999"})
  void aFractionHasItsDigitsAndNoTrailingZeros(int nanos, String text) {
    assertThat(Temporals.format(LocalTime.of(7, 5, 0, nanos))).isEqualTo(text);
  }

  @Test
  void dateAndTimeArePartedByOneBlank() {
    assertThat(Temporals.format(NOON)).isEqualTo("2024-02-29 12:30:00");
  }

  @Test
  void anOffsetIsConvertedToUtcAndNotWritten() {
    assertThat(Temporals.format(OffsetDateTime.of(NOON, ZoneOffset.ofHours(14)))).isEqualTo("2024-02-28 22:30:00");
  }

  @Test
  void anInstantIsWrittenInUtcWithoutSuffix() {
    assertThat(Temporals.format(Instant.parse("1969-12-31T23:59:59.5Z"))).isEqualTo("1969-12-31 23:59:59.5");
  }

  @Test
  void textOrderIsTimeOrder() {
    var times = Stream.of(0, 1, 10, 100_000_000, 100_000_001, 120_000_000, 999_999_999)
        .map(NOON::withNano)
        .flatMap(time -> Stream.of(time, time.plusSeconds(1), time.minusYears(2000), time.plusYears(7000)))
        .sorted()
        .toList();
    assertThat(times.stream().map(Temporals::format).toList()).isSorted();
  }

  @Test
  void yearsOfMoreThanFourDigitsAreRefused() {
    assertThatThrownBy(() -> Temporals.format(LocalDate.of(10_000, 1, 1)))
        .isInstanceOf(DateTimeException.class).hasMessageContaining("+10000-01-01").hasMessageContaining("9999");
  }

  @Test
  void yearsBeforeZeroAreRefused() {
    assertThatThrownBy(() -> Temporals.format(LocalDateTime.MIN)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void anOffsetThatLeavesTheYearsInUtcIsRefused() {
    var lastHour = OffsetDateTime.of(LocalDateTime.of(9999, 12, 31, 23, 0), ZoneOffset.ofHours(-2));
    assertThatThrownBy(() -> Temporals.format(lastHour)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void anInstantOutsideTheYearsIsRefused() {
    assertThatThrownBy(() -> Temporals.format(Instant.MAX)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-29 12:30:00", "2024-02-29T12:30", "2024-02-29t12:30:00.000", " 2024-02-29  12:30 ",
      "2024-02-29T12:30:00Z", "2024-02-29 12:30:00 z", "2024-02-29 14:30:00+02:00", "2024-02-29 14:30+02",
      "2024-02-29T07:00:00-0530", "2024-02-29 12:30:00,0"})
  void dateTimeTextOfAnyIsoFormIsRead(String text) {
    assertThat(Temporals.toLocalDateTime(text)).isEqualTo(NOON);
    assertThat(Temporals.toInstant(text)).isEqualTo(NOON.toInstant(ZoneOffset.UTC));
  }

  @Test
  void anOffsetInTheTextIsKept() {
    assertThat(Temporals.toOffsetDateTime("2024-02-29 14:30:00+02:00"))
        .isEqualTo(OffsetDateTime.parse("2024-02-29T14:30:00+02:00"));
    assertThat(Temporals.toOffsetDateTime("2024-02-29 14:30:00").getOffset()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void aDateIsReadAsItsFirstMoment() {
    assertThat(Temporals.toLocalDateTime("2024-02-29")).isEqualTo(LocalDateTime.of(2024, 2, 29, 0, 0));
    assertThat(Temporals.toLocalTime("2024-02-29")).isEqualTo(LocalTime.MIDNIGHT);
  }

  @Test
  void theDateOfADateTimeIsRead() {
    assertThat(Temporals.toLocalDate("2024-02-29 23:59:59.9")).isEqualTo(LocalDate.of(2024, 2, 29));
  }

  @Test
  void aTimeIsReadWithAnyFraction() {
    assertThat(Temporals.toLocalTime("12:30")).isEqualTo(LocalTime.of(12, 30));
    assertThat(Temporals.toLocalTime("12:30:01.5")).isEqualTo(LocalTime.of(12, 30, 1, 500_000_000));
    assertThat(Temporals.toLocalTime("12:30:01.1234567899")).isEqualTo(LocalTime.of(12, 30, 1, 123_456_789));
    assertThat(Temporals.toLocalTime("01:30+02:00")).isEqualTo(LocalTime.of(23, 30));
  }

  @Test
  void theTimeOfADateTimeIsRead() {
    assertThat(Temporals.toLocalTime("2024-02-29T12:30:00.25")).isEqualTo(LocalTime.of(12, 30, 0, 250_000_000));
  }

  @Test
  void anIntegerIsReadAsMillisecondsInTheZoneThatSqliteJdbcWroteThemIn() {
    long millis = NOON.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
    assertThat(Temporals.toLocalDateTime(millis)).isEqualTo(NOON);
    assertThat(Temporals.toLocalDate(millis)).isEqualTo(NOON.toLocalDate());
    assertThat(Temporals.toLocalTime(millis)).isEqualTo(NOON.toLocalTime());
    assertThat(Temporals.toInstant(millis)).isEqualTo(Instant.ofEpochMilli(millis));
    assertThat(Temporals.toInstant(1000)).isEqualTo(Instant.ofEpochSecond(1));
  }

  @Test
  void aRealIsReadAsAJulianDayNumberInUtc() {
    assertThat(Temporals.toInstant(2_440_587.5)).isEqualTo(Instant.EPOCH);
    assertThat(Temporals.toLocalDateTime(2_451_545.0)).isEqualTo(LocalDateTime.of(2000, 1, 1, 12, 0));
    assertThat(Temporals.toLocalDate(2_451_544.5)).isEqualTo(LocalDate.of(2000, 1, 1));
  }

  @Test
  void nullIsReadAsNull() {
    assertThat(Temporals.toLocalDate(null)).isNull();
    assertThat(Temporals.toLocalTime(null)).isNull();
    assertThat(Temporals.toLocalDateTime(null)).isNull();
    assertThat(Temporals.toOffsetDateTime(null)).isNull();
    assertThat(Temporals.toInstant(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "soon", "2024", "2024-02-30", "2024-13-01", "24-01-01", "12:30:61",
      "2024-02-2912:30", "2024-02-29 12:30:00+99:00", "2024-02-29T", "2024-02-29 12", "2024-02-29Z", "now"})
  void textThatIsNoDateIsRefusedByName(String text) {
    assertThatThrownBy(() -> Temporals.toLocalDateTime(text))
        .isInstanceOf(DateTimeException.class).hasMessageContaining("'" + text + "'");
  }

  @Test
  void aTimeWithoutDateIsNoInstant() {
    assertThatThrownBy(() -> Temporals.toInstant("12:30:00"))
        .isInstanceOf(DateTimeException.class).hasMessageContaining("without a date");
  }

  @Test
  void typesThatSqliteDoesNotHaveAreRefusedByName() {
    for (Object wrong : List.of(new byte[0], true, 1.5f, new java.util.Date())) {
      assertThatThrownBy(() -> Temporals.toInstant(wrong))
          .isInstanceOf(DateTimeException.class).hasMessageContaining(wrong.getClass().getName());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, 1.7e12})
  void realsThatAreNoJulianDayAreRefused(double real) {
    assertThatThrownBy(() -> Temporals.toLocalDateTime(real)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void whatIsWrittenIsReadBackToTheNanosecond() {
    var times = Stream.of(0, 1, 999, 123_456_789, 500_000_000).map(NOON::withNano).collect(Collectors.toList());
    times.add(LocalDateTime.of(0, 1, 1, 0, 0));
    times.add(LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999));
    for (var time : times) {
      assertThat(Temporals.toLocalDateTime(Temporals.format(time))).isEqualTo(time);
      assertThat(Temporals.toLocalDate(Temporals.format(time.toLocalDate()))).isEqualTo(time.toLocalDate());
      assertThat(Temporals.toLocalTime(Temporals.format(time.toLocalTime()))).isEqualTo(time.toLocalTime());
      var instant = time.toInstant(ZoneOffset.UTC);
      assertThat(Temporals.toInstant(Temporals.format(instant))).isEqualTo(instant);
    }
  }

  @Test
  void aTimeWithAnOffsetIsWrittenInUtc() {
    assertThat(Temporals.format(OffsetTime.of(0, 30, 0, 5, ZoneOffset.ofHours(2)))).isEqualTo("22:30:00.000000005");
  }

  @ParameterizedTest
  @CsvSource({"22:30:00, 22:30Z", "22:30:00.5+02:00, 22:30:00.5+02:00", "2026-11-24 22:30:00-05:00, 22:30-05:00",
      "2026-11-24, 00:00Z"})
  void aTimeWithOffsetIsThatOfTheTextOrElseUtc(String text, OffsetTime time) {
    assertThat(Temporals.toOffsetTime(text)).isEqualTo(time);
  }

  @Test
  void aNumberIsATimeWithOffsetInUtc() {
    assertThat(Temporals.toOffsetTime(1_000L)).isEqualTo(OffsetTime.of(0, 0, 1, 0, ZoneOffset.UTC));
    assertThat(Temporals.toOffsetTime(null)).isNull();
  }

  @Test
  void aTemporalIsNoMoreThanTheTextSays() {
    assertThat(Temporals.toTemporal("2024-02-29")).isEqualTo(NOON.toLocalDate());
    assertThat(Temporals.toTemporal("12:30:00")).isEqualTo(NOON.toLocalTime());
    assertThat(Temporals.toTemporal("12:30:00Z")).isEqualTo(NOON.toLocalTime().atOffset(ZoneOffset.UTC));
    assertThat(Temporals.toTemporal("2024-02-29 12:30:00")).isEqualTo(NOON);
    assertThat(Temporals.toTemporal("2024-02-29T12:30:00+01:00")).isEqualTo(NOON.atOffset(ZoneOffset.ofHours(1)));
    assertThat(Temporals.toTemporal(0L)).isEqualTo(Instant.EPOCH.atOffset(ZoneOffset.UTC));
  }
}

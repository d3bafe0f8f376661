package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Everything;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nanoseconds survive what is computed with them. */
class TimePrecisionTest extends MatrixTest {

  private static final LocalDateTime LOCAL = LocalDateTime.of(2024, 1, 31, 12, 30, 15, 123_456_789);

  @Override
  List<Class<?>> entities() {
    return List.of(Everything.class);
  }

  @Override
  void fill(Session session) {
    var row = new Everything(1);
    row.aLocalDate = LocalDate.of(2024, 1, 31);
    row.aLocalTime = LocalTime.of(23, 59, 59, 999_999_999);
    row.aLocalDateTime = LOCAL;
    row.anInstant = LOCAL.toInstant(ZoneOffset.UTC);
    row.anInteger = 1;
    session.persist(row);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", value = {
      "aLocalDateTime + 1 day => 2024-02-01T12:30:15.123456789",
      "aLocalDateTime + 1 month => 2024-02-29T12:30:15.123456789",
      "aLocalDateTime - 1 year => 2023-01-31T12:30:15.123456789",
      "aLocalDateTime + anInteger quarter => 2024-04-30T12:30:15.123456789",
      "aLocalDateTime + 2 week => 2024-02-14T12:30:15.123456789",
      "aLocalDateTime - 13 hour => 2024-01-30T23:30:15.123456789",
      "aLocalDateTime + 30 minute => 2024-01-31T13:00:15.123456789",
      "aLocalDateTime + 45 second => 2024-01-31T12:31:00.123456789",
      "aLocalDateTime + 0.9 second => 2024-01-31T12:30:16.023456789",
      "aLocalDateTime - 0.2 second => 2024-01-31T12:30:14.923456789",
      "aLocalDateTime + 1 nanosecond => 2024-01-31T12:30:15.123456790",
      "aLocalDateTime - 123456789 nanosecond => 2024-01-31T12:30:15",
      "anInstant - 1 day => 2024-01-30T12:30:15.123456789Z",
      "aLocalTime + 1 nanosecond => 00:00",
      "aLocalTime - 1 hour => 22:59:59.999999999",
      "second(aLocalDateTime) => 15.123457",
      "extract(second from aLocalTime) => 60.0",
      "cast(datetime 2024-12-29 23:59:59.999999 as LocalDate) => 2024-12-29",
      "cast(aLocalDateTime as LocalTime) => 12:30:15.123456789",
      "cast('2024-12-29 23:59:59.999999' as LocalDateTime) => 2024-12-29T23:59:59.999999",
      "cast(aLocalDateTime as String) => 2024-01-31 12:30:15.123456789",
      "format(aLocalDateTime as 'SSSSSSSSS') => 123456789",
      "format(aLocalTime as 'HH:mm:ss') => 23:59:59",
      "format(datetime 2024-12-29 23:59:59.999999 as 'yyyy-MM-dd D EEE') => 2024-12-29 364 Sun",
      "day(datetime 2024-12-29 23:59:59.999999) => 29",
      "hour(aLocalTime) => 23",
      "trunc(aLocalTime, minute) => 23:59",
      "trunc(datetime 2024-12-29 23:59:59.999999, week) => 2024-12-23T00:00",
      "extract(week from datetime 2024-12-29 23:59:59.999999) => 52",
      "datetime 2024-12-31 23:59:59.999999 + 1 month => 2025-01-31T23:59:59.999999",
      "trunc(aLocalDateTime, second) => 2024-01-31T12:30:15",
      "(aLocalDateTime + 1 nanosecond - aLocalDateTime) by nanosecond => 1",
      "aLocalDateTime - (aLocalDateTime - 2 second) => PT2S",
      "timestampdiff(nanosecond, aLocalDate, aLocalDateTime) => 45015123456789",
      "timestampdiff(second, aLocalDateTime, aLocalDate) => -45015.123456789",
      "timestampdiff(hour, aLocalDateTime, aLocalDate) => -12"
  })
  void nanosecondsAreKept(String expression, String expected) {
    assertThat(select("select " + expression + " from Everything")).hasToString(expected);
  }

  @Test
  void aValueThatWasMovedThereAndBackEqualsTheStoredOne() {
    for (var unit : List.of("year", "quarter", "week", "day", "hour", "minute", "second", "nanosecond")) {
      assertThat(select("select (aLocalDateTime + 3 " + unit + " - 3 " + unit + " = aLocalDateTime) from Everything"))
          .as(unit).isEqualTo(true);
    }
  }

  @Test
  void aGroupCanBeWhatWasComputed() {
    assertThat(select("select count(*) from Everything group by aLocalDateTime + 1.5 second")).isEqualTo(1L);
  }
}

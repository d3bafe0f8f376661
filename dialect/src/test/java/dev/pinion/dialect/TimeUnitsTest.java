package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Everything;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeUnitsTest extends MatrixTest {

  private static final LocalDateTime LOCAL = LocalDateTime.of(2024, 12, 30, 23, 5, 6, 70_000_000);

  @Override
  List<Class<?>> entities() {
    return List.of(Everything.class);
  }

  @Override
  void fill(Session session) {
    var row = new Everything(1);
    row.aLocalDate = LocalDate.of(2023, 1, 1);
    row.aLocalTime = LocalTime.of(0, 5, 9);
    row.aLocalDateTime = LOCAL;
    row.anInstant = LOCAL.toInstant(ZoneOffset.UTC);
    row.anOffsetDateTime = LOCAL.atOffset(ZoneOffset.UTC);
    row.withOffsetColumn = LOCAL.atOffset(ZoneOffset.ofHours(-3));
    row.aDate = java.sql.Date.valueOf("2024-02-29");
    row.anInteger = 2;
    session.persist(row);
  }

  private Object ofRow(String expression) {
    return select("select " + expression + " from Everything");
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", value = {
      "extract(year from aLocalDateTime) => 2024",
      "extract(quarter from aLocalDateTime) => 4",
      "extract(month from aLocalDateTime) => 12",
      "extract(week from aLocalDateTime) => 1",
      "extract(week from aLocalDate) => 52",
      "extract(week of year from aLocalDateTime) => 53",
      "extract(week of month from aLocalDateTime) => 5",
      "extract(day from aLocalDateTime) => 30",
      "extract(day of month from aLocalDate) => 1",
      "extract(day of week from aLocalDate) => 1",
      "extract(day of year from aLocalDateTime) => 365",
      "extract(hour from aLocalDateTime) => 23",
      "extract(minute from aLocalDateTime) => 5",
      "extract(second from aLocalDateTime) => 6.07",
      "extract(epoch from anInstant) => 1735599906",
      "extract(date from anInstant) => 2024-12-30",
      "extract(time from aLocalDateTime) => 23:05:06.070",
      "extract(hour from withOffsetColumn) => 23",
      "extract(day from withOffsetColumn) => 30",
      "extract(offset from withOffsetColumn) => -03:00",
      "extract(year from aDate) => 2024",
      "extract(hour from time 10:11:12) => 10",
      "extract(month from date 1999-07-05) => 7",
      "extract(minute from datetime 1999-07-05 10:11:12) => 11"
  })
  void unitsAreExtracted(String expression, String expected) {
    assertThat(ofRow(expression)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", value = {
      "trunc(aLocalDateTime, year) => 2024-01-01T00:00",
      "trunc(aLocalDateTime, quarter) => 2024-10-01T00:00",
      "trunc(aLocalDateTime, month) => 2024-12-01T00:00",
      "trunc(aLocalDateTime, week) => 2024-12-30T00:00",
      "trunc(aLocalDate, week) => 2022-12-26",
      "trunc(anInstant, day) => 2024-12-30T00:00:00Z",
      "truncate(aLocalDateTime, hour) => 2024-12-30T23:00",
      "truncate(aLocalDateTime, minute) => 2024-12-30T23:05",
      "trunc(aLocalTime, hour) => 00:00",
      "trunc(datetime 1999-07-05 10:11:12, month) => 1999-07-01T00:00"
  })
  void unitsAreTruncatedTo(String expression, String expected) {
    assertThat(ofRow(expression)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", value = {
      "aLocalDate + anInteger month => 2023-03-01",
      "aLocalDate + 3 * (2 day) => 2023-01-07",
      "aLocalDate + (1 month + 2 day) => 2023-02-03",
      "aLocalDate - (1 year - 1 day) => 2022-01-02",
      "(aLocalDateTime - aLocalDate) by day => 729",
      "(aLocalDateTime - aLocalDate) by month => 23",
      "(aLocalDateTime - aLocalDate) by year => 1",
      "(aLocalDateTime - aLocalDate) by quarter => 7",
      "(aLocalDateTime - aLocalDate) by week => 104",
      "(aLocalDate - aLocalDateTime) by month => -23",
      "(4 day) by hour => 96",
      "(3 hour + 30 minute) by minute => 210",
      "aLocalDateTime + (aLocalDateTime - aLocalDate) => 2026-12-30T22:10:12.140",
      "timestampadd(month, -10, aLocalDateTime) => 2024-02-29T23:05:06.070",
      "dateadd(day, 2, aLocalDate) => 2023-01-03",
      "datediff(year, aLocalDate, aLocalDateTime) => 1",
      "date 2024-02-29 + 1 year => 2025-02-28",
      "withOffsetColumn + 1 day => 2024-12-31T23:05:06.070-03:00"
  })
  void durationsAreCountedWith(String expression, String expected) {
    assertThat(ofRow("(" + expression + ")")).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "yyyy-MM-dd'T'HH:mm:ss => 2024-12-30T23:05:06",
      "yy/M/d H:m:s => 24/12/30 23:5:6",
      "hh:mm a => 11:05 PM",
      "EEEE, d MMMM yyyy => Monday, 30 December 2024",
      "EEE dd MMM => Mon 30 Dec",
      "DDD => 365",
      "e => 2",
      "S SS SSS SSSSSS => 0 07 070 070000",
      "'week' w 'of' YYYY => week 1 of 2025",
      "W => 5",
      "yyyy G => 2024 AD"
  })
  void patternsOfFormat(String pattern, String expected) {
    assertThat(ofRow("format(aLocalDateTime as '" + pattern.replace("'", "''") + "')")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "aLocalDateTime = {ts '2024-12-30 23:05:06.07'}",
      "aLocalDateTime = datetime 2024-12-30 23:05:06.07",
      "aLocalDateTime = local datetime 2024-12-30 23:05:06.07",
      "anOffsetDateTime = offset datetime 2024-12-31 00:05:06.07+01:00",
      "anOffsetDateTime = zoned datetime 2024-12-31 00:05:06.07 Europe/Vienna",
      "anInstant = datetime 2024-12-30 20:05:06.07-03:00",
      "aLocalDate = {d '2023-01-01'}",
      "aLocalTime = {t '00:05:09'}",
      "aLocalTime < local time and aLocalDate < local date or local time < time 00:06:00",
      "aLocalDateTime < current timestamp and anInstant < instant and anOffsetDateTime < offset datetime",
      "year(current date) >= 2024",
      "(instant - anInstant) > 1 day",
      "aLocalDateTime between datetime 2024-12-30 00:00:00 and datetime 2024-12-31 00:00:00"
  })
  void literalsAndTheClock(String predicate) {
    assertThat(ofRow("count(*)")).isEqualTo(1L);
    assertThat(select("select count(*) from Everything where " + predicate)).isEqualTo(1L);
  }

  @Test
  void aStoredOffsetComesBack() {
    assertThat(ofRow("withOffsetColumn")).isEqualTo(OffsetDateTime.parse("2024-12-30T23:05:06.070-03:00"));
  }
}

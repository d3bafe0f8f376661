package dev.pinion.sqlclient.impl;

import dev.pinion.storage.Temporals;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;

/** Dates, times and amounts of time as SQLite stores them. */
final class TemporalParameters {

  private static final int MAX_YEAR = 9999;

  private TemporalParameters() {
  }

  static Object stored(Object value) {
    try {
      return storedOrRefused(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "it is outside of the years 0000 to 9999 (in UTC), which SQLite's text form of a date holds");
    }
  }

  private static Object storedOrRefused(Object value) {
    if (value instanceof LocalDate date) {
      return Temporals.format(date);
    } else if (value instanceof LocalTime time) {
      return Temporals.format(time);
    } else if (value instanceof LocalDateTime dateTime) {
      return Temporals.format(dateTime);
    } else if (value instanceof OffsetDateTime dateTime) {
      return Temporals.format(dateTime);
    } else if (value instanceof ZonedDateTime dateTime) {
      return Temporals.format(dateTime.toInstant());
    } else if (value instanceof Instant instant) {
      return Temporals.format(instant);
    } else if (value instanceof OffsetTime time) {
      return Temporals.format(time);
    } else if (value instanceof Duration duration) {
      return nanos(duration);
    } else if (value instanceof Year year) {
      return (long) year.getValue();
    } else if (value instanceof YearMonth month) {
      return yearMonth(month);
    } else if (value instanceof MonthDay || value instanceof Period) {
      return value.toString();
    }
    throw new IllegalArgumentException("it is none of the types that have a stored form");
  }

  private static Long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("a duration is stored in nanoseconds, and 64 bits hold 292 years of them");
    }
  }

  private static String yearMonth(YearMonth month) {
    if (month.getYear() < 0 || month.getYear() > MAX_YEAR) {
      throw new DateTimeException("The year has no four digits");
    }
    return month.toString();
  }
}

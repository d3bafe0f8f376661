package dev.pinion.storage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;

/**
 * Dates and times as text that SQLite's date functions read and that sorts as it compares.
 *
 * <p>Written are {@code YYYY-MM-DD}, {@code HH:MM:SS[.f]} and {@code YYYY-MM-DD HH:MM:SS[.f]}, where the fraction of
 * one to nine digits is there only when it is not zero and has no trailing zeros: text order is then time order.
 * Instants and values with an offset are converted to UTC and written without a suffix, the form of
 * {@code CURRENT_TIMESTAMP} (lang_createtable.html, section 3.2).
 *
 * <p>Read are text with a blank or a {@code T}, with or without seconds, fraction and zone
 * (lang_datefunc.html, section 2; an offset is applied, so local values are then those of UTC, as SQLite has it);
 * integers as milliseconds since 1970, in the JVM's default zone when the result is local, which is what
 * sqlite-jdbc's own setters store; and reals as Julian day numbers in UTC. {@code null} gives {@code null}; all else
 * is refused with a {@link DateTimeException} that names it.
 */
public final class Temporals {

  private static final double UNIX_EPOCH_JULIAN_DAY = 2_440_587.5;
  /** Julian days of the years 0000 to 9999, the range of SQLite's date functions (lang_datefunc.html, section 4). */
  private static final double MIN_JULIAN_DAY = 1_721_059.5;
  private static final double MAX_JULIAN_DAY = 5_373_484.5;
  private static final double MILLIS_PER_DAY = 86_400_000;

  private Temporals() {
  }

  /**
   * The stored text of a date.
   *
   * @throws DateTimeException when the year is outside 0000 to 9999
   */
  public static String format(LocalDate date) {
    var text = new StringBuilder(10);
    appendDate(text, date, date);
    return text.toString();
  }

  /** The stored text of a time of day. */
  public static String format(LocalTime time) {
    var text = new StringBuilder(18);
    appendTime(text, time);
    return text.toString();
  }

  /**
   * The stored text of a time of day with an offset, in UTC. The day is not known, so the order of two such texts is
   * that of their times in UTC, whatever day these fall on.
   */
  public static String format(OffsetTime time) {
    return format(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime());
  }

  /**
   * The stored text of a date and time without zone.
   *
   * @throws DateTimeException when the year is outside 0000 to 9999
   */
  public static String format(LocalDateTime dateTime) {
    return format(dateTime, dateTime);
  }

  /**
   * The stored text of a date and time, in UTC.
   *
   * @throws DateTimeException when the year in UTC is outside 0000 to 9999
   */
  public static String format(OffsetDateTime dateTime) {
    return format(dateTime.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(), dateTime);
  }

  /**
   * The stored text of an instant, in UTC.
   *
   * @throws DateTimeException when the year in UTC is outside 0000 to 9999
   */
  public static String format(Instant instant) {
    return format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), instant);
  }

  /**
   * The date that a stored value means.
   *
   * @param stored what SQLite holds, or {@code null}
   * @throws DateTimeException when it means none
   */
  public static LocalDate toLocalDate(Object stored) {
    var dateTime = toLocalDateTime(stored);
    return dateTime == null ? null : dateTime.toLocalDate();
  }

  /**
   * The time of day that a stored value means; midnight for a date.
   *
   * @param stored what SQLite holds, or {@code null}
   * @throws DateTimeException when it means none
   */
  public static LocalTime toLocalTime(Object stored) {
    if (stored instanceof String text) {
      return TemporalText.parse(text).localTime();
    }
    var dateTime = toLocalDateTime(stored);
    return dateTime == null ? null : dateTime.toLocalTime();
  }

  /**
   * The date and time without zone that a stored value means; the first moment of the day for a date.
   *
   * @param stored what SQLite holds, or {@code null}
   * @throws DateTimeException when it means none
   */
  public static LocalDateTime toLocalDateTime(Object stored) {
    if (stored == null) {
      return null;
    }
    if (stored instanceof String text) {
      return TemporalText.parse(text).localDateTime();
    }
    var zone = stored instanceof Double ? ZoneOffset.UTC : ZoneId.systemDefault();
    return LocalDateTime.ofInstant(numberToInstant(stored), zone);
  }

  /**
   * The date and time with offset that a stored value means; the offset that its text has, else UTC.
   *
   * @param stored what SQLite holds, or {@code null}
   * @throws DateTimeException when it means none
   */
  public static OffsetDateTime toOffsetDateTime(Object stored) {
    if (stored == null) {
      return null;
    }
    if (stored instanceof String text) {
      return TemporalText.parse(text).offsetDateTime();
    }
    return numberToInstant(stored).atOffset(ZoneOffset.UTC);
  }

  /**
   * The time of day with offset that a stored value means; the offset that its text has, else UTC.
   *
   * @param stored what SQLite holds, or {@code null}
   * @throws DateTimeException when it means none
   */
  public static OffsetTime toOffsetTime(Object stored) {
    if (stored instanceof String text) {
      return TemporalText.parse(text).offsetTime();
    }
    var dateTime = toOffsetDateTime(stored);
    return dateTime == null ? null : dateTime.toOffsetTime();
  }

  /**
   * What a stored value says of date, time and offset, and no more than that.
   *
   * @param stored what SQLite holds, or {@code null}
   * @return for text a {@link LocalDate}, {@link LocalTime}, {@link LocalDateTime}, {@link OffsetTime} or
   *     {@link OffsetDateTime}; for a number an {@link OffsetDateTime} in UTC
   * @throws DateTimeException when it says nothing of these
   */
  public static Temporal toTemporal(Object stored) {
    return stored instanceof String text ? TemporalText.parse(text).temporal() : toOffsetDateTime(stored);
  }

  /**
   * The instant that a stored value means; text without a zone is in UTC.
   *
   * @param stored what SQLite holds, or {@code null}
   * @throws DateTimeException when it means none
   */
  public static Instant toInstant(Object stored) {
    var dateTime = toOffsetDateTime(stored);
    return dateTime == null ? null : dateTime.toInstant();
  }

  private static Instant numberToInstant(Object stored) {
    if (stored instanceof Long || stored instanceof Integer) {
      return Instant.ofEpochMilli(((Number) stored).longValue());
    }
    if (stored instanceof Double day) {
      if (!(day >= MIN_JULIAN_DAY && day < MAX_JULIAN_DAY)) {
        throw new DateTimeException("The stored real " + day + " is no date or time: as a Julian day number"
            + " it is outside the years 0000 to 9999");
      }
      return Instant.ofEpochMilli(Math.round((day - UNIX_EPOCH_JULIAN_DAY) * MILLIS_PER_DAY));
    }
    throw new DateTimeException("A stored value of type " + stored.getClass().getName()
        + " is no date or time: text, an integer or a real was expected");
  }

  private static String format(LocalDateTime dateTime, Object original) {
    var text = new StringBuilder(29);
    appendDate(text, dateTime.toLocalDate(), original);
    text.append(' ');
    appendTime(text, dateTime.toLocalTime());
    return text.toString();
  }

  private static void appendDate(StringBuilder text, LocalDate date, Object original) {
    int year = date.getYear();
    if (year < 0 || year > 9999) {
      throw new DateTimeException(describe(original) + " cannot be stored: SQLite's text form of a date holds"
          + " the years 0000 to 9999");
    }
    appendDigits(text, year, 4);
    text.append('-');
    appendDigits(text, date.getMonthValue(), 2);
    text.append('-');
    appendDigits(text, date.getDayOfMonth(), 2);
  }

  private static void appendTime(StringBuilder text, LocalTime time) {
    appendDigits(text, time.getHour(), 2);
    text.append(':');
    appendDigits(text, time.getMinute(), 2);
    text.append(':');
    appendDigits(text, time.getSecond(), 2);
    if (time.getNano() != 0) {
      text.append('.');
      appendDigits(text, time.getNano(), 9);
      int end = text.length();
      while (text.charAt(end - 1) == '0') {
        end--;
      }
      text.setLength(end);
    }
  }

  private static void appendDigits(StringBuilder text, int value, int width) {
    var digits = Integer.toString(value);
    text.append("0".repeat(width - digits.length())).append(digits);
  }

  private static String describe(Object original) {
    return original instanceof Temporal temporal
        ? temporal.getClass().getSimpleName() + ' ' + temporal
        : String.valueOf(original);
  }
}

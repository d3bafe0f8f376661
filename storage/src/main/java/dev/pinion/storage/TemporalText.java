package dev.pinion.storage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a stored text says about date, time and zone, each {@code null} when it says nothing.
 */
record TemporalText(String text, LocalDate date, LocalTime time, ZoneOffset offset) {

  private static final String DATE = "(\\d{4})-(\\d{2})-(\\d{2})";
  private static final String TIME = "(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d+))?)?";
  private static final String ZONE = "\\s*([Zz]|[+-]\\d{2}(?::?\\d{2}(?::?\\d{2})?)?)";
  private static final Pattern FORM =
      Pattern.compile("\\s*(?:" + DATE + "(?:(?:\\s+|[Tt])(?=\\d)|(?=\\s*$)))?(?:" + TIME + "(?:" + ZONE + ")?)?\\s*");
  private static final int NANO_DIGITS = 9;

  static TemporalText parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches() || form.group(1) == null && form.group(4) == null) {
      throw unreadable(text, null);
    }
    try {
      return new TemporalText(text, date(form), time(form), zone(form.group(8)));
    } catch (DateTimeException e) {
      throw unreadable(text, e);
    }
  }

  LocalTime localTime() {
    if (date == null) {
      return offset == null ? time : time.minusSeconds(offset.getTotalSeconds());
    }
    return localDateTime().toLocalTime();
  }

  LocalDateTime localDateTime() {
    return offsetDateTime().withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }

  OffsetDateTime offsetDateTime() {
    if (date == null) {
      throw new DateTimeException("The stored text '" + text + "' is a time without a date");
    }
    return OffsetDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time, offset == null ? ZoneOffset.UTC : offset);
  }

  OffsetTime offsetTime() {
    return (time == null ? LocalTime.MIDNIGHT : time).atOffset(offset == null ? ZoneOffset.UTC : offset);
  }

  Temporal temporal() {
    if (date == null) {
      return offset == null ? time : offsetTime();
    } else if (time == null) {
      return date;
    }
    return offset == null ? localDateTime() : offsetDateTime();
  }

  private static LocalDate date(Matcher form) {
    return form.group(1) == null ? null : LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
  }

  private static LocalTime time(Matcher form) {
    if (form.group(4) == null) {
      return null;
    }
    int second = form.group(6) == null ? 0 : number(form, 6);
    return LocalTime.of(number(form, 4), number(form, 5), second, nanos(form.group(7)));
  }

  /** Digits past the ninth are dropped, as Java has no place for them. */
  private static int nanos(String fraction) {
    if (fraction == null) {
      return 0;
    }
    var digits = fraction.length() > NANO_DIGITS ? fraction.substring(0, NANO_DIGITS) : fraction;
    return Integer.parseInt(digits + "0".repeat(NANO_DIGITS - digits.length()));
  }

  private static ZoneOffset zone(String zone) {
    if (zone == null) {
      return null;
    }
    return ZoneOffset.of(zone.equals("z") ? "Z" : zone);
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }

  private static DateTimeException unreadable(String text, DateTimeException cause) {
    return new DateTimeException("The stored text '" + text + "' is no date or time"
        + (cause == null ? "" : ": " + cause.getMessage()), cause);
  }
}

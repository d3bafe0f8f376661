package dev.pinion.dialect.impl.function;

import org.hibernate.query.sqm.TemporalUnit;

/**
 * Date and time arithmetic on the stored text, by SQLite's date functions (lang_datefunc.html). They know
 * milliseconds, so what they compute has no more digits; results have the same form as stored values.
 */
public final class TemporalSql {

  /** The form of a stored date and time. */
  private static final String TIMESTAMP = "%Y-%m-%d %H:%M:%f";
  private static final String TIME = "%H:%M:%f";

  /** The date of now in the zone of the process. */
  public static final String CURRENT_DATE = "date('now','localtime')";
  /** The time of now in the zone of the process. */
  public static final String CURRENT_TIME = format(TIME, "'now','localtime'");
  /** Now in the zone of the process. */
  public static final String CURRENT_TIMESTAMP = format(TIMESTAMP, "'now','localtime'");
  /** Now in UTC. */
  public static final String CURRENT_INSTANT = format(TIMESTAMP, "'now'");

  private TemporalSql() {
  }

  /** The time of a date and time. */
  public static String time(String value) {
    return format(TIME, value);
  }

  /** A date or other text as a date and time. */
  public static String timestamp(String value) {
    return format(TIMESTAMP, value);
  }

  /**
   * One field of a temporal value.
   *
   * @throws UnsupportedOperationException when SQLite does not know it
   */
  public static String extract(TemporalUnit unit, String value) {
    return switch (unit) {
      case YEAR -> integer("%Y", value);
      case QUARTER -> "((" + integer("%m", value) + "+2)/3)";
      case MONTH -> integer("%m", value);
      // The ISO week is that of its Thursday.
      case WEEK -> "((strftime('%j',date(" + value + ",'-3 days','weekday 4'))-1)/7+1)";
      case DAY, DAY_OF_MONTH -> integer("%d", value);
      case DAY_OF_WEEK -> "(" + integer("%w", value) + "+1)";
      case DAY_OF_YEAR -> integer("%j", value);
      case HOUR -> integer("%H", value);
      case MINUTE -> integer("%M", value);
      case SECOND -> "cast(strftime('%f'," + value + ") as real)";
      case EPOCH -> integer("%s", value);
      default -> throw new UnsupportedOperationException("'extract(" + unit + " from …)' has no meaning on SQLite,"
          + " where points in time are stored in UTC");
    };
  }

  /** A temporal value moved by an amount of a unit; a day that the month lacks becomes its last. */
  public static String add(TemporalUnit unit, String amount, String value, Kind kind) {
    return switch (unit) {
      case YEAR -> addMonths("(" + amount + ")*12", value, kind);
      case QUARTER -> addMonths("(" + amount + ")*3", value, kind);
      case MONTH -> addMonths(amount, value, kind);
      case WEEK -> shift("((" + amount + ")*7)||' days'", value, kind);
      case DAY, DAY_OF_MONTH, DAY_OF_YEAR, DAY_OF_WEEK -> shift("(" + amount + ")||' days'", value, kind);
      case HOUR -> shift("(" + amount + ")||' hours'", value, kind.withTime());
      case MINUTE -> shift("(" + amount + ")||' minutes'", value, kind.withTime());
      case SECOND -> shift("printf('%.9f seconds'," + amount + ")", value, kind.withTime());
      case NANOSECOND, NATIVE -> shift("printf('%.9f seconds',(" + amount + ")/1e9)", value, kind.withTime());
      default -> throw new UnsupportedOperationException("The unit '" + unit + "' cannot be added");
    };
  }

  /** A temporal value without the fields below a unit. */
  public static String truncate(TemporalUnit unit, String value, Kind kind) {
    return switch (unit) {
      case YEAR -> midnight(value + ",'start of year'", kind);
      case QUARTER -> midnight(value + ",'start of month',((1-strftime('%m'," + value + "))%3)||' months'", kind);
      case MONTH -> midnight(value + ",'start of month'", kind);
      case WEEK -> midnight(value + ",'-6 days','weekday 1'", kind);
      case DAY, DAY_OF_MONTH, DATE -> midnight(value, kind);
      case HOUR -> strftime(kind.datePrefix() + "%H:00:00", value);
      case MINUTE -> strftime(kind.datePrefix() + "%H:%M:00", value);
      case SECOND -> strftime(kind.datePrefix() + "%H:%M:%S", value);
      default -> throw new UnsupportedOperationException("A temporal value cannot be truncated to '" + unit + "'");
    };
  }

  private static String midnight(String arguments, Kind kind) {
    return kind == Kind.DATE ? "date(" + arguments + ")" : strftime("%Y-%m-%d 00:00:00", arguments);
  }

  private static String strftime(String format, String arguments) {
    return "strftime('" + format + "'," + arguments + ")";
  }

  /** How many whole units, or seconds with a fraction, lie between; negative when the second is the earlier. */
  public static String difference(TemporalUnit unit, String from, String to) {
    return switch (unit) {
      case YEAR -> months(from, to) + "/12";
      case QUARTER -> months(from, to) + "/3";
      case MONTH -> months(from, to);
      case WEEK -> millis(from, to) + "/604800000";
      case DAY, DAY_OF_MONTH, DAY_OF_YEAR, DAY_OF_WEEK -> millis(from, to) + "/86400000";
      case HOUR -> millis(from, to) + "/3600000";
      case MINUTE -> millis(from, to) + "/60000";
      case SECOND, EPOCH -> millis(from, to) + "/1000.0";
      case NANOSECOND, NATIVE -> millis(from, to) + "*1000000";
      default -> throw new UnsupportedOperationException("A difference cannot be counted in '" + unit + "'");
    };
  }

  /** What a value is, and so in which form a result is written. */
  public enum Kind {
    /** A date. */
    DATE,
    /** A time of day. */
    TIME,
    /** A date and time. */
    TIMESTAMP;

    private String datePrefix() {
      return this == TIME ? "" : "%Y-%m-%d ";
    }

    Kind withTime() {
      return this == DATE ? TIMESTAMP : this;
    }

    private String write(String arguments) {
      return switch (this) {
        case DATE -> "date(" + arguments + ")";
        case TIME -> format(TemporalSql.TIME, arguments);
        case TIMESTAMP -> format(TemporalSql.TIMESTAMP, arguments);
      };
    }
  }

  private static String shift(String modifier, String value, Kind kind) {
    return kind.write(value + "," + modifier);
  }

  /** SQLite lets 31 January plus one month overflow into March, so the last day of the month is the bound. */
  private static String addMonths(String amount, String value, Kind kind) {
    var shifted = kind.write(value + ",(" + amount + ")||' months'");
    var lastDay = "date(" + value + ",'start of month',((" + amount + ")+1)||' months','-1 day')";
    return "min(" + shifted + ","
        + (kind == Kind.DATE ? lastDay : lastDay + "||' '||" + time(value)) + ")";
  }

  /** By {@code timediff()}, whose result is a sign, years, months and the rest: {@code +0001-02-03 04:05:06.789}. */
  private static String months(String from, String to) {
    var difference = "timediff(" + to + "," + from + ")";
    return "(cast(substr(" + difference + ",1,1)||(substr(" + difference + ",2,4)*12+substr(" + difference
        + ",7,2)) as integer))";
  }

  private static String millis(String from, String to) {
    return "(" + millis(to) + "-" + millis(from) + ")";
  }

  private static String millis(String value) {
    return "cast(round(unixepoch(" + value + ",'subsec')*1000) as integer)";
  }

  private static String integer(String format, String value) {
    return "cast(strftime('" + format + "'," + value + ") as integer)";
  }

  /** Without the zeros at the end of the fraction, as values are stored. */
  private static String format(String format, String arguments) {
    return "rtrim(rtrim(strftime('" + format + "'," + arguments + "),'0'),'.')";
  }
}

package dev.pinion.dialect.impl.function;

import jakarta.persistence.TemporalType;
import org.hibernate.query.sqm.TemporalUnit;

/**
 * Date and time arithmetic on the stored text, by SQLite's date functions (lang_datefunc.html). They know
 * milliseconds; so the fraction of a second is taken from the text, computed apart and put back, and no digit of it is
 * lost. Results have the same form as stored values.
 */
public final class TemporalSql {

  /** The form of a stored date and time. */
  private static final String TIMESTAMP = "%Y-%m-%d %H:%M:%f";
  private static final String TIME = "%H:%M:%f";
  private static final String SECOND_NANOS = "1000000000";

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
    return "(strftime('%H:%M:%S'," + wholeSeconds(value) + ")||" + fraction(value) + ")";
  }

  /** The date of a date and time. */
  public static String date(String value) {
    return "date(" + wholeSeconds(value) + ")";
  }

  /** A date or other text as a date and time. */
  public static String timestamp(String value) {
    return "(strftime('%Y-%m-%d %H:%M:%S'," + wholeSeconds(value) + ")||" + fraction(value) + ")";
  }

  /**
   * One field of a temporal value.
   *
   * @throws UnsupportedOperationException when SQLite does not know it
   */
  public static String extract(TemporalUnit unit, String value) {
    var whole = wholeSeconds(value);
    return switch (unit) {
      case YEAR -> integer("%Y", whole);
      case QUARTER -> "((" + integer("%m", whole) + "+2)/3)";
      case MONTH -> integer("%m", whole);
      // The ISO week is that of its Thursday.
      case WEEK -> "((strftime('%j',date(" + whole + ",'-3 days','weekday 4'))-1)/7+1)";
      case DAY, DAY_OF_MONTH -> integer("%d", whole);
      case DAY_OF_WEEK -> "(" + integer("%w", whole) + "+1)";
      case DAY_OF_YEAR -> integer("%j", whole);
      case HOUR -> integer("%H", whole);
      case MINUTE -> integer("%M", whole);
      case SECOND -> "(case when instr(" + value + ",':') then cast(substr(" + value + ",instr(" + value
          + ",':')+4) as real) else cast(strftime('%f'," + value + ") as real) end)";
      case EPOCH -> integer("%s", whole);
      default -> throw new UnsupportedOperationException("'extract(" + unit + " from …)' has no meaning on SQLite,"
          + " where points in time are stored in UTC");
    };
  }

  /**
   * A temporal value moved by an amount of a unit; a day that the month lacks becomes its last.
   *
   * @param type of the value, or {@code null} when its text is to tell: Hibernate does not know it of java.time's own
   *     JDBC types
   * @param hasFloor whether SQLite has a word for that last day, as it does from 3.46
   */
  public static String add(TemporalUnit unit, String amount, String value, TemporalType type, boolean hasFloor) {
    if (type != null) {
      return add(unit, amount, value, Kind.valueOf(type.name()), hasFloor);
    }
    return "(case when instr(" + value + ",':')=0 then " + add(unit, amount, value, Kind.DATE, hasFloor)
        + " when instr(" + value + ",'-')=0 then " + add(unit, amount, value, Kind.TIME, hasFloor)
        + " else " + add(unit, amount, value, Kind.TIMESTAMP, hasFloor) + " end)";
  }

  private static String add(TemporalUnit unit, String amount, String value, Kind kind, boolean hasFloor) {
    return switch (unit) {
      case YEAR -> addMonths("(" + amount + ")*12", value, kind, hasFloor);
      case QUARTER -> addMonths("(" + amount + ")*3", value, kind, hasFloor);
      case MONTH -> addMonths(amount, value, kind, hasFloor);
      case WEEK -> shift("((" + amount + ")*7)||' days'", value, kind);
      case DAY, DAY_OF_MONTH, DAY_OF_YEAR, DAY_OF_WEEK -> shift("(" + amount + ")||' days'", value, kind);
      case HOUR -> shift("(" + amount + ")||' hours'", value, kind.withTime());
      case MINUTE -> shift("(" + amount + ")||' minutes'", value, kind.withTime());
      case SECOND -> addNanos("cast(round((" + amount + ")*1e9) as integer)", value, kind.withTime());
      case NANOSECOND, NATIVE -> addNanos("cast(" + amount + " as integer)", value, kind.withTime());
      default -> throw new UnsupportedOperationException("The unit '" + unit + "' cannot be added");
    };
  }

  /** A temporal value without the fields below a unit. */
  public static String truncate(TemporalUnit unit, String value, Kind kind) {
    var whole = wholeSeconds(value);
    return switch (unit) {
      case YEAR -> midnight(whole + ",'start of year'", kind);
      case QUARTER -> midnight(whole + ",'start of month',((1-strftime('%m'," + whole + "))%3)||' months'", kind);
      case MONTH -> midnight(whole + ",'start of month'", kind);
      case WEEK -> midnight(whole + ",'-6 days','weekday 1'", kind);
      case DAY, DAY_OF_MONTH, DATE -> midnight(whole, kind);
      case HOUR -> strftime(kind.datePrefix() + "%H:00:00", whole);
      case MINUTE -> strftime(kind.datePrefix() + "%H:%M:00", whole);
      case SECOND -> strftime(kind.datePrefix() + "%H:%M:%S", whole);
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
      case WEEK -> nanos(from, to) + "/604800000000000";
      case DAY, DAY_OF_MONTH, DAY_OF_YEAR, DAY_OF_WEEK -> nanos(from, to) + "/86400000000000";
      case HOUR -> nanos(from, to) + "/3600000000000";
      case MINUTE -> nanos(from, to) + "/60000000000";
      case SECOND, EPOCH -> nanos(from, to) + "/1e9";
      case NANOSECOND, NATIVE -> nanos(from, to);
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
  }

  /** Whole seconds do not touch the fraction. */
  private static String shift(String modifier, String value, Kind kind) {
    return kind == Kind.DATE ? "date(" + value + "," + modifier + ")"
        : "(" + strftime(kind.datePrefix() + "%H:%M:%S", wholeSeconds(value) + "," + modifier)
            + "||" + fraction(value) + ")";
  }

  /** The seconds that the sum of the nanoseconds makes are added as such, what remains becomes the fraction. */
  private static String addNanos(String nanos, String value, Kind kind) {
    var remainder = "(n_%" + SECOND_NANOS + "+" + SECOND_NANOS + ")%" + SECOND_NANOS;
    return "(select strftime('" + kind.datePrefix() + "%H:%M:%S',w_,((n_-r_)/" + SECOND_NANOS + ")||' seconds')"
        + "||rtrim(rtrim(printf('.%09d',r_),'0'),'.') from (select w_,n_," + remainder + " as r_ from (select "
        + wholeSeconds(value) + " as w_," + nanosOfSecond(value) + "+" + nanos + " as n_)))";
  }

  /** What follows the seconds, with its point; of other forms than the stored ones, as much as SQLite reads. */
  static String fraction(String value) {
    return "case when " + value + " glob '*:*.*' and " + value + " not glob '*.*[^0-9]*' then substr(" + value
        + ",instr(" + value + ",'.')) else rtrim(rtrim(substr(strftime('%f'," + value + "),3),'0'),'.') end";
  }

  /** Without the fraction, which SQLite would round to milliseconds, and so perhaps to the next second. */
  static String wholeSeconds(String value) {
    return "case when " + value + " glob '*:*.*' and " + value + " not glob '*.*[^0-9]*' then substr(" + value
        + ",1,instr(" + value + ",'.')-1) else " + value + " end";
  }

  private static String nanosOfSecond(String value) {
    return "cast(substr(substr(" + fraction(value) + ",2)||'000000000',1,9) as integer)";
  }

  /** SQLite lets 31 January plus one month overflow into March, so the last day of the month is the bound. */
  private static String addMonths(String amount, String value, Kind kind, boolean hasFloor) {
    if (hasFloor) {
      return shift("(" + amount + ")||' months','floor'", value, kind);
    }
    var lastDay = "date(" + wholeSeconds(value) + ",'start of month',((" + amount + ")+1)||' months','-1 day')";
    var date = "min(date(" + wholeSeconds(value) + ",(" + amount + ")||' months')," + lastDay + ")";
    return kind == Kind.DATE ? date
        : "(" + date + "||strftime(' %H:%M:%S'," + wholeSeconds(value) + ")||" + fraction(value) + ")";
  }

  /** By {@code timediff()}, whose result is a sign, years, months and the rest: {@code +0001-02-03 04:05:06.789}. */
  private static String months(String from, String to) {
    var difference = "timediff(" + to + "," + from + ")";
    return "(cast(substr(" + difference + ",1,1)||(substr(" + difference + ",2,4)*12+substr(" + difference
        + ",7,2)) as integer))";
  }

  private static String nanos(String from, String to) {
    return "(" + nanos(to) + "-" + nanos(from) + ")";
  }

  private static String nanos(String value) {
    return "(unixepoch(" + wholeSeconds(value) + ")*" + SECOND_NANOS + "+" + nanosOfSecond(value) + ")";
  }

  private static String integer(String format, String value) {
    return "cast(strftime('" + format + "'," + value + ") as integer)";
  }

  /** Without the zeros at the end of the fraction, as values are stored. */
  private static String format(String format, String arguments) {
    return "rtrim(rtrim(strftime('" + format + "'," + arguments + "),'0'),'.')";
  }
}

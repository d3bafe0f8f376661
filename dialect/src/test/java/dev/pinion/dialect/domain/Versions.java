package dev.pinion.dialect.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

/** An entity for each type that a version can have. */
public final class Versions {

  private Versions() {
  }

  /** All of them. */
  public static List<Class<?>> all() {
    return List.of(OfShort.class, OfInt.class, OfLong.class, OfTimestamp.class, OfDate.class, OfCalendar.class,
        OfInstant.class, OfLocal.class, OfOffset.class, OfZoned.class);
  }

  /** What they have in common. */
  @MappedSuperclass
  public abstract static class Versioned {
    @Id
    public long id = 1;
    public String text = "first";
  }

  /** A short. */
  @Entity(name = "OfShort")
  public static class OfShort extends Versioned {
    @Version
    public short version;
  }

  /** An int. */
  @Entity(name = "OfInt")
  public static class OfInt extends Versioned {
    @Version
    public Integer version;
  }

  /** A long. */
  @Entity(name = "OfLong")
  public static class OfLong extends Versioned {
    @Version
    public long version;
  }

  /** A timestamp. */
  @Entity(name = "OfTimestamp")
  public static class OfTimestamp extends Versioned {
    @Version
    public Timestamp version;
  }

  /** A date. */
  @Entity(name = "OfDate")
  public static class OfDate extends Versioned {
    @Version
    public Date version;
  }

  /** A calendar. */
  @Entity(name = "OfCalendar")
  public static class OfCalendar extends Versioned {
    @Version
    public Calendar version;
  }

  /** An instant. */
  @Entity(name = "OfInstant")
  public static class OfInstant extends Versioned {
    @Version
    public Instant version;
  }

  /** A local date and time. */
  @Entity(name = "OfLocal")
  public static class OfLocal extends Versioned {
    @Version
    public LocalDateTime version;
  }

  /** A date and time with an offset. */
  @Entity(name = "OfOffset")
  public static class OfOffset extends Versioned {
    @Version
    public OffsetDateTime version;
  }

  /** A date and time with a zone. */
  @Entity(name = "OfZoned")
  public static class OfZoned extends Versioned {
    @Version
    public ZonedDateTime version;
  }
}

package dev.pinion.dialect.impl.type;

import dev.pinion.storage.Temporals;
import jakarta.persistence.TemporalType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.TimeZone;

/**
 * The stored text of temporal values whose column is not known.
 */
public final class TemporalLiterals {

  private TemporalLiterals() {
  }

  /** The text of a value; one with a zone is moved to UTC. */
  public static String text(TemporalAccessor value, TemporalType precision) {
    var local = value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC)
        : value instanceof ZonedDateTime dateTime ? dateTime.withZoneSameInstant(ZoneOffset.UTC)
        : value instanceof OffsetDateTime dateTime ? dateTime.withOffsetSameInstant(ZoneOffset.UTC)
        : value instanceof OffsetTime time ? time.withOffsetSameInstant(ZoneOffset.UTC)
        : value;
    return switch (precision) {
      case DATE -> Temporals.format(LocalDate.from(local));
      case TIME -> Temporals.format(LocalTime.from(local));
      case TIMESTAMP -> Temporals.format(local instanceof LocalDate date
          ? date.atStartOfDay() : LocalDateTime.from(local));
    };
  }

  /** The text of a legacy date in a zone, or in the JVM's when it is {@code null}. */
  public static String text(Date value, TemporalType precision, TimeZone zone) {
    // Not toInstant(), which java.sql.Date and Time refuse.
    var instant = value instanceof java.sql.Timestamp timestamp
        ? timestamp.toInstant() : Instant.ofEpochMilli(value.getTime());
    var zoneOfText = precision == TemporalType.TIMESTAMP && zone != null ? zone.toZoneId() : ZoneId.systemDefault();
    return text(LocalDateTime.ofInstant(instant, zoneOfText), precision);
  }
}

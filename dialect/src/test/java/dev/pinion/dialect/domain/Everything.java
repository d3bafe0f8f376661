package dev.pinion.dialect.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** A column for each Java type. */
@Entity
public class Everything {

  @Id
  public long id;

  public Boolean aBoolean;
  public Byte aByte;
  public Short aShort;
  public Integer anInteger;
  public Long aLong;
  public Float aFloat;
  public Double aDouble;
  public BigDecimal aBigDecimal;
  @Column(precision = 10, scale = 2)
  public BigDecimal anAmount;
  public BigInteger aBigInteger;
  public String aString;
  public Character aCharacter;
  @Column(length = 100_000)
  public String aLongString;
  @Lob
  public String aLobString;
  @Nationalized
  public String aNationalString;
  public Clob aClob;
  public NClob aNClob;
  public byte[] bytes;
  @Lob
  public byte[] lobBytes;
  public Blob aBlob;
  @Enumerated(EnumType.STRING)
  public DayOfWeek enumByName;
  @Enumerated(EnumType.ORDINAL)
  public DayOfWeek enumByOrdinal;
  public LocalDate aLocalDate;
  public LocalTime aLocalTime;
  public LocalDateTime aLocalDateTime;
  public Instant anInstant;
  public OffsetDateTime anOffsetDateTime;
  public ZonedDateTime aZonedDateTime;
  public OffsetTime anOffsetTime;
  @TimeZoneStorage(TimeZoneStorageType.COLUMN)
  public OffsetDateTime withOffsetColumn;
  @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
  public OffsetDateTime inLocalZone;
  @Temporal(TemporalType.DATE)
  public Date aDate;
  @Temporal(TemporalType.TIME)
  public Date aTimeOfDate;
  @Temporal(TemporalType.TIMESTAMP)
  public Date aTimestampOfDate;
  public java.sql.Date aSqlDate;
  public Time aSqlTime;
  public Timestamp aSqlTimestamp;
  public Calendar aCalendar;
  public UUID aUuid;
  @JdbcTypeCode(SqlTypes.CHAR)
  public UUID aUuidText;
  public Duration aDuration;
  public Year aYear;
  public ZoneId aZone;
  public ZoneOffset anOffset;
  public Currency aCurrency;
  public Locale aLocale;
  public URL aUrl;
  public int[] integers;

  protected Everything() {
  }

  public Everything(long id) {
    this.id = id;
  }
}

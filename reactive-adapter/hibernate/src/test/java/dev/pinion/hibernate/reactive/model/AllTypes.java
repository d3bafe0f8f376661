package dev.pinion.hibernate.reactive.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
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
import java.util.Arrays;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** One attribute of each type that the storage format knows; set and read by reflection. */
@Entity
public class AllTypes {

  @Id
  public Long id;

  public boolean primitiveBoolean;
  public Boolean wrappedBoolean;
  public Byte aByte;
  public Short aShort;
  public Integer anInteger;
  public Long aLong;
  public Float aFloat;
  public Double aDouble;
  @Column(precision = 12, scale = 2)
  public BigDecimal money;
  @Column(precision = 38, scale = 10)
  public BigDecimal longDecimal;
  @Column(precision = 15, scale = 0)
  public BigInteger smallBigInteger;
  @Column(precision = 38, scale = 0)
  public BigInteger bigInteger;
  public String string;
  public Character character;
  @Lob
  public String text;
  public DayOfWeek enumByOrdinal;
  @Enumerated(EnumType.STRING)
  public DayOfWeek enumByName;
  public byte[] bytes;
  @Lob
  public byte[] blob;
  public LocalDate localDate;
  public LocalTime localTime;
  public LocalDateTime localDateTime;
  public Instant instant;
  public OffsetDateTime offsetDateTime;
  public ZonedDateTime zonedDateTime;
  @TimeZoneStorage(TimeZoneStorageType.COLUMN)
  public OffsetDateTime offsetInColumn;
  @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
  public ZonedDateTime zonedInUtc;
  public OffsetTime offsetTime;
  @Temporal(TemporalType.DATE)
  public Date utilDate;
  @Temporal(TemporalType.TIME)
  public Date utilTime;
  @Temporal(TemporalType.TIMESTAMP)
  public Date utilTimestamp;
  public Timestamp sqlTimestamp;
  public java.sql.Date sqlDate;
  public Calendar calendar;
  public UUID uuid;
  @JdbcTypeCode(SqlTypes.CHAR)
  public UUID uuidAsText;
  public Duration duration;
  public Year year;
  public ZoneId zoneId;
  public ZoneOffset zoneOffset;
  public TimeZone timeZone;
  public Locale locale;
  public Currency currency;
  public URL url;
  @JdbcTypeCode(SqlTypes.JSON)
  public Map<String, Object> jsonMap;
  @JdbcTypeCode(SqlTypes.JSON)
  public List<String> jsonList;
  public String[] stringArray;
  public List<Integer> integerList;
  public Instant[] instantArray;
  public UUID[] uuidArray;
  @JdbcTypeCode(SqlTypes.JSON)
  public Place placeAsJson;
  @Struct(name = "place_type")
  public Place placeAsStruct;

  /** Stored in one column. */
  @Embeddable
  public record Place(String name, Instant since, BigDecimal size, Integer[] numbers) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Place that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
      return toString().hashCode();
    }

    @Override
    public String toString() {
      return name + since + size + Arrays.toString(numbers);
    }
  }
}

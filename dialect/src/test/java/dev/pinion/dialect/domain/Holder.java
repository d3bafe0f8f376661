package dev.pinion.dialect.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/** Embeddables in one column each. */
@Entity
public class Holder {

  @Id
  public Long id;

  @JdbcTypeCode(SqlTypes.JSON)
  public All json;

  @Embedded
  public Point point;

  @Struct(name = "place")
  public Place place;

  public Point[] points;

  public List<Point> pointList;

  @Embeddable
  public static class All {
    public Integer number;
    public Boolean flag;
    @Column(name = "the text")
    public String text;
    public Double real;
    public BigDecimal decimal;
    public UUID uuid;
    public byte[] bytes;
    public LocalDate date;
    public LocalTime time;
    public LocalDateTime dateTime;
    public Instant instant;
    public Duration duration;
    @Enumerated(EnumType.STRING)
    public DayOfWeek byName;
    @Enumerated(EnumType.ORDINAL)
    public DayOfWeek byOrdinal;
    public String[] texts;
    @Lob
    public String longText;
    @Lob
    public byte[] longBytes;
    public URL url;
    public Character letter;
    @Convert(converter = YesNoConverter.class)
    public Boolean yesNo;
    @Convert(converter = NumericBooleanConverter.class)
    public Boolean numeric;
    public ZonedDateTime zoned;
    @Temporal(TemporalType.DATE)
    public Date legacyDate;
    public Timestamp timestamp;
    @Embedded
    public Place flat;
    @JdbcTypeCode(SqlTypes.JSON)
    public Inner inner;
  }

  /** Within another. */
  @Embeddable
  public static class Inner {
    public Integer depth;
    public BigDecimal exact;

    public Inner() {
    }

    public Inner(Integer depth, BigDecimal exact) {
      this.depth = depth;
      this.exact = exact;
    }
  }

  /** A record is an embeddable too. */
  @Embeddable
  @Struct(name = "point_type")
  public record Point(int x, int y) {
  }

  /** As many columns, or as one. */
  @Embeddable
  public static class Place {
    public String town;
    public String street;

    public Place() {
    }

    public Place(String town, String street) {
      this.town = town;
      this.street = street;
    }
  }
}

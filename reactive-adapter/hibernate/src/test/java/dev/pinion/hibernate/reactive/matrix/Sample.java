package dev.pinion.hibernate.reactive.matrix;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** One row with a value of many types. */
@Entity
class Sample {

  private static final LocalDateTime LOCAL = LocalDateTime.of(2024, 2, 29, 12, 30, 15, 250_000_000);

  @Id
  long id = 1;

  String text = "Hello";
  int number = 42;
  double real = -2.5;
  boolean flag = true;
  @Column(precision = 38, scale = 10)
  BigDecimal digits = new BigDecimal("12345678901234567890.5");
  LocalDate date = LocalDate.of(2024, 1, 31);
  LocalTime time = LocalTime.of(23, 30, 15);
  LocalDateTime dateTime = LOCAL;
  Instant moment = LOCAL.toInstant(ZoneOffset.UTC);
  @TimeZoneStorage(TimeZoneStorageType.COLUMN)
  OffsetDateTime zoned = LOCAL.atOffset(ZoneOffset.ofHours(-3));
  UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

  String[] texts = {"abc", null, "d[\"]e"};
  int[] ints = {3, 1, 3};
  boolean[] flags = {true, false};
  BigDecimal[] decimals = {new BigDecimal("0.1"), new BigDecimal("12345678901234567890.12345")};
  LocalDate[] dates = {LocalDate.of(2024, 2, 29)};

  @JdbcTypeCode(SqlTypes.JSON)
  Part json = new Part();

  Point point = new Point(3, 4);

  /** Becomes a JSON object; ORM takes columns of its names out of the table that it stands in. */
  @Embeddable
  static class Part {
    Integer copies = 7;
    Boolean lent = true;
    String remark = "\"ü'";
    BigDecimal worth = new BigDecimal("12345678901234567890.12");
    UUID code = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    LocalDateTime due = LocalDateTime.of(2024, 2, 29, 12, 30, 15, 123_456_789);
    Instant since = Instant.parse("2024-02-29T12:30:15.000000001Z");
    @Enumerated(EnumType.STRING)
    DayOfWeek day = DayOfWeek.FRIDAY;
    String[] words = {"a", null};
    @JdbcTypeCode(SqlTypes.JSON)
    Inner inner = new Inner();
  }

  /** Within another. */
  @Embeddable
  static class Inner {
    Integer depth = 2;
    BigDecimal exact = new BigDecimal("0.25");
  }

  /** A record is an embeddable too. */
  @Embeddable
  @Struct(name = "point_type")
  record Point(int x, int y) {
  }
}

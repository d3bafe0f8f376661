package dev.pinion.docs.dialect;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.UUID;

/** A column of each type that a program with the community dialect may have stored. */
@Entity(name = "measurement")
class Measurement {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "taken_at")
  LocalDateTime takenAt;

  @Column(name = "checked_at")
  Date checkedAt;

  @Column(name = "taken_on")
  LocalDate takenOn;

  @Column(name = "opens_at")
  LocalTime opensAt;

  @Column(name = "logged_at")
  Instant loggedAt;

  @Column(name = "sent_at")
  OffsetDateTime sentAt;

  boolean valid;

  UUID sensor;

  @Column(precision = 12, scale = 2)
  BigDecimal amount;

  Duration pause;

  @Enumerated(EnumType.STRING)
  DayOfWeek weekday;

  @Enumerated(EnumType.ORDINAL)
  DayOfWeek ordinal;

  byte[] picture;

  String note;

  double level;

  @ManyToOne
  Measurement previous;
}

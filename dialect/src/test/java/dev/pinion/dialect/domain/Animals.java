package dev.pinion.dialect.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.SourceType;
import org.hibernate.generator.EventType;

/** Tables that share their keys, and values that the database makes. */
public final class Animals {

  private Animals() {
  }

  @Entity(name = "Animal")
  @Inheritance(strategy = InheritanceType.JOINED)
  public static class Animal {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;
  }

  @Entity(name = "Dog")
  public static class Dog extends Animal {

    public int barks;
  }

  @Entity(name = "Cat")
  public static class Cat extends Animal {

    public int lives;
  }

  @Entity(name = "Measure")
  public static class Measure {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public int id;

    public int width;

    @GeneratedColumn("width * 2")
    public int perimeter;

    @ColumnDefault("'unknown'")
    @Generated(event = EventType.INSERT)
    public String unit;

    @Generated(event = {EventType.INSERT, EventType.UPDATE}, sql = "upper('made')")
    public String maker;

    @CreationTimestamp(source = SourceType.DB)
    public Instant made;
  }

  @Entity(name = "Bare")
  public static class Bare {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
  }

  @Entity(name = "Zoo")
  @SecondaryTable(name = "zoo_note")
  public static class Zoo {

    @Id
    public long id;

    public String name;

    @Column(table = "zoo_note")
    public String note;
  }

  @Entity(name = "Stamp")
  public static class Stamp {

    @Id
    public LocalDateTime id;

    public String text;
  }
}

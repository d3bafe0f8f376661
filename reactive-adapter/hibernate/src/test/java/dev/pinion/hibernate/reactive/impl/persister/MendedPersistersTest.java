package dev.pinion.hibernate.reactive.impl.persister;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Hibernate Reactive does wrong by itself, whatever 6.6 release of Hibernate ORM is there. */
class MendedPersistersTest {

  @TempDir
  Path dir;

  private Path file;
  private Mutiny.SessionFactory factory;

  @BeforeEach
  void open() {
    file = dir.resolve("versions.db");
    factory = Factories.reactive(file, Note.class, Sparse.class, Vehicle.class, Car.class, Shape.class, Circle.class,
        Ticket.class, Person.class).unwrap(Mutiny.SessionFactory.class);
  }

  @AfterEach
  void close() {
    factory.close();
  }

  @Test
  void anUpdateIncrementsTheVersion() {
    persist(new Note(1, "draft"));

    await(factory.withTransaction(session -> session.find(Note.class, 1L).invoke(note -> note.text = "final")));

    assertThat(Raw.value(file, "select text || ',' || version from Note")).isEqualTo("final,1");
  }

  @Test
  void aChangeOfACollectionAloneIncrementsTheVersion() {
    persist(new Note(1, "draft"));

    await(factory.withTransaction(session -> session.find(Note.class, 1L)
        .call(note -> Mutiny.fetch(note.tags))
        .invoke(note -> note.tags.add("new"))));

    assertThat(Raw.value(file, "select version || ',' || (select tags from Note_tags) from Note"))
        .isEqualTo("1,new");
  }

  @Test
  void anUpdateWithoutAChangeLeavesTheVersionAlone() {
    persist(new Note(1, "draft"));

    await(factory.withTransaction(session -> session.find(Note.class, 1L).invoke(note -> note.text = "draft")));

    assertThat(Raw.value(file, "select version from Note")).isEqualTo("0");
  }

  @Test
  void anUpdateTimestampIsSetWithTheVersion() {
    persist(new Note(1, "draft"));
    String before = Raw.value(file, "select changed from Note");

    await(factory.withTransaction(session -> session.find(Note.class, 1L).invoke(note -> note.text = "final")));

    assertThat(Raw.value(file, "select changed from Note")).isGreaterThan(before);
  }

  @Test
  void aDynamicUpdateWritesTheChangedColumnAndTheVersion() {
    persist(new Sparse(1, "a", "b"));

    await(factory.withTransaction(session -> session.find(Sparse.class, 1L).invoke(sparse -> sparse.first = "c")));

    assertThat(Raw.value(file, "select first || second || version from Sparse")).isEqualTo("cb1");
  }

  @Test
  void aJoinedSubclassUpdatesBothTables() {
    persist(new Car("red", 4));

    await(factory.withTransaction(session -> session.find(Car.class, 1L).invoke(car -> {
      car.colour = "blue";
      car.doors = 5;
    })));

    assertThat(Raw.value(file, "select colour || doors || version from Vehicle join Car using (id)"))
        .isEqualTo("blue51");
  }

  @Test
  void allTablesOfAnEntityAreWrittenWhenTheSessionBatches() {
    await(factory.withTransaction(session -> {
      session.setBatchSize(5);
      return session.persistAll(new Person(1, "Ada", "x"), new Person(2, "Eva", "y"));
    }));

    assertThat(Raw.rows(file, "select name, note from Person join Remark using (id) order by id"))
        .containsExactly("Ada|x", "Eva|y");
  }

  @Test
  void aTablePerClassSubclassUpdatesItsTable() {
    persist(new Circle(1, 2.0));

    await(factory.withTransaction(session -> session.find(Circle.class, 1L).invoke(circle -> circle.radius = 3.0)));

    assertThat(Raw.value(file, "select radius || ',' || version from Circle")).isEqualTo("3.0,1");
  }

  @Test
  void anOptionalSecondaryTableIsUpdated() {
    persist(new Person(1, "Ann", "old"));

    await(factory.withTransaction(session -> session.find(Person.class, 1L).invoke(person -> person.note = "new")));

    assertThat(Raw.value(file, "select note || ',' || version from Person join Remark using (id)")).isEqualTo("new,1");
  }

  @Test
  void anOptionalSecondaryTableGetsItsFirstRow() {
    persist(new Person(1, "Ann", null));

    await(factory.withTransaction(session -> session.find(Person.class, 1L).invoke(person -> person.note = "new")));

    assertThat(Raw.value(file, "select note from Remark")).isEqualTo("new");
  }

  @Test
  void aStatelessUpdateIncrementsTheVersion() {
    persist(new Note(1, "draft"));
    Note note = await(factory.withStatelessSession(session -> session.get(Note.class, 1L)));
    note.text = "final";

    await(factory.withStatelessTransaction(session -> session.update(note)));

    assertThat(Raw.value(file, "select text || ',' || version from Note")).isEqualTo("final,1");
  }

  @Test
  void aStatelessUpsertInsertsThenUpdates() {
    await(factory.withStatelessTransaction(session -> session.upsert(new Ticket(7, "open"))));
    await(factory.withStatelessTransaction(session -> session.upsert(new Ticket(7, "closed"))));

    assertThat(Raw.rows(file, "select state from Ticket")).containsExactly("closed");
  }

  @Test
  void aStatelessUpsertIncrementsTheVersion() {
    Note note = new Note(7, "draft");
    await(factory.withStatelessTransaction(session -> session.insert(note)));
    note.text = "final";

    await(factory.withStatelessTransaction(session -> session.upsert(note)));

    assertThat(Raw.value(file, "select text || ',' || version from Note")).isEqualTo("final,1");
  }

  @Test
  void aStatelessInsertSetsTheIdentity() {
    Vehicle vehicle = new Vehicle();
    vehicle.colour = "green";

    await(factory.withStatelessTransaction(session -> session.insert(vehicle)));

    assertThat(vehicle.id).isEqualTo(1L);
  }

  private void persist(Object entity) {
    await(factory.withTransaction(session -> session.persist(entity)));
  }

  @Entity(name = "Note")
  public static class Note {
    @Id
    public Long id;
    public String text;
    @UpdateTimestamp
    public Instant changed;
    @Version
    public int version;
    @ElementCollection
    public List<String> tags = new ArrayList<>();

    protected Note() {
    }

    Note(long id, String text) {
      this.id = id;
      this.text = text;
    }
  }

  @Entity(name = "Sparse")
  @DynamicUpdate
  public static class Sparse {
    @Id
    public Long id;
    public String first;
    public String second;
    @Version
    public int version;

    protected Sparse() {
    }

    Sparse(long id, String first, String second) {
      this.id = id;
      this.first = first;
      this.second = second;
    }
  }

  @Entity(name = "Vehicle")
  @Inheritance(strategy = InheritanceType.JOINED)
  public static class Vehicle {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;
    public String colour;
    @Version
    public int version;
  }

  @Entity(name = "Car")
  public static class Car extends Vehicle {
    public int doors;

    protected Car() {
    }

    Car(String colour, int doors) {
      this.colour = colour;
      this.doors = doors;
    }
  }

  @Entity(name = "Shape")
  @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
  public static class Shape {
    @Id
    public Long id;
    @Version
    public int version;
  }

  @Entity(name = "Circle")
  public static class Circle extends Shape {
    public double radius;

    protected Circle() {
    }

    Circle(long id, double radius) {
      this.id = id;
      this.radius = radius;
    }
  }

  @Entity(name = "Person")
  @SecondaryTable(name = "Remark")
  public static class Person {
    @Id
    public Long id;
    public String name;
    @Column(table = "Remark")
    public String note;
    @Version
    public int version;

    protected Person() {
    }

    Person(long id, String name, String note) {
      this.id = id;
      this.name = name;
      this.note = note;
    }
  }

  @Entity(name = "Ticket")
  public static class Ticket {
    @Id
    public Long id;
    public String state;

    protected Ticket() {
    }

    Ticket(long id, String state) {
      this.id = id;
      this.state = state;
    }
  }
}

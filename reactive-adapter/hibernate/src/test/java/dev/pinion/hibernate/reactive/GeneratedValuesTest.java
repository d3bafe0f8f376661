package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import dev.pinion.hibernate.reactive.support.SqlLog;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Version;
import java.nio.file.Path;
import java.time.Instant;
import org.hibernate.StaleObjectStateException;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.generator.EventType;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedValuesTest {

  @TempDir
  Path dir;

  private Path file;
  private Mutiny.SessionFactory factory;

  @BeforeEach
  void open() {
    file = dir.resolve("generated.db");
    factory = Factories.reactive(file, Ticket.class, Coupon.class, Vehicle.class, Truck.class)
        .unwrap(Mutiny.SessionFactory.class);
  }

  @AfterEach
  void close() {
    factory.close();
  }

  @Test
  void anInsertReturnsTheIdentityAndAllThatIsGenerated() {
    Ticket ticket = new Ticket("front row");
    try (SqlLog log = SqlLog.statements()) {
      await(factory.withTransaction(session -> session.persist(ticket)));

      assertThat(log.count("select")).isZero();
    }
    assertThat(ticket.id).isEqualTo(1);
    assertThat(ticket.state).isEqualTo("new");
    assertThat(ticket.label).isEqualTo("front row (new)");
    assertThat(ticket.printed).isNotNull();
  }

  @Test
  void anUpdateReturnsWhatIsGeneratedAnew() {
    Ticket ticket = new Ticket("front row");
    await(factory.withTransaction(session -> session.persist(ticket)));

    Ticket changed = await(factory.withTransaction(session -> session.find(Ticket.class, ticket.id)
        .invoke(found -> found.seat = "balcony")
        .call(session::flush)));

    assertThat(changed.label).isEqualTo("balcony (new)");
    assertThat(changed.printed).isAfterOrEqualTo(ticket.printed);
  }

  @Test
  void anUpdateOfARowThatHasChangedMeanwhileIsStale() {
    Ticket ticket = new Ticket("front row");
    await(factory.withTransaction(session -> session.persist(ticket)));

    assertThatThrownBy(() -> await(factory.withTransaction(session -> session.find(Ticket.class, ticket.id)
        .call(found -> session.createNativeQuery("update Ticket set version = 7").executeUpdate())
        .invoke(found -> found.seat = "balcony"))))
        .hasRootCauseInstanceOf(StaleObjectStateException.class);
  }

  @Test
  void anAssignedKeyGetsItsGeneratedValuesToo() {
    Coupon coupon = new Coupon(4);
    try (SqlLog log = SqlLog.statements()) {
      await(factory.withTransaction(session -> session.persist(coupon)));

      assertThat(log.count("select")).isZero();
    }
    assertThat(coupon.state).isEqualTo("open");
  }

  @Test
  void severalInsertsInOneFlushKeepTheirOwnValues() {
    Ticket first = new Ticket("a");
    Ticket second = new Ticket("b");
    await(factory.withTransaction(session -> session.persistAll(first, new Coupon(1), second, new Coupon(2))));

    assertThat(first.label).isEqualTo("a (new)");
    assertThat(second.label).isEqualTo("b (new)");
    assertThat(Raw.value(file, "select count(*) from Coupon")).isEqualTo("2");
  }

  @Test
  void aSubclassInATableOfItsOwnGetsTheValuesOfBothTables() {
    Truck truck = new Truck();
    await(factory.withTransaction(session -> session.persist(truck)));

    assertThat(truck.id).isNotNull();
    assertThat(truck.colour).isEqualTo("grey");
    assertThat(truck.axles).isEqualTo(2);
  }

  @Entity(name = "Ticket")
  static class Ticket {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    int version;

    String seat;

    @Generated
    @ColumnDefault("'new'")
    String state;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(columnDefinition = "text generated always as (seat || ' (' || state || ')') stored")
    String label;

    @UpdateTimestamp(source = SourceType.DB)
    Instant printed;

    Ticket() {
    }

    Ticket(String seat) {
      this.seat = seat;
    }
  }

  @Entity(name = "Coupon")
  static class Coupon {

    @Id
    Integer id;

    @Generated
    @ColumnDefault("'open'")
    String state;

    @CurrentTimestamp(event = EventType.INSERT, source = SourceType.DB)
    Instant issued;

    Coupon() {
    }

    Coupon(Integer id) {
      this.id = id;
    }
  }

  @Entity(name = "Vehicle")
  @Inheritance(strategy = InheritanceType.JOINED)
  static class Vehicle {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Generated
    @ColumnDefault("'grey'")
    String colour;
  }

  @Entity(name = "Truck")
  static class Truck extends Vehicle {

    @Generated
    @ColumnDefault("2")
    Integer axles;
  }
}

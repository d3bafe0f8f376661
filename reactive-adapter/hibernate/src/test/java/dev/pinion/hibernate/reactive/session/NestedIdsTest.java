package dev.pinion.hibernate.reactive.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.support.Store;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.SequenceGenerator;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NestedIdsTest {

  @RegisterExtension
  static final Store STORE = new Store(Parcel.class, Letter.class, Product.class, Shipment.class);

  @Test
  void a_part_of_an_embedded_id_is_generated() {
    Parcel parcel = new Parcel();
    parcel.id.depot = "north";
    STORE.has(parcel);

    assertThat(parcel.id.number).isPositive();
    assertThat(STORE.<Parcel>inSession(session -> session.find(Parcel.class, parcel.id))).isNotNull();
  }

  @Test
  void a_uuid_as_a_part_of_an_embedded_id_is_generated() {
    Letter letter = new Letter();
    letter.id.depot = "north";
    STORE.has(letter);

    assertThat(letter.id.number).isNotNull();
    assertThat(STORE.<Letter>inSession(session -> session.find(Letter.class, letter.id))).isNotNull();
  }

  @Test
  void a_part_of_an_id_class_is_generated() {
    Product first = new Product(1);
    Product second = new Product(1);
    STORE.has(first, second);

    assertThat(second.number).isPositive().isNotEqualTo(first.number);
    assertThat(STORE.<Product>inSession(session ->
        session.find(Product.class, new Product.Key(1, second.number)))).isNotNull();
  }

  @Test
  void parts_of_several_kinds_are_generated() {
    Shipment shipment = new Shipment();
    STORE.has(shipment);

    assertThat(STORE.<Shipment>inSession(session -> session.find(Shipment.class, shipment.id))).isNotNull();
    assertThat(STORE.rows("select bySequence > 0, byTable > 0, length(random) from Shipment"))
        .containsExactly("1|1|16");
  }

  @Test
  void a_stateless_session_wants_the_whole_id() {
    Parcel parcel = new Parcel();
    parcel.id.depot = "north";

    assertThatThrownBy(() -> STORE.inStatelessTransaction(session -> session.insert(parcel)))
        .hasMessageContaining("set all of it, or use a session");
  }

  @Entity(name = "Parcel")
  static class Parcel {
    @EmbeddedId
    Key id = new Key();
    String content;

    @Embeddable
    static class Key implements Serializable {
      private static final long serialVersionUID = 1L;
      String depot;
      @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "parcel")
      @SequenceGenerator(name = "parcel", sequenceName = "parcel_SEQ")
      Long number;

      @Override
      public boolean equals(Object other) {
        return other instanceof Key key && Objects.equals(depot, key.depot) && Objects.equals(number, key.number);
      }

      @Override
      public int hashCode() {
        return Objects.hash(depot, number);
      }
    }
  }

  @Entity(name = "Letter")
  static class Letter {
    @EmbeddedId
    Key id = new Key();

    @Embeddable
    static class Key implements Serializable {
      private static final long serialVersionUID = 1L;
      String depot;
      @GeneratedValue
      UUID number;

      @Override
      public boolean equals(Object other) {
        return other instanceof Key key && Objects.equals(depot, key.depot) && Objects.equals(number, key.number);
      }

      @Override
      public int hashCode() {
        return Objects.hash(depot, number);
      }
    }
  }

  @Entity(name = "Product")
  @IdClass(Product.Key.class)
  static class Product {
    @Id
    int shop;
    @Id
    @GeneratedValue
    Long number;
    String name;

    Product() {
    }

    Product(int shop) {
      this.shop = shop;
    }

    static class Key implements Serializable {
      private static final long serialVersionUID = 1L;
      int shop;
      Long number;

      Key() {
      }

      Key(int shop, Long number) {
        this.shop = shop;
        this.number = number;
      }

      @Override
      public boolean equals(Object other) {
        return other instanceof Key key && shop == key.shop && Objects.equals(number, key.number);
      }

      @Override
      public int hashCode() {
        return Objects.hash(shop, number);
      }
    }
  }

  @Entity(name = "Shipment")
  static class Shipment {
    @EmbeddedId
    Key id = new Key();

    @Embeddable
    static class Key implements Serializable {
      private static final long serialVersionUID = 1L;
      @GeneratedValue
      Long bySequence;
      @GeneratedValue(strategy = GenerationType.TABLE)
      Integer byTable;
      @GeneratedValue
      UUID random;

      @Override
      public boolean equals(Object other) {
        return other instanceof Key key && Objects.equals(bySequence, key.bySequence)
            && Objects.equals(byTable, key.byTable) && Objects.equals(random, key.random);
      }

      @Override
      public int hashCode() {
        return Objects.hash(bySequence, byTable, random);
      }
    }
  }
}

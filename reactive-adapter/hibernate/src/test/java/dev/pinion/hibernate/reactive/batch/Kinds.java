package dev.pinion.hibernate.reactive.batch;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

/** Entities that differ in what names their rows. */
final class Kinds {

  private Kinds() {
  }

  static Class<?>[] entities() {
    return new Class<?>[] {Assigned.class, Versioned.class, Sequenced.class, Random.class, Pair.class, Identity.class,
        Base.class, Joined.class};
  }

  /** Those whose rows can be told apart before they are inserted, each in one table. */
  static List<Kind> batched() {
    return List.of(new Kind("Assigned", Assigned::new), new Kind("Versioned", Versioned::new),
        new Kind("Sequenced", Sequenced::new), new Kind("Random", Random::new), new Kind("Pair", Pair::new));
  }

  static Kind identity() {
    return new Kind("Identity", Identity::new);
  }

  static Kind joined() {
    return new Kind("Joined", Joined::new);
  }

  record Kind(String name, IntFunction<Row> maker) {

    Row[] rows(int count) {
      Row[] rows = new Row[count];
      for (int i = 0; i < count; i++) {
        rows[i] = maker.apply(i + 1);
      }
      return rows;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @MappedSuperclass
  abstract static class Row {
    int position;
    int amount;

    Row() {
    }

    Row(int position) {
      this.position = position;
    }
  }

  @Entity(name = "Assigned")
  static class Assigned extends Row {
    @Id
    long id;

    Assigned() {
    }

    Assigned(int position) {
      super(position);
      id = position;
    }
  }

  @Entity(name = "Versioned")
  static class Versioned extends Row {
    @Id
    long id;
    @Version
    Integer version;

    Versioned() {
    }

    Versioned(int position) {
      super(position);
      id = position;
    }
  }

  @Entity(name = "Sequenced")
  static class Sequenced extends Row {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    Sequenced() {
    }

    Sequenced(int position) {
      super(position);
    }
  }

  @Entity(name = "Random")
  static class Random extends Row {
    @Id
    @GeneratedValue
    UUID id;

    Random() {
    }

    Random(int position) {
      super(position);
    }
  }

  @Entity(name = "Pair")
  static class Pair extends Row {
    @EmbeddedId
    PairId id;

    Pair() {
    }

    Pair(int position) {
      super(position);
      id = new PairId(position % 3, "n" + position);
    }
  }

  @Embeddable
  record PairId(int a, String b) {
  }

  @Entity(name = "Identity")
  static class Identity extends Row {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Identity() {
    }

    Identity(int position) {
      super(position);
    }
  }

  @Entity(name = "Base")
  @Inheritance(strategy = InheritanceType.JOINED)
  abstract static class Base extends Row {
    @Id
    long id;

    Base() {
    }

    Base(int position) {
      super(position);
      id = position;
    }
  }

  @Entity(name = "Joined")
  static class Joined extends Base {
    int extra;

    Joined() {
    }

    Joined(int position) {
      super(position);
    }
  }
}

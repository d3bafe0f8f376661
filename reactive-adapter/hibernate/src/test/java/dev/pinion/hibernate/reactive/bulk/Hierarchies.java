package dev.pinion.hibernate.reactive.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.util.function.Supplier;

/** The same entity in one table, in two joined ones, in a table of its class, and in a secondary table. */
final class Hierarchies {

  private Hierarchies() {
  }

  static Class<?>[] entities() {
    return new Class<?>[] {SingleBase.class, Single.class, JoinedBase.class, Joined.class, ApartBase.class,
        Apart.class, SecondBase.class, Second.class};
  }

  enum Kind {
    Single(1, Single::new), Joined(2, Joined::new), Apart(1, Apart::new), Second(2, Second::new);

    final int tables;
    private final Supplier<Base> maker;

    Kind(int tables, Supplier<Base> maker) {
      this.tables = tables;
      this.maker = maker;
    }

    Base make(int number) {
      Base row = maker.get();
      row.id = number;
      row.number = number;
      row.name = "n" + number;
      row.extra(number);
      return row;
    }
  }

  @MappedSuperclass
  abstract static class Base {
    @Id
    long id;
    int number;
    String name;
    @Version
    int version;

    abstract void extra(int value);
  }

  @Entity(name = "SingleBase")
  @Inheritance
  abstract static class SingleBase extends Base {
  }

  @Entity(name = "Single")
  static class Single extends SingleBase {
    int extra;

    @Override
    void extra(int value) {
      extra = value;
    }
  }

  @Entity(name = "JoinedBase")
  @Inheritance(strategy = InheritanceType.JOINED)
  abstract static class JoinedBase extends Base {
  }

  @Entity(name = "Joined")
  static class Joined extends JoinedBase {
    int extra;

    @Override
    void extra(int value) {
      extra = value;
    }
  }

  @Entity(name = "ApartBase")
  @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
  abstract static class ApartBase extends Base {
  }

  @Entity(name = "Apart")
  static class Apart extends ApartBase {
    int extra;

    @Override
    void extra(int value) {
      extra = value;
    }
  }

  @Entity(name = "SecondBase")
  @Inheritance
  abstract static class SecondBase extends Base {
  }

  @Entity(name = "Second")
  @SecondaryTable(name = "SecondMore")
  static class Second extends SecondBase {
    @Column(table = "SecondMore")
    int extra;

    @Override
    void extra(int value) {
      extra = value;
    }
  }
}

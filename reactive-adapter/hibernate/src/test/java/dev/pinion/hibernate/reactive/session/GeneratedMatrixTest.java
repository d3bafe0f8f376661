package dev.pinion.hibernate.reactive.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.support.Store;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.function.Supplier;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.generator.EventType;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of generated value, in entities of each kind of id and each number of tables. */
class GeneratedMatrixTest {

  @RegisterExtension
  static final Store STORE = new Store(Assigned.class, Identity.class, Sequence.class, Single.class, SingleLeaf.class,
      Joined.class, JoinedLeaf.class, Linked.class, LinkedLeaf.class, Apart.class, ApartLeaf.class, Second.class);

  enum Kind {
    Assigned(Assigned::new), Identity(Identity::new), Sequence(Sequence::new), Single(Single::new),
    SingleLeaf(SingleLeaf::new), Joined(Joined::new), JoinedLeaf(JoinedLeaf::new), Linked(Linked::new),
    LinkedLeaf(LinkedLeaf::new), Apart(Apart::new), ApartLeaf(ApartLeaf::new), Second(Second::new);

    final Supplier<Stamped> maker;

    Kind(Supplier<Stamped> maker) {
      this.maker = maker;
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_insert_brings_all_that_is_generated(Kind kind) {
    Stamped row = kind.maker.get();
    row.name = "a";
    STORE.inTransaction(session -> session.persist(row));

    assertThat(row.state).isEqualTo("new");
    assertThat(row.label).isEqualTo("a (new)");
    assertThat(row.part.mark).isEqualTo("a!");
    assertThat(row.createdByDatabase).isNotNull();
    assertThat(row.createdHere).isNotNull();
    assertThat(row.changedByDatabase).isNotNull();
    assertThat(row.changedHere).isNotNull();
    assertThat(row.touched).isNotNull();
    assertThat(all(row)).isEqualTo(all(read(row)));
  }

  @ParameterizedTest
  @EnumSource
  void an_update_brings_what_is_generated_anew(Kind kind) {
    Stamped row = kind.maker.get();
    row.name = "a";
    STORE.inTransaction(session -> session.persist(row));
    Stamped changed = STORE.inTransaction(session -> session.find(row.getClass(), key(row))
        .map(found -> (Stamped) found).invoke(found -> found.name = "b").call(session::flush));

    assertThat(changed.label).isEqualTo("b (new)");
    assertThat(changed.part.mark).isEqualTo("b!");
    assertThat(changed.createdByDatabase).isEqualTo(row.createdByDatabase);
    assertThat(changed.createdHere).isEqualTo(row.createdHere);
    assertThat(changed.changedByDatabase).isAfterOrEqualTo(row.changedByDatabase);
    assertThat(changed.changedHere).isAfter(row.changedHere);
    assertThat(changed.touched).isAfterOrEqualTo(row.touched);
    assertThat(all(changed)).isEqualTo(all(read(row)));
  }

  @ParameterizedTest
  @EnumSource
  void a_stateless_session_brings_them_by_a_refresh(Kind kind) {
    Stamped row = kind.maker.get();
    row.name = "a";
    STORE.inStatelessTransaction(session -> session.insert(row)
        .invoke(() -> row.name = "b").chain(() -> session.update(row)).chain(() -> session.refresh(row)));

    assertThat(row.label).isEqualTo("b (new)");
    assertThat(all(row)).isEqualTo(all(read(row)));
  }

  private static Object key(Stamped row) {
    return STORE.factory().getPersistenceUnitUtil().getIdentifier(row);
  }

  private static Stamped read(Stamped row) {
    return STORE.inSession(session -> session.find(row.getClass(), key(row)));
  }

  private static String all(Stamped row) {
    return String.join("|", row.name, row.state, row.label, row.part.mark, String.valueOf(row.version),
        row.createdByDatabase.toString(), row.createdHere.toString(), row.changedByDatabase.toString(),
        row.changedHere.toString(), row.touched.toString());
  }

  @MappedSuperclass
  abstract static class Stamped {
    String name;
    @Version
    int version;
    @Generated
    @ColumnDefault("'new'")
    String state;
    @GeneratedColumn("name || ' (' || state || ')'")
    String label;
    @Embedded
    Part part = new Part();
    @CurrentTimestamp(event = EventType.INSERT, source = SourceType.DB)
    Instant createdByDatabase;
    @CreationTimestamp(source = SourceType.VM)
    Instant createdHere;
    @UpdateTimestamp(source = SourceType.DB)
    Instant changedByDatabase;
    @UpdateTimestamp(source = SourceType.VM)
    Instant changedHere;
    @CurrentTimestamp(event = {EventType.INSERT, EventType.UPDATE}, source = SourceType.DB)
    Instant touched;
  }

  @Embeddable
  static class Part {
    @GeneratedColumn("name || '!'")
    String mark;
  }

  @Entity(name = "Assigned")
  static class Assigned extends Stamped {
    @Id
    long id = 7;
  }

  @Entity(name = "Identity")
  @DynamicInsert
  static class Identity extends Stamped {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;
  }

  @Entity(name = "Sequence")
  static class Sequence extends Stamped {
    @Id
    @GeneratedValue
    Long id;
  }

  @Entity(name = "Single")
  @Inheritance
  static class Single extends Stamped {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
  }

  @Entity(name = "SingleLeaf")
  static class SingleLeaf extends Single {
    int extra = 3;
  }

  @Entity(name = "Joined")
  @Inheritance(strategy = InheritanceType.JOINED)
  static class Joined extends Stamped {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
  }

  @Entity(name = "JoinedLeaf")
  static class JoinedLeaf extends Joined {
    int extra = 3;
  }

  @Entity(name = "Linked")
  @Inheritance(strategy = InheritanceType.JOINED)
  static class Linked extends Stamped {
    @Id
    long id = 8;
  }

  @Entity(name = "LinkedLeaf")
  static class LinkedLeaf extends Linked {
    int extra = 3;
  }

  @Entity(name = "Apart")
  @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
  static class Apart extends Stamped {
    @Id
    @GeneratedValue
    Long id;
  }

  @Entity(name = "ApartLeaf")
  static class ApartLeaf extends Apart {
    int extra = 3;
  }

  @Entity(name = "Second")
  @SecondaryTable(name = "SecondMore")
  static class Second extends Stamped {
    @Id
    @GeneratedValue
    Long id;
    @Column(table = "SecondMore")
    int extra = 3;
  }
}

package dev.pinion.hibernate.reactive.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.support.Store;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.function.Supplier;
import org.hibernate.StaleObjectStateException;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.UpdateTimestamp;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the database generates, where nothing is generated outside of the root's own table. */
class StampedRootsTest {

  @RegisterExtension
  static final Store STORE = new Store(Alone.class, Joined.class, JoinedLeaf.class, Apart.class, ApartLeaf.class);

  enum Kind {
    Alone(Alone::new), Joined(Joined::new), JoinedLeaf(JoinedLeaf::new), Apart(Apart::new), ApartLeaf(ApartLeaf::new);

    final Supplier<Stamped> maker;

    Kind(Supplier<Stamped> maker) {
      this.maker = maker;
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_insert(Kind kind) {
    Stamped row = persisted(kind);

    assertThat(row.state).isEqualTo("new");
    assertThat(row.changed).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ApartLeaf")
  void an_insert_reads_no_row_again(Kind kind) {
    persisted(kind);

    assertThat(STORE.commands().startingWith("select")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void an_update(Kind kind) {
    Stamped row = persisted(kind);
    Stamped changed = STORE.inTransaction(session -> session.find(row.getClass(), 1L).map(found -> (Stamped) found)
        .invoke(found -> found.name = "b").call(session::flush));

    assertThat(changed.changed).isAfterOrEqualTo(row.changed);
    assertThat(STORE.<Stamped>inSession(session -> session.find(row.getClass(), 1L).map(found -> (Stamped) found)))
        .extracting(found -> found.name, found -> found.version, found -> found.changed)
        .containsExactly("b", 1, changed.changed);
  }

  @ParameterizedTest
  @EnumSource
  void an_update_of_a_row_that_has_changed_meanwhile_is_stale(Kind kind) {
    Stamped row = persisted(kind);

    assertThatThrownBy(() -> STORE.inTransaction(session -> session.find(row.getClass(), 1L)
        .map(found -> (Stamped) found)
        .call(found -> session.createNativeQuery("update " + root(kind) + " set version = 7").executeUpdate())
        .invoke(found -> found.name = "b")))
        .hasRootCauseInstanceOf(StaleObjectStateException.class);
  }

  private static Stamped persisted(Kind kind) {
    Stamped row = kind.maker.get();
    row.name = "a";
    STORE.inTransaction(session -> session.persist(row));
    return row;
  }

  private static String root(Kind kind) {
    return kind == Kind.JoinedLeaf ? "Joined" : kind.name();
  }

  @MappedSuperclass
  abstract static class Stamped {
    @Id
    long id = 1;
    @Version
    int version;
    String name;
    @Generated
    @ColumnDefault("'new'")
    String state;
    @UpdateTimestamp(source = SourceType.DB)
    Instant changed;
  }

  @Entity(name = "Alone")
  static class Alone extends Stamped {
  }

  @Entity(name = "Joined")
  @Inheritance(strategy = InheritanceType.JOINED)
  static class Joined extends Stamped {
  }

  @Entity(name = "JoinedLeaf")
  static class JoinedLeaf extends Joined {
    int extra;
  }

  @Entity(name = "Apart")
  @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
  static class Apart extends Stamped {
  }

  @Entity(name = "ApartLeaf")
  static class ApartLeaf extends Apart {
    int extra;
  }
}

package dev.pinion.hibernate.reactive.session;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.support.Store;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.NamedAttributeNode;
import jakarta.persistence.NamedEntityGraph;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.FetchProfile;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.ParamDef;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.reactive.common.Identifier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What annotations ask of a session, over two shelves: one with three volumes, one with one. */
class MappingsTest {

  @RegisterExtension
  static final Store STORE = new Store(Shelf.class, Volume.class, Hidden.class, Kept.class);

  @BeforeEach
  void fill() {
    Shelf first = new Shelf("A").with("one", 1).with("two", 2).with("three", 3);
    first.labels.put("colour", "red");
    first.words.add("old");
    STORE.has(first, new Shelf("B").with("four", 4));
  }

  @Test
  void a_natural_id_finds() {
    Shelf shelf = STORE.inSession(session -> session.find(Shelf.class, Identifier.id("code", "B")));

    assertThat(shelf.code).isEqualTo("B");
  }

  @Test
  void a_formula_is_computed_by_the_database() {
    Volume volume = STORE.inSession(session -> volume(session, "two"));

    assertThat(volume.title).isEqualTo("two (2)");
  }

  @Test
  void a_named_query_takes_parameters() {
    List<String> names = STORE.inSession(session -> session.createNamedQuery("Volume.after", String.class)
        .setParameter("pages", 2).getResultList());

    assertThat(names).containsExactly("four", "three");
  }

  @Test
  void a_named_native_query_gives_entities() {
    List<Volume> volumes = STORE.inSession(session ->
        session.createNamedQuery("Volume.thickest", Volume.class).getResultList());

    assertThat(volumes).extracting(volume -> volume.name).containsExactly("four");
  }

  @Test
  void a_filter_restricts_until_it_is_disabled() {
    String counts = STORE.inSession(session -> {
      session.enableFilter("thin").setParameter("limit", 2);
      return count(session)
          .chain(filtered -> {
            session.disableFilter("thin");
            return count(session).map(all -> filtered + "," + all);
          });
    });

    assertThat(counts).isEqualTo("2,4");
  }

  @Test
  void an_entity_graph_fetches_with_the_entity() {
    Shelf shelf = STORE.inSession(session -> shelf(session, "A").invoke(session::detach)
        .chain(found -> session.find(session.getEntityGraph(Shelf.class, "withVolumes"), found.id)));

    assertThat(Hibernate.isInitialized(shelf.volumes)).isTrue();
    assertThat(shelf.volumes).hasSize(3);
  }

  @Test
  void a_fetch_profile_fetches_with_the_entity() {
    Long id = STORE.inSession(session -> shelf(session, "A")).id;

    Shelf shelf = STORE.inSession(session -> session.enableFetchProfile("full").find(Shelf.class, id));

    assertThat(Hibernate.isInitialized(shelf.volumes)).isTrue();
  }

  @Test
  void lazy_collections_are_fetched_in_batches() {
    STORE.inSession(session -> session.createSelectionQuery("from Shelf order by code", Shelf.class).getResultList()
        .call(shelves -> Mutiny.fetch(shelves.get(0).volumes))
        .invoke(shelves -> assertThat(Hibernate.isInitialized(shelves.get(1).volumes)).isTrue()));

    assertThat(STORE.commands().startingWith("select")).hasSize(2);
  }

  @Test
  void lazy_references_are_fetched_on_demand() {
    String code = await(STORE.stage().withSession(session -> session
        .createSelectionQuery("from Volume where name = 'four'", Volume.class).getSingleResult()
        .thenCompose(volume -> session.fetch(volume.shelf)).thenApply(Shelf::code)));

    assertThat(code).isEqualTo("B");
  }

  @Test
  void an_orphan_is_deleted() {
    STORE.inTransaction(session -> shelf(session, "A").call(shelf -> Mutiny.fetch(shelf.volumes))
        .invoke(shelf -> shelf.volumes.remove(0)));

    assertThat(STORE.rows("select name from Volume order by pages")).containsExactly("two", "three", "four");
  }

  @Test
  void maps_and_sets_of_values_are_written_row_by_row() {
    STORE.inTransaction(session -> shelf(session, "A")
        .call(shelf -> Mutiny.fetch(shelf.labels)).call(shelf -> Mutiny.fetch(shelf.words))
        .invoke(shelf -> {
          shelf.labels.put("colour", "blue");
          shelf.labels.put("size", "big");
          shelf.words.add("new");
        }));

    assertThat(STORE.rows("select label || '=' || labels from Shelf_labels order by label"))
        .containsExactly("colour=blue", "size=big");
    assertThat(STORE.rows("select words from Shelf_words order by words")).containsExactly("new", "old");
  }

  @Test
  void a_restriction_hides_rows() {
    STORE.has(new Hidden(1, false), new Hidden(2, true));

    List<Long> ids = STORE.inSession(session ->
        session.createSelectionQuery("select id from Hidden", Long.class).getResultList());

    assertThat(ids).containsExactly(1L);
  }

  @Test
  void a_soft_delete_keeps_the_row() {
    STORE.has(new Kept(1));

    STORE.inTransaction(session -> session.find(Kept.class, 1L).call(session::remove));

    assertThat(STORE.value("select deleted from Kept")).isEqualTo("1");
    assertThat(STORE.<Kept>inSession(session -> session.find(Kept.class, 1L))).isNull();
  }

  private static Uni<Long> count(Mutiny.Session session) {
    return session.createSelectionQuery("select count(*) from Volume", Long.class).getSingleResult();
  }

  private static Uni<Shelf> shelf(Mutiny.Session session, String code) {
    return session.createSelectionQuery("from Shelf where code = :code", Shelf.class).setParameter("code", code)
        .getSingleResult();
  }

  private static Uni<Volume> volume(Mutiny.Session session, String name) {
    return session.createSelectionQuery("from Volume where name = :name", Volume.class).setParameter("name", name)
        .getSingleResult();
  }

  @Entity(name = "Shelf")
  @NamedEntityGraph(name = "withVolumes", attributeNodes = @NamedAttributeNode("volumes"))
  @FetchProfile(name = "full",
      fetchOverrides = @FetchProfile.FetchOverride(entity = Shelf.class, association = "volumes"))
  static class Shelf {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    @NaturalId
    String code;
    @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("pages")
    @BatchSize(size = 10)
    List<Volume> volumes = new ArrayList<>();
    @ElementCollection
    @MapKeyColumn(name = "label")
    Map<String, String> labels = new HashMap<>();
    @ElementCollection
    Set<String> words = new HashSet<>();

    Shelf() {
    }

    Shelf(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    Shelf with(String name, int pages) {
      volumes.add(new Volume(this, name, pages));
      return this;
    }
  }

  @Entity(name = "Volume")
  @NamedQuery(name = "Volume.after", query = "select name from Volume where pages > :pages order by name")
  @NamedNativeQuery(name = "Volume.thickest", resultClass = Volume.class,
      query = "select *, name || ' (' || pages || ')' as title from Volume order by pages desc limit 1")
  @FilterDef(name = "thin", parameters = @ParamDef(name = "limit", type = Integer.class))
  @Filter(name = "thin", condition = "pages <= :limit")
  static class Volume {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String name;
    int pages;
    @Formula("name || ' (' || pages || ')'")
    String title;
    @ManyToOne(fetch = FetchType.LAZY)
    Shelf shelf;

    Volume() {
    }

    Volume(Shelf shelf, String name, int pages) {
      this.shelf = shelf;
      this.name = name;
      this.pages = pages;
    }
  }

  @Entity(name = "Hidden")
  @SQLRestriction("gone = 0")
  static class Hidden {
    @Id
    long id;
    boolean gone;

    Hidden() {
    }

    Hidden(long id, boolean gone) {
      this.id = id;
      this.gone = gone;
    }
  }

  @Entity(name = "Kept")
  @SoftDelete
  static class Kept {
    @Id
    long id;

    Kept() {
    }

    Kept(long id) {
      this.id = id;
    }
  }
}

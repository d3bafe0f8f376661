package dev.pinion.hibernate.reactive.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.support.Store;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hibernate.Hibernate;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many statements it takes to have the collections of several entities. */
class FetchingTest {

  @RegisterExtension
  static final Store STORE = new Store(Band.class, Member.class);

  @BeforeEach
  void fill() {
    STORE.has(IntStream.rangeClosed(1, 3).mapToObj(Band::new).toArray());
  }

  @Test
  void a_subselect_reads_the_collections_of_all_that_were_found() {
    List<Band> bands = STORE.inSession(session -> session
        .createSelectionQuery("from Band where id > :least order by id", Band.class)
        .setParameter("least", 1)
        .getResultList()
        .call(found -> session.fetch(found.get(0).members)));

    assertThat(bands).hasSize(2).allSatisfy(band -> assertThat(Hibernate.isInitialized(band.members)).isTrue());
    assertThat(bands.get(1).members).extracting(member -> member.name).containsExactly("3a", "3b");
    assertThat(STORE.commands().startingWith("select")).hasSize(3).last().asString().contains("in (select");
  }

  @Test
  void an_eager_subselect_reads_with_the_query() {
    List<Band> bands = STORE.inSession(session ->
        session.createSelectionQuery("from Band order by id", Band.class).getResultList());

    assertThat(bands).extracting(band -> band.genres).containsExactly(Set.of("g1"), Set.of("g2"), Set.of("g3"));
    assertThat(STORE.commands().startingWith("select")).hasSize(2);
  }

  @Test
  void a_join_fetch_reads_with_the_query() {
    List<Band> bands = STORE.inSession(session -> session
        .createSelectionQuery("from Band b left join fetch b.members where b.id = 1", Band.class).getResultList());

    assertThat(bands).singleElement()
        .satisfies(band -> assertThat(band.members).extracting(member -> member.name).containsExactly("1a", "1b"));
  }

  @Test
  void a_select_reads_one_collection() {
    Set<String> songs = STORE.inSession(session -> session.find(Band.class, 1)
        .chain(band -> session.fetch(band.songs)));

    assertThat(songs).containsExactly("s1");
    assertThat(STORE.commands().startingWith("select")).last().asString().contains("Band_songs").contains("=?");
  }

  @Entity(name = "Band")
  static class Band {
    @Id
    int id;
    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn
    @Fetch(FetchMode.SUBSELECT)
    List<Member> members = new ArrayList<>();
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    Set<String> genres = new HashSet<>();
    @ElementCollection
    Set<String> songs = new HashSet<>();

    Band() {
    }

    Band(int id) {
      this.id = id;
      members.add(new Member(id + "a"));
      members.add(new Member(id + "b"));
      genres.add("g" + id);
      songs.add("s" + id);
    }
  }

  @Entity(name = "Member")
  static class Member {
    @Id
    String name;

    Member() {
    }

    Member(String name) {
      this.name = name;
    }
  }
}

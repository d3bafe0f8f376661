package dev.pinion.hibernate.reactive.enhanced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.support.Store;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.metamodel.Attribute;
import org.hibernate.Hibernate;
import org.hibernate.LazyInitializationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LazyAttributesTest {

  @RegisterExtension
  static final Store STORE = new Store(Report.class);

  @BeforeEach
  void fill() {
    Report first = new Report(1, "first");
    Report second = new Report(2, "second");
    second.follows(first);
    STORE.has(first, second);
  }

  @Test
  void an_entity_is_read_without_them() {
    Report report = STORE.inSession(session -> session.find(Report.class, 1L));

    assertThat(report.title()).isEqualTo("first");
    assertThat(STORE.commands().startingWith("select")).singleElement().asString()
        .contains("title").doesNotContain("text", "picture", "caption");
  }

  @Test
  void one_is_read_when_it_is_fetched() {
    String text = STORE.inSession(session -> session.find(Report.class, 1L)
        .chain(report -> session.fetch(report, attribute("text"))));

    assertThat(text).isEqualTo("text of first");
    assertThat(STORE.commands().startingWith("select")).hasSize(2).last().asString()
        .contains("text").doesNotContain("caption");
  }

  @Test
  void those_of_a_group_are_read_together() {
    Report report = STORE.inSession(session -> session.find(Report.class, 1L)
        .call(found -> session.fetch(found, LazyAttributesTest.<byte[]>attribute("picture"))));

    assertThat(report.picture()).containsExactly(1, 2, 3);
    assertThat(report.caption()).isEqualTo("caption of first");
    assertThat(STORE.commands().startingWith("select")).hasSize(2);
  }

  @Test
  void one_that_was_not_fetched_cannot_be_read_once_the_session_is_closed() {
    Report report = STORE.inSession(session -> find(session, 1));

    assertThatThrownBy(report::text).isInstanceOf(LazyInitializationException.class);
  }

  @Test
  void an_entity_graph_may_fetch_them() {
    Report report = STORE.inSession(session -> {
      EntityGraph<Report> graph = session.createEntityGraph(Report.class);
      graph.addAttributeNodes("title", "text");
      return session.find(graph, 1L);
    });

    assertThat(report.text()).isEqualTo("text of first");
    assertThat(STORE.commands().startingWith("select")).hasSize(1);
  }

  @Test
  void a_change_of_another_attribute_leaves_one_that_is_unread_as_it_is() {
    STORE.inTransaction(session -> find(session, 1).invoke(report -> report.title("changed")));

    assertThat(STORE.rows("select title || ', ' || text from Report where id = 1"))
        .containsExactly("changed, text of first");
    assertThat(STORE.commands().startingWith("update")).singleElement().asString().doesNotContain("text");
  }

  @Test
  void one_that_is_unread_may_be_changed() {
    STORE.inTransaction(session -> find(session, 1).invoke(report -> report.text("other")));

    assertThat(STORE.value("select text from Report where id = 1")).isEqualTo("other");
  }

  @Test
  void a_merge_leaves_one_that_is_unread_as_it_is() {
    Report report = STORE.inSession(session -> find(session, 1));
    report.title("merged");

    STORE.inTransaction(session -> session.merge(report));

    assertThat(STORE.rows("select title || ', ' || text from Report where id = 1"))
        .containsExactly("merged, text of first");
  }

  @Test
  void a_reference_needs_no_proxy() {
    Report second = STORE.inSession(session -> find(session, 2));

    assertThat(second.predecessor()).isExactlyInstanceOf(Report.class);
    assertThat(Hibernate.isInitialized(second.predecessor())).isFalse();
  }

  @Test
  void a_reference_is_read_when_it_is_fetched() {
    Report first = STORE.inSession(session -> find(session, 2).chain(second -> session.fetch(second.predecessor())));

    assertThat(first.title()).isEqualTo("first");
  }

  private static Uni<Report> find(Mutiny.Session session, long id) {
    return session.find(Report.class, id);
  }

  @SuppressWarnings("unchecked")
  private static <T> Attribute<Report, T> attribute(String name) {
    return (Attribute<Report, T>) STORE.factory().getMetamodel().entity(Report.class).getAttribute(name);
  }
}

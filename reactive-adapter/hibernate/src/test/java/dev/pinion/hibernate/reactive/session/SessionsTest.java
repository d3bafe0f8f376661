package dev.pinion.hibernate.reactive.session;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.support.Store;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.ConstructorResult;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Version;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hibernate.LockMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What sessions and their transactions mean to each other and to the rows, over one note. */
class SessionsTest {

  @RegisterExtension
  static final Store STORE = new Store(Note.class);

  @BeforeEach
  void fill() {
    STORE.has(new Note(1, "one"));
  }

  @Test
  void a_session_within_a_session_is_the_same_one() {
    Boolean same = STORE.inSession(outer ->
        STORE.mutiny().withSession(inner -> Uni.createFrom().item(inner == outer)));

    assertThat(same).isTrue();
  }

  @Test
  void a_transaction_within_a_transaction_is_part_of_it() {
    assertThatThrownBy(() -> STORE.inTransaction(outer ->
        STORE.mutiny().withTransaction(inner -> inner.persist(new Note(2, "two")))
            .chain(() -> Uni.createFrom().failure(new IllegalStateException("stop")))))
        .hasMessage("stop");

    assertThat(STORE.value("select count(*) from Note")).isEqualTo("1");
  }

  @Test
  void a_stage_within_a_stage_is_the_same_session() {
    Boolean same = await(STORE.stage().withSession(outer -> STORE.stage().withSession(inner ->
        CompletableFuture.completedStage(inner == outer))));

    assertThat(same).isTrue();
  }

  @Test
  void a_session_that_is_opened_is_another_one() {
    Boolean other = STORE.inSession(outer -> STORE.mutiny().openSession()
        .chain(opened -> opened.close().replaceWith(opened != outer)));

    assertThat(other).isTrue();
  }

  @Test
  void a_refresh_reads_what_others_have_written() {
    String text = STORE.inTransaction(session -> session.find(Note.class, 1L)
        .call(() -> session.createNativeQuery("update Note set text = 'other'").executeUpdate())
        .call(session::refresh).map(note -> note.text));

    assertThat(text).isEqualTo("other");
  }

  @Test
  void a_forced_increment_raises_the_version() {
    STORE.inTransaction(session -> session.find(Note.class, 1L)
        .call(note -> session.lock(note, LockMode.PESSIMISTIC_FORCE_INCREMENT)));

    assertThat(STORE.value("select version from Note")).isEqualTo("1");
  }

  @Test
  void a_pessimistic_lock_is_the_transactions() {
    LockMode mode = STORE.inTransaction(session -> session.find(Note.class, 1L, LockMode.PESSIMISTIC_WRITE)
        .map(session::getLockMode));

    assertThat(mode).isEqualTo(LockMode.PESSIMISTIC_WRITE);
  }

  @Test
  void several_are_found_by_their_keys_in_order() {
    STORE.has(new Note(2, "two"), new Note(3, "three"));

    List<Note> notes = STORE.inSession(session -> session.find(Note.class, 3L, 1L));

    assertThat(notes).extracting(note -> note.text).containsExactly("three", "one");
  }

  @Test
  void a_read_only_entity_is_not_written() {
    STORE.inTransaction(session -> session.setDefaultReadOnly(true).find(Note.class, 1L)
        .invoke(note -> note.text = "changed"));

    assertThat(STORE.value("select text from Note")).isEqualTo("one");
  }

  @Test
  void a_native_result_is_mapped_to_a_constructor() {
    List<Line> lines = STORE.inSession(session -> session.createNativeQuery(
        "select id, upper(text) as loud from Note", session.getResultSetMapping(Line.class, "line")).getResultList());

    assertThat(lines).containsExactly(new Line(1L, "ONE"));
  }

  @Test
  void a_callback_runs_before_the_insert() {
    STORE.has(new Note(2, null));

    assertThat(STORE.value("select text from Note where id = 2")).isEqualTo("empty");
  }

  @Test
  void a_stateless_session_reads_and_writes_one_by_one() {
    STORE.inStatelessTransaction(session -> session.get(Note.class, 1L)
        .invoke(note -> note.text = "changed").call(session::update)
        .chain(() -> session.insert(new Note(2, "two")))
        .chain(() -> session.get(Note.class, 2L)).call(session::delete));

    assertThat(STORE.rows("select text from Note")).containsExactly("changed");
  }

  record Line(Long id, String loud) {
  }

  @Entity(name = "Note")
  @SqlResultSetMapping(name = "line", classes = @ConstructorResult(targetClass = Line.class,
      columns = {@ColumnResult(name = "id", type = Long.class), @ColumnResult(name = "loud", type = String.class)}))
  static class Note {
    @Id
    long id;
    String text;
    @Version
    int version;

    Note() {
    }

    Note(long id, String text) {
      this.id = id;
      this.text = text;
    }

    @PrePersist
    void complete() {
      text = text == null ? "empty" : text;
    }
  }
}

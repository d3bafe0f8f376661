package dev.pinion.hibernate.reactive.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.support.Store;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.Interceptor;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.annotations.SQLUpdate;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.type.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Code and SQL of the application that Hibernate calls on its way. */
class HooksTest {

  private static final List<String> CALLS = new CopyOnWriteArrayList<>();

  @RegisterExtension
  static final Store STORE = new Store(Note.class, Written.class)
      .with("hibernate.session_factory.interceptor", new Shouter());

  @BeforeEach
  void forget() {
    CALLS.clear();
  }

  @Test
  void callbacks_of_an_entity_are_called() {
    STORE.has(new Note(1, "a"));
    STORE.inTransaction(session -> session.find(Note.class, 1L).invoke(note -> note.text = "b"));

    assertThat(CALLS).containsSubsequence("persist a", "load a", "update b");
  }

  @Test
  void an_interceptor_changes_what_is_written() {
    STORE.has(new Note(1, "a"));
    STORE.inTransaction(session -> session.find(Note.class, 1L).invoke(note -> note.text = "shout"));

    assertThat(STORE.value("select text from Note")).isEqualTo("SHOUT");
  }

  @Test
  void a_listener_may_veto() {
    PreInsertEventListener veto = event -> event.getEntity() instanceof Note note && note.text.equals("secret");
    STORE.factory().unwrap(SessionFactoryImplementor.class).getServiceRegistry()
        .requireService(EventListenerRegistry.class).appendListeners(EventType.PRE_INSERT, veto);

    STORE.has(new Note(1, "secret"), new Note(2, "open"));

    assertThat(STORE.rows("select text from Note")).containsExactly("open");
  }

  @Test
  void custom_statements_replace_those_of_hibernate() {
    STORE.has(new Written(1, "a"));
    assertThat(STORE.value("select text from Written")).isEqualTo("inserted a");

    STORE.inTransaction(session -> session.find(Written.class, 1L).invoke(written -> written.text = "b"));
    assertThat(STORE.value("select text from Written")).isEqualTo("updated b");

    STORE.inTransaction(session -> session.find(Written.class, 1L).call(session::remove));
    assertThat(STORE.value("select text from Written")).isEqualTo("deleted");
  }

  @Test
  void a_procedure_call_is_an_error_of_sql() {
    assertThatThrownBy(() -> STORE.inSession(session ->
        session.createNativeQuery("call bonus()").executeUpdate())).hasStackTraceContaining("near \"call\"");
  }

  private static final class Shouter implements Interceptor {

    @Override
    public boolean onFlushDirty(
        Object entity, Object id, Object[] state, Object[] before, String[] names, Type[] types) {
      if (entity instanceof Note && state[0].equals("shout")) {
        state[0] = "SHOUT";
        return true;
      }
      return false;
    }
  }

  @Entity(name = "Note")
  static class Note {
    @Id
    long id;
    String text;

    Note() {
    }

    Note(long id, String text) {
      this.id = id;
      this.text = text;
    }

    @PrePersist
    void persisted() {
      CALLS.add("persist " + text);
    }

    @PostLoad
    void loaded() {
      CALLS.add("load " + text);
    }

    @PreUpdate
    void updated() {
      CALLS.add("update " + text);
    }
  }

  @Entity(name = "Written")
  @SQLInsert(sql = "insert into Written (text, id) values ('inserted ' || ?, ?)")
  @SQLUpdate(sql = "update Written set text = 'updated ' || ? where id = ?")
  @SQLDelete(sql = "update Written set text = 'deleted' where id = ?")
  static class Written {
    @Id
    long id;
    String text;

    Written() {
    }

    Written(long id, String text) {
      this.id = id;
      this.text = text;
    }
  }
}

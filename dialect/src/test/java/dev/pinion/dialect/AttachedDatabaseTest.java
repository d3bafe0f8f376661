package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** A schema of the mapping is the name of an attached database. */
class AttachedDatabaseTest extends DialectTest {

  @Entity(name = "Note")
  @Table(name = "Note")
  static class Note {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String text;

    @ManyToOne
    Event event;
  }

  @Entity(name = "Event")
  @Table(name = "Event", schema = "log", indexes = @Index(name = "event_by_name", columnList = "name"),
      uniqueConstraints = @UniqueConstraint(name = "one_code", columnNames = "code"))
  @SqliteTable(indexes = @SqliteIndex(name = "open_events", columns = "name", where = "code is null"))
  static class Event {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    String code;

    @ManyToOne
    Event cause;

    @ElementCollection
    @CollectionTable(name = "event_tag", schema = "log")
    @Column(name = "tag")
    Set<String> tags = new HashSet<>();
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Note.class, Event.class);
  }

  @Override
  Map<String, Object> settings() {
    var file = url().substring("jdbc:sqlite:".length()) + ".log";
    return Map.of("hibernate.connection.init_sql", "attach '" + file + "' as log");
  }

  private List<Object> logged(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url() + ".log"); var rows = connection.createStatement()
        .executeQuery(sql)) {
      var found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getObject(1));
      }
      return found;
    }
  }

  private void executeOnLog(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url() + ".log"); var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private SessionFactory act(String action) {
    return newFactory(action, settings(), entities());
  }

  @Test
  void tables_and_indexes_are_in_their_database() throws SQLException {
    assertThat(selectAll("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'"))
        .containsExactly("Note");
    assertThat(logged("select name from sqlite_schema where name not like 'sqlite_%' order by name"))
        .containsExactly("Event", "event_by_name", "event_tag", "open_events");
  }

  @Test
  void foreign_keys_stay_inside_a_database() throws SQLException {
    assertThat(ddl("Note")).doesNotContain("foreign key");
    assertThat(logged("select \"table\" from pragma_foreign_key_list('event_tag')")).containsExactly("Event");
  }

  @Test
  void entities_of_both_are_used_together() {
    factory.inTransaction(session -> {
      var event = new Event();
      event.name = "start";
      event.tags.add("first");
      session.persist(event);
      var note = new Note();
      note.text = "good";
      note.event = event;
      session.persist(note);
    });
    assertThat(single(factory, "select n.text || n.event.name || t from Note n join n.event.tags t", String.class))
        .isEqualTo("goodstartfirst");
    factory.inTransaction(session -> session.createMutationQuery("update Event e set e.name = 'end' where e.id in"
        + " (select n.event.id from Note n)").executeUpdate());
    assertThat(single(factory, "select name from Event", String.class)).isEqualTo("end");
  }

  @Test
  void an_unchanged_schema_is_valid_and_left_as_it_is() throws SQLException {
    var before = logged("select name || coalesce(sql, '') from sqlite_schema order by name");
    assertThatCode(() -> act("validate").close()).doesNotThrowAnyException();
    act("update").close();
    assertThat(logged("select name || coalesce(sql, '') from sqlite_schema order by name")).isEqualTo(before);
  }

  @Test
  void a_table_of_the_same_name_in_the_main_database_is_another() throws SQLException {
    execute("create table Event (id integer primary key)");
    try {
      assertThatCode(() -> act("validate").close()).doesNotThrowAnyException();
      executeOnLog("alter table Event rename to Other");
      assertThatThrownBy(() -> act("validate").close()).hasMessageContaining("missing table");
      executeOnLog("alter table Other rename to Event");
    } finally {
      execute("drop table Event");
    }
  }

  @Test
  void update_adds_what_is_missing_where_it_belongs() throws SQLException {
    executeOnLog("drop table event_tag");
    executeOnLog("drop table Event");
    executeOnLog("create table Event (id integer primary key, cause_id bigint references Event, code text)");
    act("update").close();
    assertThatCode(() -> act("validate").close()).doesNotThrowAnyException();
    assertThat(logged("select name from pragma_index_list('Event') order by name"))
        .containsExactly("event_by_name", "one_code", "open_events");
  }

  @Test
  void truncate_empties_both() throws SQLException {
    entities_of_both_are_used_together();
    factory.getSchemaManager().truncateMappedObjects();
    assertThat(logged("select count(*) from Event")).containsExactly(0);
    assertThat(selectOne("select count(*) from Note")).isEqualTo(0);
  }
}

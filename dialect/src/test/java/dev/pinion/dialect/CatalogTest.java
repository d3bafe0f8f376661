package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** A catalog is an attached database too; so are sequences and tables of ids in one. */
class CatalogTest extends DialectTest {

  @Entity(name = "Entry")
  @Table(name = "Entry", catalog = "log", indexes = @Index(name = "entry_by_text", columnList = "text"))
  static class Entry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entries")
    @SequenceGenerator(name = "entries", sequenceName = "entry_ids", catalog = "log", allocationSize = 5)
    Long id;

    String text;

    @ManyToOne
    Entry before;

    @ManyToOne
    Reader reader;
  }

  @Entity(name = "Reader")
  @Table(name = "Reader", schema = "log")
  static class Reader {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "readers")
    @SequenceGenerator(name = "readers", sequenceName = "reader_ids", schema = "log")
    Long id;
  }

  @Entity(name = "Page")
  static class Page {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "pages")
    @TableGenerator(name = "pages", table = "page_ids", catalog = "log")
    Long id;
  }

  @Entity(name = "Both")
  @Table(name = "Both", catalog = "log", schema = "main")
  static class Both {
    @Id
    Long id;
  }

  @Entity(name = "Plain")
  static class Plain {
    @Id
    @GeneratedValue
    Long id;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Entry.class, Reader.class, Page.class);
  }

  @Override
  Map<String, Object> settings() {
    var file = url().substring("jdbc:sqlite:".length()) + ".log";
    return Map.of("hibernate.connection.init_sql", "attach '" + file + "' as log");
  }

  private List<Object> logged(String sql) {
    return factory.fromSession(session -> session.createNativeQuery(sql, Object.class).getResultList());
  }

  private void executeOnLog(String sql) {
    factory.inTransaction(session -> session.createNativeMutationQuery(sql).executeUpdate());
  }

  private SessionFactory act(String action) {
    return newFactory(action, settings(), entities());
  }

  @Test
  void tables_indexes_and_sequences_are_in_their_database() throws SQLException {
    assertThat(logged("select name from log.sqlite_schema where name not like 'sqlite_%' order by name"))
        .containsExactly("Entry", "Reader", "entry_by_text", "entry_ids", "page_ids", "reader_ids");
    assertThat(selectAll("select name from sqlite_schema")).containsExactly("Page");
  }

  @Test
  void a_schema_and_a_catalog_of_the_same_name_are_the_same_database() {
    assertThat(logged("select \"table\" from pragma_foreign_key_list('Entry', 'log') order by 1"))
        .containsExactly("Entry", "Reader");
  }

  @Test
  void ids_are_taken_and_rows_are_queried_updated_and_deleted() {
    var entry = new Entry();
    factory.inTransaction(session -> {
      entry.text = "one";
      entry.reader = new Reader();
      session.persist(entry.reader);
      session.persist(entry);
      session.persist(new Page());
    });
    assertThat(entry.id).isPositive();
    assertThat(logged("select max(next_val) > 1 from log.entry_ids")).containsExactly(1L);
    assertThat(logged("select count(*) from log.page_ids")).containsExactly(1L);
    factory.inTransaction(session -> session.createMutationQuery("update Entry set text = 'two'").executeUpdate());
    assertThat(single(factory, "select text from Entry e join e.reader", String.class)).isEqualTo("two");
    factory.inTransaction(session ->
        assertThat(session.createMutationQuery("delete Entry").executeUpdate()).isEqualTo(1));
  }

  @Test
  void native_queries_have_placeholders_for_the_default_catalog() {
    var settings = new HashMap<>(settings());
    settings.put("hibernate.default_catalog", "log");
    try (var defaults = newFactory("create-drop", settings, List.of(Plain.class))) {
      defaults.inTransaction(session -> session.persist(new Plain()));
      assertThat(logged("select count(*) from log.Plain")).containsExactly(1L);
      assertThat(defaults.<Object>fromSession(session -> session.createNativeQuery(
          "select max(id) from {h-catalog}Plain join {h-domain}Plain_SEQ", Object.class).getSingleResult()))
          .isEqualTo(1L);
    }
    assertThat(logged("select count(*) from log.sqlite_schema where name like 'Plain%'")).containsExactly(0L);
  }

  @Test
  void an_unchanged_schema_is_valid_and_left_as_it_is() {
    var before = logged("select name || coalesce(sql, '') from log.sqlite_schema order by name");
    assertThatCode(() -> act("validate").close()).doesNotThrowAnyException();
    act("update").close();
    assertThat(logged("select name || coalesce(sql, '') from log.sqlite_schema order by name")).isEqualTo(before);
    assertThat(logged("select next_val from log.entry_ids")).containsExactly(1L);
  }

  @Test
  void missing_tables_and_sequences_are_found_and_added() {
    for (var missing : List.of("entry_ids", "reader_ids", "page_ids", "Entry")) {
      executeOnLog("drop table log." + missing);
      assertThatThrownBy(() -> act("validate").close()).hasMessageContaining("missing").hasMessageContaining(missing);
      act("update").close();
      assertThatCode(() -> act("validate").close()).doesNotThrowAnyException();
    }
  }

  @Test
  void a_sequence_of_the_same_name_in_the_main_database_is_another() throws SQLException {
    execute("create table entry_ids (next_val integer not null)");
    try {
      assertThatCode(() -> act("validate").close()).doesNotThrowAnyException();
      executeOnLog("drop table log.entry_ids");
      assertThatThrownBy(() -> act("validate").close()).hasMessageContaining("missing sequence");
      act("update").close();
      assertThatCode(() -> act("validate").close()).doesNotThrowAnyException();
      assertThat(logged("select next_val from log.entry_ids")).containsExactly(1L);
    } finally {
      execute("drop table entry_ids");
    }
  }

  @Test
  void a_catalog_and_a_schema_in_one_place_are_refused_before_anything_is_written() throws SQLException {
    for (var action : List.of("create-only", "update", "validate")) {
      assertThatThrownBy(() -> newFactory(action, settings(), List.of(Both.class, Plain.class)).close())
          .hasStackTraceContaining("the catalog log and the schema main").hasStackTraceContaining("leave one of them");
    }
    assertThat(selectAll("select name from sqlite_schema where name like 'Plain%'")).isEmpty();
  }

  @Test
  void drop_and_truncate_reach_them() {
    ids_are_taken_and_rows_are_queried_updated_and_deleted();
    factory.getSchemaManager().truncateMappedObjects();
    assertThat(logged("select count(*) from log.Reader")).containsExactly(0L);
    factory.getSchemaManager().dropMappedObjects(false);
    assertThat(logged("select name from log.sqlite_schema where name not like 'sqlite_%'")).isEmpty();
  }
}

package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.MappingException;
import org.hibernate.annotations.View;
import org.junit.jupiter.api.Test;

class TableOptionsTest extends DialectTest {

  @Entity(name = "Task")
  @Table(name = "Task", indexes = @Index(name = "task_by_name", columnList = "name desc, due"))
  @SqliteTable(strict = true, withoutRowid = true, indexes = {
      @SqliteIndex(name = "task_open", columns = "due", where = "done = 0"),
      @SqliteIndex(name = "task_once", columns = "lower(name), due desc", where = "done = 0", unique = true)})
  static class Task {
    @Id
    UUID id;

    @Column(length = 40)
    String name;

    boolean done;

    LocalDateTime due;

    double weight;

    BigDecimal price;

    @Column(precision = 40, scale = 20)
    BigDecimal exactPrice;

    byte[] picture;
  }

  @Entity(name = "OpenTask")
  @View(query = "select id, name from Task where done = 0")
  static class OpenTask {
    @Id
    UUID id;

    String name;
  }

  @Entity(name = "Wrong")
  @SqliteTable(withoutRowid = true)
  static class Wrong {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Task.class, OpenTask.class);
  }

  private static Task task(String name) {
    var task = new Task();
    task.id = UUID.randomUUID();
    task.name = name;
    task.due = LocalDateTime.of(2026, 11, 24, 10, 0);
    task.weight = 1.5;
    task.price = new BigDecimal("9.99");
    task.exactPrice = new BigDecimal("12345678901234567890.12345678901234567890");
    task.picture = new byte[] {1, 2};
    return task;
  }

  @Test
  void the_table_is_strict_and_without_rowid() throws SQLException {
    assertThat(selectOne("select strict || wr from pragma_table_list where name = 'Task'")).isEqualTo("11");
  }

  @Test
  void a_strict_table_refuses_other_types() {
    assertThatThrownBy(() -> execute("insert into Task(id, weight, done) values (x'01', 'heavy', 0)"))
        .hasMessageContaining("cannot store TEXT value in REAL column Task.weight");
  }

  @Test
  void a_strict_table_holds_every_value_as_any_other_does() {
    var task = task("paint");
    factory.inTransaction(session -> session.persist(task));
    factory.inTransaction(session -> {
      var found = session.find(Task.class, task.id);
      assertThat(found).usingRecursiveComparison().isEqualTo(task);
      assertThat(session.createSelectionQuery("from Task where price > 9 and due < local datetime", Task.class)
          .getResultList()).hasSize(1);
    });
  }

  @Test
  void a_strict_table_validates() {
    newFactory("validate", Map.of(), entities()).close();
  }

  @Test
  void a_partial_index_has_its_condition() throws SQLException {
    assertThat(selectOne("select sql from sqlite_schema where name = 'task_open'"))
        .isEqualTo("CREATE INDEX task_open on Task (due) where done = 0");
  }

  @Test
  void a_partial_unique_index_of_an_expression_binds_its_rows_only() {
    var done = task("PAINT");
    done.done = true;
    factory.inTransaction(session -> {
      session.persist(done);
      session.persist(task("paint"));
    });
    assertThatThrownBy(() -> factory.inTransaction(session -> session.persist(task("Paint"))))
        .hasMessageContaining("task_once");
  }

  @Test
  void an_update_adds_what_is_missing() throws SQLException {
    execute("drop view OpenTask");
    execute("drop index task_open");
    execute("drop index task_by_name");
    execute("alter table Task drop column weight");
    newFactory("update", Map.of(), entities()).close();
    assertThat(selectAll("select name from pragma_index_list('Task')")).contains("task_open", "task_by_name");
    assertThat(selectOne("select type from pragma_table_info('Task') where name = 'weight'")).isEqualTo("REAL");
    assertThat(selectAll("select type from sqlite_schema where name = 'OpenTask'")).containsExactly("view");
  }

  @Test
  void a_view_is_read_as_an_entity() {
    factory.inTransaction(session -> session.persist(task("paint")));
    assertThat(single(factory, "select name from OpenTask", String.class)).isEqualTo("paint");
  }

  @Test
  void an_identity_needs_the_rowid() {
    assertThatThrownBy(() -> new SchemaActions(url(), Map.of(), List.of(Wrong.class)).createScript())
        .isInstanceOf(MappingException.class).hasMessageContaining("Wrong cannot be without rowid");
  }
}

package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest extends DialectTest {

  @Entity(name = "Odd")
  @Table(name = "`an \"odd\" table.name [1]`",
      indexes = @Index(name = "odd.index", columnList = "`ein.größer Wert`"),
      uniqueConstraints = @UniqueConstraint(name = "order", columnNames = {"`select`", "`1st`"}))
  @Check(name = "odd check", constraints = "\"1st\" >= 0")
  static class Odd {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "`the id`")
    Long id;

    @Column(name = "`select`")
    String keyword;

    @Column(name = "`ein.größer Wert`")
    String dotted;

    @Column(name = "`1st`")
    int first;

    @Column(name = "`say \"hi\"`")
    String quoted;

    @Column(name = "`it's [so]`")
    String bracketed;

    @Column(name = "日本")
    String foreign;

    @ManyToOne
    @JoinColumn(name = "`the parent`", foreignKey = @ForeignKey(name = "odd key"))
    Odd parent;

    @ElementCollection
    @CollectionTable(name = "`odd tags`", joinColumns = @JoinColumn(name = "`the owner`"))
    @Column(name = "`a tag`")
    Set<String> tags = new HashSet<>();
  }

  /** Names that are words of SQLite's, though not those that need quotes. */
  @Entity(name = "Plain")
  @Table(name = "plan")
  static class Plain {
    @Id
    long key;

    String action;

    String view;

    @Formula("action || view || key")
    String all;
  }

  @Entity(name = "Worded")
  @Table(name = "group")
  static class Worded {
    @Id
    long index;

    String order;

    String from;

    @Column(name = "values")
    String some;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Odd.class, Plain.class);
  }

  private static Odd odd(String value) {
    var odd = new Odd();
    odd.keyword = value;
    odd.dotted = value;
    odd.quoted = value;
    odd.bracketed = value;
    odd.foreign = value;
    odd.tags.add(value);
    return odd;
  }

  private static void useOdd(SessionFactory factory) {
    factory.inTransaction(session -> {
      var parent = odd("a");
      session.persist(parent);
      var child = odd("b");
      child.parent = parent;
      session.persist(child);
    });
    factory.inTransaction(session -> {
      assertThat(session.createSelectionQuery("select o.foreign || o.bracketed || o.quoted || o.dotted || o.keyword"
          + " || t from Odd o join o.tags t where o.parent.quoted = 'a' order by o.first", String.class)
          .getSingleResult()).isEqualTo("bbbbbb");
      assertThat(session.createMutationQuery("update Odd set bracketed = 'c', first = first + 1 where quoted = 'b'")
          .executeUpdate()).isEqualTo(1);
      session.createSelectionQuery("from Odd where parent is not null", Odd.class).getResultList()
          .forEach(session::remove);
    });
    assertThat(single(factory, "select count(*) from Odd", Long.class)).isEqualTo(1);
  }

  @Test
  void quoted_names_may_have_any_characters() {
    useOdd(factory);
  }

  @Test
  void names_of_constraints_and_indexes_are_quoted_where_they_need_it() throws SQLException {
    assertThat(ddl("an \"odd\" table.name [1]")).contains("constraint \"order\" unique")
        .contains("constraint \"odd key\" foreign key").contains("constraint \"odd check\" check");
    assertThat(selectAll("select name from sqlite_schema where name = 'odd.index'")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "update"})
  void an_unchanged_schema_with_odd_names_is_valid(String action) throws SQLException {
    var before = selectAll("select name || coalesce(sql, '') from sqlite_schema order by name");
    assertThatCode(() -> newFactory(action, Map.of(), entities()).close()).doesNotThrowAnyException();
    assertThat(selectAll("select name || coalesce(sql, '') from sqlite_schema order by name")).isEqualTo(before);
  }

  @Test
  void words_that_need_no_quotes_are_names_in_formulas_too() {
    factory.inTransaction(session -> {
      var plain = new Plain();
      plain.key = 1;
      plain.action = "a";
      plain.view = "v";
      session.persist(plain);
    });
    assertThat(single(factory, "select p.all || q.action from Plain p join Plain q on p.key = q.key", String.class))
        .isEqualTo("av1a");
  }

  @Test
  void reserved_words_are_quoted_when_hibernate_is_told_to() {
    useWorded(Map.of("hibernate.auto_quote_keyword", "true"));
  }

  @Test
  void all_names_may_be_quoted() throws SQLException {
    var settings = Map.<String, Object>of("hibernate.globally_quoted_identifiers", "true");
    useWorded(settings);
    factory.getSchemaManager().dropMappedObjects(false);
    try (var quoted = newFactory("create-drop", settings, entities())) {
      useOdd(quoted);
      assertThat(ddl("plan")).startsWith("CREATE TABLE \"plan\" (\"key\" integer not null");
    }
  }

  private void useWorded(Map<String, Object> settings) {
    try (var worded = newFactory("create-drop", settings, List.of(Worded.class))) {
      worded.inTransaction(session -> {
        var word = new Worded();
        word.index = 1;
        word.order = "x";
        word.from = "y";
        word.some = "z";
        session.persist(word);
      });
      assertThat(single(worded, "select w.order || w.from || w.some from Worded w where w.index = 1", String.class))
          .isEqualTo("xyz");
    }
  }
}

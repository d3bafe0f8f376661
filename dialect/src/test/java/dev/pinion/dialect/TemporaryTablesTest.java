package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

class TemporaryTablesTest extends DialectTest {

  @Entity(name = "Plant")
  @Inheritance(strategy = InheritanceType.JOINED)
  static class Plant {
    @Id
    @GeneratedValue
    Long id;

    String name;
  }

  @Entity(name = "Tree")
  static class Tree extends Plant {
    int rings;
  }

  @Entity(name = "Stone")
  @Table(name = "Stone", schema = "log")
  @Inheritance(strategy = InheritanceType.JOINED)
  static class Stone {
    @Id
    @GeneratedValue
    Long id;

    String name;
  }

  @Entity(name = "Gem")
  @Table(name = "Gem", schema = "log")
  static class Gem extends Stone {
    int facets;
  }

  @Override
  List<Class<?>> entities() {
    return List.of();
  }

  @Test
  void bulk_statements_on_several_tables_work_with_a_default_schema() {
    try (var factory = newFactory("create", Map.of("hibernate.default_schema", "main"),
        List.of(Plant.class, Tree.class))) {
      changeAndDelete(factory, "Tree", "rings", "Plant");
    }
  }

  @Test
  void bulk_statements_on_several_tables_work_in_an_attached_database() {
    var file = url().substring("jdbc:sqlite:".length()) + ".log";
    try (var factory = newFactory("create", Map.of("hibernate.connection.init_sql", "attach '" + file + "' as log"),
        List.of(Stone.class, Gem.class))) {
      changeAndDelete(factory, "Gem", "facets", "Stone");
    }
  }

  private static void changeAndDelete(SessionFactory factory, String entity, String attribute, String root) {
    assertThat(change(factory, "insert into " + entity + " (name, " + attribute + ") values ('a', 1), ('b', 2)"))
        .isEqualTo(2);
    assertThat(change(factory, "insert into " + entity + " (name, " + attribute + ") select name, " + attribute
        + " from " + entity)).isEqualTo(2);
    assertThat(change(factory, "update " + entity + " set name = 'c', " + attribute + " = 3 where name = 'a'"))
        .isEqualTo(2);
    assertThat(change(factory, "delete from " + root + " where name = 'c'")).isEqualTo(2);
    Long rest = factory.fromSession(session ->
        session.createQuery("select sum(" + attribute + ") from " + entity, Long.class).getSingleResult());
    assertThat(rest).isEqualTo(4);
  }

  private static int change(SessionFactory factory, String hql) {
    return factory.fromTransaction(session -> session.createMutationQuery(hql).executeUpdate());
  }
}

package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.StaleObjectStateException;
import org.junit.jupiter.api.Test;

/** Upserts into tables that say of which class a row is. */
class UpsertTest extends DialectTest {

  @Entity(name = "Fruit")
  @Inheritance
  abstract static class Fruit {
    @Id
    long id;
    @Version
    int version;
    String name;
  }

  @Entity(name = "Apple")
  static class Apple extends Fruit {
    int seeds;
  }

  @Entity(name = "Room")
  @Inheritance(strategy = InheritanceType.JOINED)
  @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
  abstract static class Room {
    @Id
    long id;
    String name;
  }

  @Entity(name = "Kitchen")
  @DiscriminatorValue("7")
  static class Kitchen extends Room {
    int ovens;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Fruit.class, Apple.class, Room.class, Kitchen.class);
  }

  @Test
  void a_row_of_a_hierarchy_in_one_table_is_inserted_and_updated() throws SQLException {
    upsert(apple(0, "Cox", 5));
    upsert(apple(1, "Boskoop", 6));

    assertThat(selectAll("select DTYPE || name || seeds || version from Fruit")).containsExactly("AppleBoskoop62");
  }

  @Test
  void a_row_of_another_version_is_left() throws SQLException {
    upsert(apple(0, "Cox", 5));

    assertThatThrownBy(() -> upsert(apple(9, "Boskoop", 6))).isInstanceOf(StaleObjectStateException.class)
        .hasMessageContaining("Apple#1");

    assertThat(selectOne("select name from Fruit")).isEqualTo("Cox");
  }

  @Test
  void rows_of_a_hierarchy_in_joined_tables_are_inserted_and_updated() throws SQLException {
    for (int ovens = 1; ovens < 3; ovens++) {
      Kitchen kitchen = new Kitchen();
      kitchen.id = 1;
      kitchen.name = "below";
      kitchen.ovens = ovens;
      upsert(kitchen);
    }

    assertThat(selectAll("select kind || name || ovens from Room join Kitchen using (id)")).containsExactly("7below2");
  }

  private void upsert(Object row) {
    factory.inStatelessTransaction(session -> session.upsert(row));
  }

  private static Apple apple(int version, String name, int seeds) {
    Apple apple = new Apple();
    apple.id = 1;
    apple.version = version;
    apple.name = name;
    apple.seeds = seeds;
    return apple;
  }
}

package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entities whose ids are of one sequence, or of one row of a table. */
class SharedCounterTest extends DialectTest {

  @Entity(name = "Ship")
  static class Ship {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ships")
    @SequenceGenerator(name = "ships", sequenceName = "shared_SEQ", allocationSize = 5)
    Long id;
  }

  @Entity(name = "Port")
  static class Port {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ports")
    @SequenceGenerator(name = "ports", sequenceName = "shared_SEQ", allocationSize = 5)
    Long id;
  }

  @Entity(name = "Crane")
  static class Crane {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "cranes")
    @TableGenerator(name = "cranes", table = "counters", pkColumnName = "name", pkColumnValue = "shared")
    Long id;
  }

  @Entity(name = "Quay")
  static class Quay {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "quays")
    @TableGenerator(name = "quays", table = "counters", pkColumnName = "name", pkColumnValue = "shared")
    Long id;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Ship.class, Port.class, Crane.class, Quay.class);
  }

  @Test
  void a_shared_sequence_has_one_row() throws SQLException {
    assertThat(selectOne("select count(*) from shared_SEQ")).isEqualTo(1);
  }

  @Test
  void a_shared_table_generator_has_one_row() throws SQLException {
    assertThat(selectOne("select count(*) from counters where name = 'shared'")).isEqualTo(1);
  }
}

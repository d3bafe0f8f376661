package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.junit.jupiter.api.Test;

/** Generators say how often they have gone to the database, as Hibernate's own do. */
class AccessCountsTest extends DialectTest {

  @Entity(name = "Tabled")
  static class Tabled {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "tabled_ids")
    @TableGenerator(name = "tabled_ids", allocationSize = 3)
    Long id;
  }

  @Entity(name = "Sequenced")
  static class Sequenced {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sequenced_ids")
    @SequenceGenerator(name = "sequenced_ids", allocationSize = 3)
    Long id;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Tabled.class, Sequenced.class);
  }

  private <T extends Generator> T generator(Class<?> entity, Class<T> type) {
    return type.cast(factory.unwrap(SessionFactoryImplementor.class).getMappingMetamodel().getEntityDescriptor(entity)
        .getGenerator());
  }

  @Test
  void of_a_table() {
    var generator = generator(Tabled.class, org.hibernate.id.enhanced.TableGenerator.class);
    assertThat(generator.getTableAccessCount()).isZero();
    factory.inTransaction(session -> {
      for (int i = 0; i < 4; i++) {
        session.persist(new Tabled());
      }
    });
    assertThat(generator.getTableAccessCount()).isEqualTo(2);
    factory.inTransaction(session -> session.persist(new Tabled()));
    assertThat(generator.getTableAccessCount()).isEqualTo(3);
  }

  @Test
  void of_a_sequence() {
    var structure = generator(Sequenced.class, SequenceStyleGenerator.class).getDatabaseStructure();
    assertThat(structure.getTimesAccessed()).isZero();
    factory.inTransaction(session -> {
      for (int i = 0; i < 4; i++) {
        session.persist(new Sequenced());
      }
    });
    assertThat(structure.getTimesAccessed()).isEqualTo(2);
  }
}

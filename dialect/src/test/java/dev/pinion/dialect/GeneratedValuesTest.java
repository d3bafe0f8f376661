package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Animals;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedValuesTest extends DialectTest {

  @Override
  List<Class<?>> entities() {
    return List.of(Animals.Animal.class, Animals.Dog.class, Animals.Cat.class, Animals.Measure.class,
        Animals.Bare.class, Animals.Stamp.class, Animals.Zoo.class);
  }

  private Animals.Measure measured(int width) {
    var measure = new Animals.Measure();
    measure.width = width;
    factory.inTransaction(session -> session.persist(measure));
    return measure;
  }

  @Test
  void generatedValuesComeBackWithTheInsert() {
    var measure = measured(10);
    assertThat(measure.id).isEqualTo(1);
    assertThat(measure.perimeter).isEqualTo(20);
    assertThat(measure.unit).isEqualTo("unknown");
    assertThat(measure.maker).isEqualTo("MADE");
    assertThat(measure.made).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
  }

  @Test
  void generatedValuesComeBackWithTheUpdate() {
    int id = measured(10).id;
    factory.inTransaction(session -> {
      var measure = session.find(Animals.Measure.class, id);
      measure.width = 12;
      session.flush();
      assertThat(measure.perimeter).isEqualTo(24);
    });
  }

  @Test
  void aRowOfNothingButItsKeyIsInserted() {
    var bare = new Animals.Bare();
    factory.inTransaction(session -> session.persist(bare));
    assertThat(bare.id).isEqualTo(1L);
  }

  @Test
  void anEntityOfTwoTablesIsInserted() throws SQLException {
    persistAnimals();
    assertThat(selectOne("select count(*) from Animal a join Dog d on a.id = d.id where d.barks = 3")).isEqualTo(1);
  }

  @Test
  void twoTablesAreUpdatedAtOnce() throws SQLException {
    persistAnimals();
    assertThat(change("update Dog set name = 'Rex', barks = barks + 1 where name = 'Bello'")).isEqualTo(1);
    assertThat(selectOne("select a.name||d.barks from Animal a join Dog d on a.id = d.id")).isEqualTo("Rex4");
  }

  @Test
  void twoTablesAreDeletedFromAtOnce() throws SQLException {
    persistAnimals();
    assertThat(change("delete from Animal where name like 'B%'")).isEqualTo(1);
    assertThat(selectOne("select (select count(*) from Animal)||(select count(*) from Dog)")).isEqualTo("10");
  }

  @Test
  void twoTablesAreInsertedIntoFromASelect() throws SQLException {
    persistAnimals();
    assertThat(change("insert into Cat(name, lives) select d.name || 'cat', d.barks from Dog d")).isEqualTo(1);
    assertThat(selectOne("select a.name||c.lives from Animal a join Cat c on a.id = c.id where c.lives = 3"))
        .isEqualTo("Bellocat3");
  }

  @Test
  void theRowOfAnOptionalTableComesAndGoesWithItsValue() throws SQLException {
    var zoo = new Animals.Zoo();
    zoo.id = 1;
    factory.inTransaction(session -> session.persist(zoo));
    assertThat(selectOne("select count(*) from zoo_note")).isEqualTo(0);
    for (var note : new String[] {"first", "second"}) {
      factory.inTransaction(session -> session.find(Animals.Zoo.class, 1L).note = note);
      assertThat(selectOne("select note from zoo_note")).isEqualTo(note);
    }
    factory.inTransaction(session -> session.find(Animals.Zoo.class, 1L).note = null);
    assertThat(selectOne("select count(*) from zoo_note")).isEqualTo(0);
  }

  @Test
  void aKeyMayBeATime() {
    var stamp = new Animals.Stamp();
    stamp.id = LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1);
    stamp.text = "x";
    factory.inTransaction(session -> session.persist(stamp));
    factory.inSession(session -> assertThat(session.find(Animals.Stamp.class, stamp.id).text).isEqualTo("x"));
  }

  private void persistAnimals() {
    factory.inTransaction(session -> {
      var dog = new Animals.Dog();
      dog.name = "Bello";
      dog.barks = 3;
      session.persist(dog);
      var cat = new Animals.Cat();
      cat.name = "Minka";
      cat.lives = 7;
      session.persist(cat);
    });
  }

  private int change(String hql) {
    return factory.fromTransaction(session -> session.createMutationQuery(hql).executeUpdate());
  }
}

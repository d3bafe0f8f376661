package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.junit.jupiter.api.Test;

class ListsOfEmbeddablesTest extends DialectTest {

  @Embeddable
  @Struct(name = "stop")
  record Stop(int minute, String town) {
  }

  @Embeddable
  @Struct(name = "leg")
  record Leg(String name, List<Stop> halts) {
  }

  @Embeddable
  record Passenger(String name) {
  }

  @Entity(name = "Journey")
  static class Journey {
    @Id
    Long id;

    List<Stop> stops;

    Stop[] returns;

    Leg leg;
  }

  @Entity(name = "Train")
  static class Train {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Passenger> passengers;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Journey.class, Train.class);
  }

  /** Hibernate's own copies of what it stores need one; the values do not matter here. */
  static class AnyFormat implements FormatMapper {
    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
      return type.getJavaTypeClass().cast(List.of(new Passenger(text.toString())));
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
      return String.valueOf(value);
    }
  }

  @Override
  Map<String, Object> settings() {
    return Map.of("hibernate.type.json_format_mapper", new AnyFormat());
  }

  private void fill() {
    var journey = new Journey();
    journey.id = 1L;
    journey.stops = List.of(new Stop(0, "Wien"), new Stop(75, "Linz"));
    journey.returns = new Stop[] {new Stop(9, "Linz"), null};
    journey.leg = new Leg("first", List.of(new Stop(3, "Graz")));
    factory.inTransaction(session -> session.persist(journey));
  }

  @Test
  void lists_of_structs_are_read_as_they_were_stored_also_within_a_struct() {
    fill();
    var read = factory.fromSession(session -> session.find(Journey.class, 1L));
    assertThat(read.stops).containsExactly(new Stop(0, "Wien"), new Stop(75, "Linz"));
    assertThat(read.returns).containsExactly(new Stop(9, "Linz"), null);
    assertThat(read.leg.halts()).containsExactly(new Stop(3, "Graz"));
  }

  @Test
  void lists_of_structs_are_selected_searched_and_replaced_in_queries() {
    fill();
    assertThat(single(factory, "select stops from Journey", Object.class))
        .isEqualTo(List.of(new Stop(0, "Wien"), new Stop(75, "Linz")));
    assertThat(single(factory, "select leg.halts from Journey", Object.class))
        .isEqualTo(List.of(new Stop(3, "Graz")));
    assertThat(single(factory, "select returns from Journey", Stop[].class)).hasSize(2);
    assertThat(single(factory, "select stops[2].town from Journey", String.class)).isEqualTo("Linz");
    factory.inTransaction(session -> session.createMutationQuery("update Journey set stops = :stops")
        .setParameter("stops", List.of(new Stop(1, "Rom"))).executeUpdate());
    assertThat(factory.<Long>fromSession(session -> session.createSelectionQuery(
        "select id from Journey where array_contains(stops, :stop)", Long.class)
        .setParameter("stop", new Stop(1, "Rom")).getSingleResult())).isEqualTo(1);
  }

  @Test
  void lists_of_embeddables_that_are_no_structs_are_refused() {
    var train = new Train();
    train.id = 1L;
    train.passengers = List.of(new Passenger("Ida"));
    assertThatThrownBy(() -> factory.inTransaction(session -> session.persist(train)))
        .hasStackTraceContaining("make " + Passenger.class.getName() + " a @Struct");
  }
}

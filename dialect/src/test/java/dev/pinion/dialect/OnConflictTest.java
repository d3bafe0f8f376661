package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A conflict on a constraint that is named, not its columns. */
class OnConflictTest extends DialectTest {

  @Entity(name = "Seat")
  @Table(name = "seat table", uniqueConstraints = @UniqueConstraint(name = "one_seat", columnNames = {"row", "place"}))
  static class Seat {
    @Id
    Long id;

    @Column(name = "row")
    int row;

    @Column(name = "place")
    int place;

    String guest;
  }

  @Entity(name = "Ticket")
  @Table(name = "Ticket", uniqueConstraints = @UniqueConstraint(name = "one_seat", columnNames = "code"))
  @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
  static class Ticket {
    @Id
    Long id;

    String code;

    int uses;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Seat.class, Ticket.class);
  }

  private int change(String hql) {
    return factory.fromTransaction(session -> session.createMutationQuery(hql).executeUpdate());
  }

  @Test
  void the_columns_of_the_tables_own_constraint_are_meant() {
    change("insert into Seat(id, row, place, guest) values (1, 7, 3, 'Ida'), (2, 7, 4, 'Max')");
    assertThat(change("insert into Seat(id, row, place, guest) values (3, 7, 3, 'Eve')"
        + " on conflict on constraint one_seat do nothing")).isZero();
    assertThat(change("insert into Seat(id, row, place, guest) values (3, 7, 3, 'Eve')"
        + " on conflict on constraint one_seat do update set guest = excluded.guest")).isEqualTo(1);
    assertThat(single(factory, "select listagg(guest, ',') within group (order by id) from Seat", String.class))
        .isEqualTo("Eve,Max");
  }

  @Test
  void tables_may_have_constraints_of_the_same_name() {
    change("insert into Ticket(id, code, uses) values (1, 'a', 1)");
    assertThat(change("insert into Ticket(id, code, uses) values (2, 'a', 1) on conflict on constraint ONE_SEAT"
        + " do update set uses = uses + excluded.uses where uses < 5")).isEqualTo(1);
    assertThat(single(factory, "select uses from Ticket", Integer.class)).isEqualTo(2);
  }

  @Test
  void the_primary_key_has_the_name_that_hibernate_gives_it() {
    change("insert into Ticket(id, code, uses) values (1, 'a', 1)");
    assertThat(change("insert into Ticket(id, code, uses) values (1, 'b', 1) on conflict on constraint TicketPK"
        + " do update set code = 'c'")).isEqualTo(1);
    assertThat(single(factory, "select code from Ticket", String.class)).isEqualTo("c");
  }

  @Test
  void a_constraint_that_the_mapping_does_not_have_is_refused() {
    assertThatThrownBy(() -> change("insert into Ticket(id, code, uses) values (2, 'a', 1)"
        + " on conflict on constraint other do nothing"))
        .hasStackTraceContaining("no unique or primary key 'other' of the table Ticket");
  }
}

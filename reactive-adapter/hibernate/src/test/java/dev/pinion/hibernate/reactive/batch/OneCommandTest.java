package dev.pinion.hibernate.reactive.batch;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.batch.Kinds.Kind;
import dev.pinion.hibernate.reactive.batch.Kinds.Row;
import dev.pinion.hibernate.reactive.support.Store;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many rows are one command of the driver, whatever their ids. */
class OneCommandTest {

  @RegisterExtension
  static final Store STORE = new Store(Kinds.entities()).with("hibernate.jdbc.batch_size", "20");

  static List<Kind> batched() {
    return Kinds.batched();
  }

  @ParameterizedTest
  @MethodSource("batched")
  void a_flush_inserts_at_once(Kind kind) {
    STORE.inTransaction(session -> session.persistAll((Object[]) kind.rows(20)));

    assertThat(STORE.commands().startingWith("insert into " + kind)).hasSize(1);
    assertThat(count(kind)).isEqualTo("20|210|0");
  }

  @ParameterizedTest
  @MethodSource("batched")
  void a_flush_updates_at_once(Kind kind) {
    STORE.has((Object[]) kind.rows(20));

    STORE.inTransaction(session -> all(session, kind).invoke(rows -> rows.forEach(row -> row.amount = 2)));

    assertThat(STORE.commands().startingWith("update " + kind)).hasSize(1);
    assertThat(count(kind)).isEqualTo("20|210|40");
  }

  @ParameterizedTest
  @MethodSource("batched")
  void a_flush_deletes_at_once(Kind kind) {
    STORE.has((Object[]) kind.rows(20));

    STORE.inTransaction(session -> all(session, kind).chain(rows -> session.removeAll(rows.toArray())));

    assertThat(STORE.commands().startingWith("delete from " + kind)).hasSize(1);
    assertThat(count(kind)).isEqualTo("0|null|null");
  }

  @ParameterizedTest
  @MethodSource("batched")
  void a_stateless_session_inserts_updates_and_deletes_at_once(Kind kind) {
    Row[] rows = kind.rows(20);
    STORE.inStatelessTransaction(session -> session.insertAll(20, (Object[]) rows));
    assertThat(count(kind)).isEqualTo("20|210|0");

    Stream.of(rows).forEach(row -> row.amount = 3);
    STORE.inStatelessTransaction(session -> session.updateAll(20, (Object[]) rows));
    assertThat(count(kind)).isEqualTo("20|210|60");

    STORE.inStatelessTransaction(session -> session.deleteAll(20, (Object[]) rows));
    assertThat(count(kind)).isEqualTo("0|null|null");
    assertThat(Stream.of("insert into ", "update ", "delete from ")
        .map(start -> STORE.commands().startingWith(start + kind).size())).containsExactly(1, 1, 1);
  }

  @ParameterizedTest
  @MethodSource("batched")
  void the_batch_size_of_a_session_wins(Kind kind) {
    await(STORE.stage().withTransaction(session -> {
      session.setBatchSize(5);
      return session.persist((Object[]) kind.rows(20));
    }));

    assertThat(STORE.commands().startingWith("insert into " + kind)).hasSize(4);
    assertThat(count(kind)).isEqualTo("20|210|0");
  }

  /** Each key is read from its own row, so inserts go one by one; what follows them need not. */
  @Test
  void rows_with_identity_keys_are_inserted_singly_and_changed_at_once() {
    Kind kind = Kinds.identity();
    Row[] rows = kind.rows(20);
    STORE.inStatelessTransaction(session -> session.insertAll(20, (Object[]) rows));
    Stream.of(rows).forEach(row -> row.amount = 1);

    STORE.inStatelessTransaction(session -> session.updateAll(20, (Object[]) rows));

    assertThat(STORE.commands().startingWith("insert into Identity")).hasSize(20);
    assertThat(STORE.commands().startingWith("update Identity")).hasSize(1);
    assertThat(count(kind)).isEqualTo("20|210|20");
  }

  @Test
  void rows_of_two_tables_are_all_written() {
    Row[] rows = Kinds.joined().rows(20);
    STORE.inStatelessTransaction(session -> session.insertAll(20, (Object[]) rows));
    Stream.of(rows).forEach(row -> row.amount = 1);

    STORE.inStatelessTransaction(session -> session.updateAll(20, (Object[]) rows));
    assertThat(STORE.value("select count(*) || ',' || sum(amount) from Base join Joined using (id)"))
        .isEqualTo("20,20");

    STORE.inStatelessTransaction(session -> session.deleteAll(20, (Object[]) rows));
    assertThat(STORE.value("select (select count(*) from Base) || (select count(*) from Joined)")).isEqualTo("00");
  }

  @Test
  void a_query_sees_what_waits_in_the_batch() {
    Long count = STORE.inTransaction(session -> session.persistAll((Object[]) Kinds.batched().get(0).rows(7))
        .chain(() -> session.createSelectionQuery("select count(*) from Assigned", Long.class).getSingleResult()));

    assertThat(count).isEqualTo(7L);
  }

  private static Uni<List<Row>> all(Mutiny.Session session, Kind kind) {
    return session.createSelectionQuery("from " + kind, Row.class).getResultList();
  }

  private static String count(Kind kind) {
    return STORE.rows("select count(*), sum(position), sum(amount) from " + kind).get(0);
  }
}

package dev.pinion.hibernate.reactive.batch;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.batch.Kinds.Kind;
import dev.pinion.hibernate.reactive.batch.Kinds.Row;
import dev.pinion.hibernate.reactive.support.Raw;
import dev.pinion.hibernate.reactive.support.Store;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.StaleObjectStateException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row that is missing in the middle of a batch is found, and nothing of the transaction stays. */
class StaleRowTest {

  @RegisterExtension
  static final Store STORE = new Store(Kinds.entities()).with("hibernate.jdbc.batch_size", "20");

  static List<Kind> kinds() {
    return Stream.concat(Kinds.batched().stream(), Stream.of(Kinds.identity(), Kinds.joined())).toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_update_of_a_missing_row_is_stale(Kind kind) {
    STORE.has((Object[]) kind.rows(5));

    assertThatThrownBy(() -> STORE.inTransaction(session -> all(session, kind)
        .call(rows -> lose(session, kind))
        .invoke(rows -> rows.forEach(row -> row.amount = 1))))
        .hasStackTraceContaining(StaleObjectStateException.class.getName());

    assertThat(sum(kind)).isEqualTo("5|0");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_delete_of_a_missing_row_is_stale(Kind kind) {
    STORE.has((Object[]) kind.rows(5));

    assertThatThrownBy(() -> STORE.inTransaction(session -> all(session, kind)
        .call(rows -> lose(session, kind))
        .call(rows -> session.removeAll(rows.toArray()))))
        .hasStackTraceContaining(StaleObjectStateException.class.getName());

    assertThat(sum(kind)).isEqualTo("5|0");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_delete_of_a_missing_row_is_stale_without_a_batch_too(Kind kind) {
    STORE.has((Object[]) kind.rows(3));

    assertThatThrownBy(() -> STORE.inTransaction(session -> all(session.setBatchSize(1), kind)
        .call(rows -> lose(session, kind))
        .call(rows -> session.removeAll(rows.toArray()))))
        .hasStackTraceContaining(StaleObjectStateException.class.getName());

    assertThat(sum(kind)).isEqualTo("3|0");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_stateless_update_of_a_missing_row_is_stale(Kind kind) {
    Row[] rows = withoutThird(kind);
    Stream.of(rows).forEach(row -> row.amount = 1);

    assertThatThrownBy(() -> STORE.inStatelessTransaction(session -> session.updateAll(20, (Object[]) rows)))
        .hasStackTraceContaining(StaleObjectStateException.class.getName());

    assertThat(sum(kind)).isEqualTo("4|0");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_stateless_delete_of_a_missing_row_is_stale(Kind kind) {
    Row[] rows = withoutThird(kind);

    assertThatThrownBy(() -> STORE.inStatelessTransaction(session -> session.deleteAll(20, (Object[]) rows)))
        .hasStackTraceContaining(StaleObjectStateException.class.getName());

    assertThat(sum(kind)).isEqualTo("4|0");
  }

  @Test
  void a_row_of_another_version_is_stale() {
    STORE.has((Object[]) new Kind("Versioned", Kinds.Versioned::new).rows(5));

    assertThatThrownBy(() -> await(STORE.mutiny().withTransaction(session -> session
        .createSelectionQuery("from Versioned", Row.class).getResultList()
        .call(rows -> session.createNativeQuery("update Versioned set version = 7 where position = 3").executeUpdate())
        .invoke(rows -> rows.forEach(row -> row.amount = 1)))))
        .hasStackTraceContaining(StaleObjectStateException.class.getName())
        .hasStackTraceContaining("Versioned#3");
  }

  private static Row[] withoutThird(Kind kind) {
    Row[] rows = kind.rows(5);
    STORE.inStatelessTransaction(session -> session.insertAll((Object[]) rows));
    if (kind.name().equals("Joined")) {
      Raw.execute(STORE.file(), "delete from Joined where id = 3", "delete from Base where id = 3");
    } else {
      Raw.execute(STORE.file(), "delete from " + kind + " where position = 3");
    }
    return rows;
  }

  /** Takes the third row away behind the session's back. */
  private static Uni<Void> lose(Mutiny.Session session, Kind kind) {
    return kind.name().equals("Joined")
        ? delete(session, "Joined", "id").chain(() -> delete(session, "Base", "id"))
        : delete(session, kind.name(), "position");
  }

  private static Uni<Void> delete(Mutiny.Session session, String table, String column) {
    return session.createNativeQuery("delete from " + table + " where " + column + " = 3").executeUpdate()
        .replaceWithVoid();
  }

  private static Uni<List<Row>> all(Mutiny.Session session, Kind kind) {
    return session.createSelectionQuery("from " + kind, Row.class).getResultList();
  }

  private static String sum(Kind kind) {
    String table = kind.name().equals("Joined") ? "Base" : kind.name();
    return STORE.rows("select count(*), sum(amount) from " + table).get(0);
  }
}

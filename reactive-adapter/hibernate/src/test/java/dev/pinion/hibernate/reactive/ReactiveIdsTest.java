package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import dev.pinion.hibernate.reactive.support.SqlLog;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReactiveIdsTest {

  static final Class<?>[] ENTITIES = {BySequence.class, ByTable.class, ByAuto.class};

  @TempDir
  Path dir;

  private final List<SessionFactory> opened = new ArrayList<>();
  private Path file;
  private Mutiny.SessionFactory factory;

  @BeforeEach
  void open() {
    file = dir.resolve("ids.db");
    factory = reactive(Map.of("hibernate.jdbc.batch_size", "50"));
  }

  @AfterEach
  void close() {
    opened.forEach(SessionFactory::close);
  }

  static List<Row> kinds() {
    return List.of(new BySequence(), new ByTable(), new ByAuto());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_rollback_takes_no_id_into_the_next_transaction(Row kind) {
    await(persist(factory, rows(kind, 1)));
    rollBackAfter(rows(kind, 60));
    reactive(Map.of("hibernate.hbm2ddl.auto", "none"));
    await(persist(last(), rows(kind, 60)));

    await(persist(factory, rows(kind, 60)));

    assertThat(count(kind)).isEqualTo("121");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void two_factories_on_one_file_share_no_id(Row kind) {
    reactive(Map.of("hibernate.hbm2ddl.auto", "none"));

    for (int i = 0; i < 4; i++) {
      await(persist(factory, rows(kind, 30)));
      await(persist(last(), rows(kind, 30)));
    }

    assertThat(count(kind)).isEqualTo("240");
  }

  @Test
  void two_processes_share_no_id() throws Exception {
    Process other = IdsProcess.start(file);
    try (BufferedReader output = other.inputReader()) {
      // What is logged stands on the same output.
      while (!"ready".equals(output.readLine())) {
        assertThat(other.isAlive()).isTrue();
      }
      other.getOutputStream().close();
      persistAndRollBack(factory);
      output.lines().forEach(line -> { });

      assertThat(other.waitFor()).isZero();
      assertThat(kinds()).allSatisfy(kind -> assertThat(count(kind)).isEqualTo("480"));
    } finally {
      other.destroyForcibly();
    }
  }

  /** 40 rows of each kind at a time, 6 times for good, and as often for nothing. */
  static void persistAndRollBack(Mutiny.SessionFactory factory) {
    for (int i = 0; i < 6; i++) {
      for (Row kind : kinds()) {
        await(persist(factory, rows(kind, 40)));
        await(factory.withTransaction((session, transaction) -> {
          transaction.markForRollback();
          return session.persistAll((Object[]) rows(kind, 40)).chain(session::flush);
        }));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void reactive_and_blocking_sessions_share_no_id(Row kind) {
    SessionFactory blocking = Factories.blocking(file, Map.of(), ENTITIES);
    opened.add(blocking);

    for (int i = 0; i < 4; i++) {
      await(persist(factory, rows(kind, 30)));
      blocking.inTransaction(session -> Stream.of(rows(kind, 30)).forEach(session::persist));
    }

    assertThat(count(kind)).isEqualTo("240");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void concurrent_sessions_share_no_id(Row kind) {
    Stage.SessionFactory stage = opened.get(0).unwrap(Stage.SessionFactory.class);

    await(CompletableFuture.allOf(IntStream.range(0, 8)
        .mapToObj(i -> stage.withTransaction(session -> session.persist((Object[]) rows(kind, 70)))
            .toCompletableFuture())
        .toArray(CompletableFuture[]::new)));

    assertThat(count(kind)).isEqualTo("560");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void stateless_sessions_throw_a_rolled_back_block_away(Row kind) {
    assertThatThrownBy(() -> await(factory.withStatelessTransaction(session ->
        session.insertAll((Object[]) rows(kind, 3)).chain(() -> Uni.createFrom().failure(new StopException())))))
        .isInstanceOf(StopException.class);
    reactive(Map.of("hibernate.hbm2ddl.auto", "none"));
    await(persist(last(), rows(kind, 10)));

    await(factory.withStatelessTransaction(session -> session.insertAll((Object[]) rows(kind, 10))));

    assertThat(count(kind)).isEqualTo("20");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_block_costs_one_statement_and_lasts_over_transactions(Row kind) {
    await(persist(factory, rows(kind, 1)));

    try (SqlLog log = SqlLog.statements()) {
      for (int i = 0; i < 5; i++) {
        await(persist(factory, rows(kind, 20)));
      }

      assertThat(log.count("update ")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void inserts_are_batched(Row kind) {
    try (SqlLog log = SqlLog.statements()) {
      await(persist(factory, rows(kind, 50)));

      assertThat(log.count("insert into " + kind.table())).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_default_schema_is_kept(Row kind) {
    reactive(Map.of("hibernate.default_schema", "main", "hibernate.hbm2ddl.auto", "none"));

    await(persist(last(), rows(kind, 3)));

    assertThat(count(kind)).isEqualTo("3");
  }

  private void rollBackAfter(Row... rows) {
    assertThatThrownBy(() -> await(factory.withTransaction(session -> session.persistAll((Object[]) rows)
        .chain(session::flush).chain(() -> Uni.createFrom().failure(new StopException())))))
        .isInstanceOf(StopException.class);
  }

  private static Uni<Void> persist(Mutiny.SessionFactory factory, Row... rows) {
    return factory.withTransaction(session -> session.persistAll((Object[]) rows));
  }

  private static Row[] rows(Row kind, int count) {
    return IntStream.range(0, count).mapToObj(i -> kind.another()).toArray(Row[]::new);
  }

  private String count(Row kind) {
    return Raw.value(file, "select count(*) from " + kind.table());
  }

  private Mutiny.SessionFactory reactive(Map<String, Object> settings) {
    opened.add(Factories.reactive(file, settings, ENTITIES));
    return last();
  }

  private Mutiny.SessionFactory last() {
    return opened.get(opened.size() - 1).unwrap(Mutiny.SessionFactory.class);
  }

  private static final class StopException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  interface Row {
    Row another();

    String table();
  }

  @Entity(name = "BySequence")
  static class BySequence implements Row {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seq")
    @SequenceGenerator(name = "seq", sequenceName = "numbers", allocationSize = 50)
    Long id;

    @Override
    public Row another() {
      return new BySequence();
    }

    @Override
    public String table() {
      return "BySequence";
    }
  }

  @Entity(name = "ByTable")
  static class ByTable implements Row {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "tab")
    @TableGenerator(name = "tab", allocationSize = 50)
    Long id;

    @Override
    public Row another() {
      return new ByTable();
    }

    @Override
    public String table() {
      return "ByTable";
    }
  }

  @Entity(name = "ByAuto")
  static class ByAuto implements Row {
    @Id
    @GeneratedValue
    Integer id;

    @Override
    public Row another() {
      return new ByAuto();
    }

    @Override
    public String table() {
      return "ByAuto";
    }
  }
}

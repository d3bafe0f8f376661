package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.model.Author;
import dev.pinion.hibernate.reactive.model.Book;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import dev.pinion.hibernate.reactive.support.Traffic;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadTransactionTest {

  private static final String SUM = "select sum(balance) from Account";

  @TempDir
  Path dir;

  private final Traffic traffic = new Traffic();
  private Path file;
  private Vertx vertx;
  private SessionFactory sessionFactory;
  private Mutiny.SessionFactory mutiny;
  private Stage.SessionFactory stages;

  @BeforeEach
  void open() {
    file = dir.resolve("bank.db");
    vertx = traffic.vertx();
    sessionFactory = Factories.reactive(vertx, file,
        Map.of("hibernate.connection.pool_size", "4", "hibernate.jdbc.batch_size", "5"),
        Account.class, Author.class, Book.class);
    mutiny = sessionFactory.unwrap(Mutiny.SessionFactory.class);
    stages = sessionFactory.unwrap(Stage.SessionFactory.class);
    await(mutiny.withTransaction(session -> session.persistAll(new Account(1, 10), new Account(2, 20))));
  }

  @AfterEach
  void close() {
    sessionFactory.close();
    await(vertx.close().toCompletionStage());
  }

  static Stream<Named<Function<Mutiny.Session, Uni<?>>>> writes() {
    return Stream.of(
        Named.of("persist", session -> session.persist(new Account(3, 0))),
        Named.of("persist with a generated key", session -> session.persist(new Author("Ursula"))),
        Named.of("remove", session -> session.find(Account.class, 1L).chain(session::remove)),
        Named.of("merge of a new one", session -> session.merge(new Account(4, 0))),
        Named.of("persist and query", session -> session.persist(new Account(3, 0)).chain(() -> sum(session))),
        Named.of("HQL", session -> session.createMutationQuery("update Account set balance = 0").executeUpdate()),
        Named.of("SQL", session -> session.createNativeQuery("delete from account").executeUpdate()));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void writing_is_refused_and_leaves_nothing(Function<Mutiny.Session, Uni<?>> write) {
    assertThatThrownBy(() -> await(PinionReads.withReadTransaction(mutiny, write::apply)))
        .hasStackTraceContaining("begun to read only");

    assertThat(Raw.rows(file, "select id, balance from account order by id")).containsExactly("1|10", "2|20");
    assertThat(Raw.value(file, "select count(*) from author")).isEqualTo("0");
    assertThat(traffic.inUse).hasValue(0);
  }

  @Test
  void all_that_is_read_is_of_one_moment() {
    List<Long> sums = await(PinionReads.withReadTransaction(mutiny, session -> sum(session)
        .chain(before -> deposit().chain(() -> sum(session)).map(after -> List.of(before, after)))));

    assertThat(sums).containsExactly(30L, 30L);
    assertThat(await(mutiny.withSession(ReadTransactionTest::sum))).isEqualTo(35L);
  }

  @Test
  void stages_read_one_moment_too() {
    List<Long> sums = await(PinionReads.withReadTransaction(stages, session ->
        session.createSelectionQuery(SUM, Long.class).getSingleResult()
            .thenCompose(before -> deposit().subscribeAsCompletionStage()
                .thenCompose(done -> session.createSelectionQuery(SUM, Long.class).getSingleResult())
                .thenApply(after -> List.of(before, after)))));

    assertThat(sums).containsExactly(30L, 30L);
  }

  @Test
  void stages_may_not_write_either() {
    assertThatThrownBy(() -> await(PinionReads.withReadTransaction(stages, session ->
        session.persist(new Account(3, 0))))).hasStackTraceContaining("begun to read only");

    assertThat(Raw.value(file, "select count(*) from account")).isEqualTo("2");
    assertThat(traffic.inUse).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void reading_does_not_wait_for_a_transaction_that_writes(boolean inTransaction) {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    Cancellable writer = mutiny.withTransaction(session -> session
        .createMutationQuery("update Account set balance = 0").executeUpdate()
        .invoke(() -> begun.complete(null))
        .chain(() -> Uni.createFrom().<Void>nothing())).subscribe().with(done -> { });
    await((CompletionStage<Void>) begun);

    Long sum = await(inTransaction
        ? PinionReads.withReadTransaction(mutiny, ReadTransactionTest::sum)
        : mutiny.withSession(ReadTransactionTest::sum));
    writer.cancel();
    assertThat(sum).isEqualTo(30L);
  }

  @Test
  void changes_of_what_was_read_are_not_written() {
    await(PinionReads.withReadTransaction(mutiny, session -> session.find(Account.class, 1L)
        .invoke(account -> account.deposit(1))));

    assertThat(Raw.value(file, "select balance from account where id = 1")).isEqualTo("10");
  }

  @Test
  void the_connection_can_write_for_its_next_user() {
    for (int i = 0; i < 4; i++) {
      await(PinionReads.withReadTransaction(mutiny, ReadTransactionTest::sum));
      await(deposit());
    }

    assertThat(Raw.value(file, "select sum(balance) from account")).isEqualTo("50");
  }

  private static Uni<Long> sum(Mutiny.Session session) {
    return session.createSelectionQuery(SUM, Long.class).getSingleResult();
  }

  private Uni<Void> deposit() {
    return mutiny.withTransaction(session -> session.find(Account.class, 1L)
        .invoke(account -> account.deposit(5)).replaceWithVoid());
  }
}

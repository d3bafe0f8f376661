package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import dev.pinion.hibernate.reactive.support.StatementTrap;
import dev.pinion.hibernate.reactive.support.Traffic;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever the cancelling of a Uni meets its session, nothing of a transaction stays and the connection goes back. */
class CancelTest {

  private static final int ROWS = 4;

  @TempDir
  Path dir;

  private final Traffic traffic = new Traffic();
  private Path file;
  private Vertx vertx;
  private SessionFactory sessionFactory;
  private Mutiny.SessionFactory factory;

  @BeforeEach
  void open() {
    file = dir.resolve("bank.db");
    vertx = traffic.vertx();
    sessionFactory = Factories.reactive(vertx, file, Map.of("hibernate.connection.pool_size", "50"), Account.class);
    factory = sessionFactory.unwrap(Mutiny.SessionFactory.class);
    await(factory.withTransaction(session -> session.persist(new Account(1, 0))));
    // What fails because its session was cancelled is told to nobody, which is right.
    Infrastructure.setDroppedExceptionHandler(failure -> { });
  }

  @AfterEach
  void close() {
    Infrastructure.resetDroppedExceptionHandler();
    sessionFactory.close();
    await(vertx.close().toCompletionStage());
  }

  static Stream<Named<Function<Mutiny.SessionFactory, Uni<?>>>> transactions() {
    return Stream.of(
        Named.of("withTransaction", CancelTest::transaction),
        Named.of("withStatelessTransaction", CancelTest::statelessTransaction),
        Named.of("withSession and withTransaction", sessions -> sessions.withSession(session ->
            session.find(Account.class, 1L).chain(found -> transaction(sessions)))),
        Named.of("PinionRetry", sessions -> PinionRetry.onConflict(() -> transaction(sessions))));
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void a_transaction_cancelled_before_any_of_its_statements_leaves_nothing(
      Function<Mutiny.SessionFactory, Uni<?>> work) {
    int statements;
    try (StatementTrap counter = new StatementTrap()) {
      await(work.apply(factory));
      statements = counter.statements();
    }
    Raw.execute(file, "delete from account where id > 1");

    for (int i = 1; i <= statements; i++) {
      cancelledBeforeStatement(i, work.apply(factory));
      assertThat(Raw.value(file, "select count(*) from account")).as("before statement %s", i).isEqualTo("1");
    }
    assertThat(statements).isGreaterThanOrEqualTo(2 * ROWS);
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void a_transaction_cancelled_at_any_moment_is_done_wholly_or_not_at_all(
      Function<Mutiny.SessionFactory, Uni<?>> work) {
    for (int i = 0; i < 100; i++) {
      Cancellable running = work.apply(factory).subscribe().with(done -> { }, failure -> { });
      LockSupport.parkNanos(i * 30_000L);
      running.cancel();
      settleAfterCollection();

      assertThat(Raw.value(file, "select count(*) from account")).isIn("1", String.valueOf(1 + ROWS));
      Raw.execute(file, "delete from account where id > 1");
    }
  }

  @Test
  void who_is_cancelled_while_waiting_for_a_connection_gets_none() {
    Cancellable first = hold();
    Cancellable second = hold();
    Cancellable third = factory.withSession(session -> session.find(Account.class, 1L)).subscribe().with(done -> { });
    // Long enough to be in the queue; if it is not, it is cancelled on its way there, which must do as well.
    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());

    third.cancel();
    first.cancel();
    second.cancel();
    settle();
    assertUsable();
  }

  @Test
  void who_is_cancelled_while_waiting_to_begin_does_not_begin() {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    Cancellable writer = factory.withTransaction(session -> {
      begun.complete(null);
      return Uni.createFrom().nothing();
    }).subscribe().with(done -> { });
    await((CompletionStage<Void>) begun);
    // On one event loop: Mutiny may overlook a cancel by another thread in the moment of a hand-over.
    Context context = vertx.getOrCreateContext();
    AtomicReference<Cancellable> waiting = new AtomicReference<>();
    context.runOnContext(start -> waiting.set(transaction(factory).subscribe().with(done -> { })));
    until(() -> traffic.inUse.get() == 2);

    context.runOnContext(start -> {
      waiting.get().cancel();
      writer.cancel();
    });
    settle();
    assertThat(Raw.value(file, "select count(*) from account")).isEqualTo("1");
    assertUsable();
  }

  @Test
  void the_next_user_of_the_connection_is_not_disturbed_by_what_the_cancelled_one_still_had_to_do() {
    for (int i = 1; i <= ROWS + 1; i++) {
      cancelledBeforeStatement(i, transaction(factory));
      await(transaction(factory));
      assertThat(Raw.value(file, "select count(*) from account")).isEqualTo(String.valueOf(1 + ROWS));
      Raw.execute(file, "delete from account where id > 1");
    }
  }

  @Test
  void a_session_that_is_cancelled_while_it_reads_gives_its_connection_back() {
    cancelledBeforeStatement(1, factory.withSession(session -> session.find(Account.class, 1L)));
    cancelledBeforeStatement(1, factory.withStatelessSession(session -> session.get(Account.class, 1L)));
    assertUsable();
  }

  private static Uni<?> transaction(Mutiny.SessionFactory sessions) {
    return sessions.withTransaction(session -> {
      Uni<Void> persisted = Uni.createFrom().voidItem();
      for (long id = 2; id < 2 + ROWS; id++) {
        long next = id;
        persisted = persisted
            .chain(() -> session.createSelectionQuery("select count(*) from Account", Long.class).getSingleResult())
            .chain(() -> session.persist(new Account(next, 0)));
      }
      return persisted;
    });
  }

  private static Uni<?> statelessTransaction(Mutiny.SessionFactory sessions) {
    return sessions.withStatelessTransaction(session -> {
      Uni<Void> inserted = Uni.createFrom().voidItem();
      for (long id = 2; id < 2 + ROWS; id++) {
        Account account = new Account(id, 0);
        inserted = inserted.chain(() -> session.insert(account)).chain(() -> session.refresh(account));
      }
      return inserted;
    });
  }

  private Cancellable hold() {
    CompletableFuture<Void> open = new CompletableFuture<>();
    Cancellable holding = factory.withSession(session -> {
      open.complete(null);
      return Uni.createFrom().nothing();
    }).subscribe().with(done -> { });
    await((CompletionStage<Void>) open);
    return holding;
  }

  private void cancelledBeforeStatement(int number, Uni<?> work) {
    AtomicReference<Cancellable> running = new AtomicReference<>();
    CompletableFuture<Void> cancelled = new CompletableFuture<>();
    StatementTrap trap = new StatementTrap(number, () -> {
      running.get().cancel();
      cancelled.complete(null);
    });
    try {
      vertx.getOrCreateContext().runOnContext(start ->
          work.onSubscription().invoke(subscription -> running.set(subscription::cancel))
              .subscribe().with(done -> { }, cancelled::completeExceptionally));
      await((CompletionStage<Void>) cancelled);
      settle();
    } finally {
      trap.close();
    }
  }

  private void settle() {
    until(traffic::isIdle);
  }

  /** Sessions that were dropped between two threads are found by the garbage collector. */
  private void settleAfterCollection() {
    long patience = System.nanoTime() + Duration.ofMillis(50).toNanos();
    until(() -> {
      if (!traffic.isIdle() && System.nanoTime() > patience) {
        System.gc();
      }
      return traffic.isIdle();
    });
  }

  private void assertUsable() {
    Account account = await(factory.withTransaction(session -> session.find(Account.class, 1L)));
    assertThat(account).isNotNull();
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the connections are given back within a minute").isLessThan(end);
      LockSupport.parkNanos(200_000);
    }
  }
}

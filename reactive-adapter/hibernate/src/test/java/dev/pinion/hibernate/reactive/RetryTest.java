package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import dev.pinion.sqlclient.SqliteException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryTest {

  private static final SqliteException SNAPSHOT =
      new SqliteException("conflict", "SQLITE_BUSY_SNAPSHOT", 517, "40001", null, null);

  @TempDir
  Path dir;

  private final AtomicInteger attempts = new AtomicInteger();
  private final PinionRetry patient = PinionRetry.atMost(200).withPauses(Duration.ofMillis(5), Duration.ofMillis(50));
  private Path file;
  private Vertx vertx;
  private SessionFactory sessionFactory;
  private Mutiny.SessionFactory factory;

  @BeforeEach
  void open() {
    file = dir.resolve("bank.db");
    vertx = Vertx.vertx();
    sessionFactory = Factories.reactive(vertx, Path.of(file + "?transaction_mode=DEFERRED"),
        Map.of("hibernate.connection.pool_size", "4"), Account.class);
    factory = sessionFactory.unwrap(Mutiny.SessionFactory.class);
    await(factory.withTransaction(session -> session.persist(new Account(1, 0))));
  }

  @AfterEach
  void close() {
    sessionFactory.close();
    await(vertx.close().toCompletionStage());
  }

  @Test
  void deferred_transactions_that_conflict_are_run_again_until_none_is_lost() {
    await(Uni.join().all(IntStream.range(0, 20).mapToObj(i -> patient.run(this::deposit)).toList())
        .andCollectFailures());

    assertThat(Raw.value(file, "select balance from account")).isEqualTo("20");
    assertThat(attempts).hasValueGreaterThan(20);
  }

  @Test
  void stages_are_run_again_too() {
    assertThat(await(PinionRetry.onConflictOfStage(() -> failing(2).subscribeAsCompletionStage()))).isEqualTo("done");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void the_attempts_are_bounded_and_the_last_failure_is_told() {
    assertThatThrownBy(() -> await(PinionRetry.atMost(2).withPauses(Duration.ofMillis(1), Duration.ofMillis(1))
        .run(() -> failing(Integer.MAX_VALUE)))).isSameAs(SNAPSHOT);
    assertThat(attempts).hasValue(3);
  }

  @Test
  void another_failure_is_told_at_once() {
    assertThatThrownBy(() -> await(PinionRetry.onConflict(() -> {
      attempts.incrementAndGet();
      return factory.withTransaction(session -> session.persist(new Account(1, 0)));
    }))).hasStackTraceContaining("UNIQUE constraint failed");
    assertThat(attempts).hasValue(1);
  }

  @Test
  void the_retry_goes_on_on_the_context_that_asked() {
    CompletableFuture<Context> seen = new CompletableFuture<>();
    Context context = vertx.getOrCreateContext();
    context.runOnContext(start -> PinionRetry.onConflict(() -> failing(2)).subscribe()
        .with(done -> seen.complete(Vertx.currentContext()), seen::completeExceptionally));

    assertThat(await((CompletionStage<Context>) seen)).isSameAs(context);
  }

  @Test
  void nothing_is_tried_again_after_it_was_cancelled() {
    CompletableFuture<Void> failed = new CompletableFuture<>();
    var running = PinionRetry.atMost(1).withPauses(Duration.ofHours(1), Duration.ofHours(1))
        .run(() -> failing(1).onFailure().invoke(failure -> failed.complete(null))).subscribe().with(done -> { });
    await((CompletionStage<Void>) failed);
    running.cancel();

    assertThat(attempts).hasValue(1);
  }

  @Test
  void bad_bounds_are_refused() {
    assertThatThrownBy(() -> PinionRetry.atMost(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PinionRetry.atMost(1).withPauses(Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Uni<Void> deposit() {
    attempts.incrementAndGet();
    return factory.withTransaction(session -> session.find(Account.class, 1L).invoke(account -> account.deposit(1))
        .replaceWithVoid());
  }

  private Uni<String> failing(int times) {
    return attempts.incrementAndGet() > times ? Uni.createFrom().item("done") : Uni.createFrom().failure(SNAPSHOT);
  }
}

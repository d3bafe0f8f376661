package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

  private static final int SESSIONS = 50;

  @TempDir
  Path dir;

  private Path file;
  private SessionFactory sessionFactory;
  private Mutiny.SessionFactory factory;
  private Vertx vertx;

  @BeforeEach
  void open() {
    file = dir.resolve("bank.db");
    vertx = Vertx.vertx();
    sessionFactory = Factories.reactive(
        vertx, file, Map.of("hibernate.connection.pool_size", "8"), Account.class);
    factory = sessionFactory.unwrap(Mutiny.SessionFactory.class);
    await(factory.withTransaction(session -> session.persist(new Account(1, 0))));
  }

  @AfterEach
  void close() {
    sessionFactory.close();
    await(vertx.close().toCompletionStage());
  }

  @Test
  void concurrentTransactionsOfSeveralEventLoopsLoseNoUpdate() {
    await(everywhere(() -> deposit(1).subscribeAsCompletionStage()));

    assertThat(Raw.value(file, "select balance from account")).isEqualTo(String.valueOf(SESSIONS));
  }

  @Test
  void concurrentReadersAndWritersAllComplete() {
    await(everywhere(() -> Uni.combine().all().unis(
        deposit(1),
        factory.withSession(session -> session.find(Account.class, 1L)))
        .discardItems().subscribeAsCompletionStage()));

    assertThat(Raw.value(file, "select balance from account")).isEqualTo(String.valueOf(SESSIONS));
  }

  @Test
  void eachMutinySessionCompletesOnTheContextThatCalled() {
    Set<String> strayed = new HashSet<>();

    await(everywhere(context -> deposit(1)
        .chain(() -> factory.withSession(session -> session.find(Account.class, 1L)))
        .invoke(() -> note(strayed, context))
        .replaceWithVoid().subscribeAsCompletionStage()));

    assertThat(strayed).isEmpty();
  }

  @Test
  void eachStageSessionCompletesOnTheContextThatCalled() {
    Set<String> strayed = new HashSet<>();
    Stage.SessionFactory stages = sessionFactory.unwrap(Stage.SessionFactory.class);

    await(everywhere(context -> stages.withTransaction(session -> session.find(Account.class, 1L)
            .thenAccept(account -> note(strayed, context)))
        .thenAccept(nothing -> note(strayed, context))));

    assertThat(strayed).isEmpty();
  }

  @Test
  void aFailureCompletesOnTheContextThatCalled() {
    Set<String> strayed = new HashSet<>();

    await(everywhere(context -> factory
        .withTransaction(session -> session.createNativeQuery("select * from nowhere").getResultList())
        .onFailure().invoke(failure -> note(strayed, context))
        .onFailure().recoverWithNull()
        .replaceWithVoid().subscribeAsCompletionStage()));

    assertThat(strayed).isEmpty();
  }

  private Uni<Void> deposit(long amount) {
    return factory.withTransaction(session -> session.find(Account.class, 1L)
        .invoke(account -> account.deposit(amount)).replaceWithVoid());
  }

  private static void note(Set<String> strayed, Context expected) {
    if (Vertx.currentContext() != expected) {
      synchronized (strayed) {
        strayed.add(Thread.currentThread().getName());
      }
    }
  }

  private CompletionStage<Void> everywhere(Supplier<CompletionStage<Void>> work) {
    return everywhere(context -> work.get());
  }

  /** Starts the work on contexts of several event loops at once; done when all of it is. */
  private CompletionStage<Void> everywhere(Function<Context, CompletionStage<Void>> work) {
    List<CompletableFuture<Void>> done = new ArrayList<>();
    IntStream.range(0, SESSIONS).forEach(i -> {
      CompletableFuture<Void> one = new CompletableFuture<>();
      done.add(one);
      Context context = ((VertxInternal) vertx).createEventLoopContext();
      context.runOnContext(started -> work.apply(context).whenComplete((result, failure) -> {
        if (failure == null) {
          one.complete(null);
        } else {
          one.completeExceptionally(failure);
        }
      }));
    });
    return CompletableFuture.allOf(done.toArray(CompletableFuture[]::new));
  }
}

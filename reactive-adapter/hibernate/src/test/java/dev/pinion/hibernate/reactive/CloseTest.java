package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.support.Factories;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloseTest {

  @TempDir
  Path dir;

  @Test
  void closingTheFactoryLeavesNoThreadOfPinions() throws InterruptedException {
    SessionFactory factory = used(dir.resolve("threads.db"));
    Set<Thread> threads = pinionThreads();
    assertThat(threads).isNotEmpty();

    factory.close();

    assertEnd(threads);
  }

  @Test
  void aFactoryWithAVertxOfItsOwnClosesThePoolThoughHibernateStopsVertxFirst() {
    SessionFactory factory = used(dir.resolve("own.db"));
    ReactiveConnectionPool pool = factory.unwrap(SessionFactoryImplementor.class).getServiceRegistry()
        .requireService(ReactiveConnectionPool.class);
    factory.close();

    assertThat(pool.getCloseFuture().toCompletableFuture()).isCompleted();
    assertThat(pinionThreads()).isEmpty();
  }

  /** As it is asked where a registry without a factory must learn the version of SQLite first. */
  @Test
  void aPoolWithAVertxOfItsOwnIsRefusedToABootOnItsEventLoop() {
    StandardServiceRegistry registry = new ReactiveServiceRegistryBuilder()
        .applySetting("jakarta.persistence.jdbc.url", "jdbc:sqlite:" + dir.resolve("alone.db")).build();
    ReactiveConnectionPool pool = registry.requireService(ReactiveConnectionPool.class);
    CompletableFuture<ReactiveConnection> connection = new CompletableFuture<>();

    registry.requireService(VertxInstance.class).getVertx().runOnContext(start -> {
      try {
        pool.getConnection(new SqlExceptionHelper(true)).thenAccept(connection::complete);
      } catch (Throwable e) {
        connection.completeExceptionally(e);
      }
    });

    assertThatThrownBy(() -> await(connection)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("vertx.executeBlocking");
    StandardServiceRegistryBuilder.destroy(registry);
  }

  @Test
  void closingTheFactoryLeavesNothingButTheFile() throws IOException {
    used(dir.resolve("file.db")).close();

    try (Stream<Path> left = Files.list(dir)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("file.db");
    }
  }

  @Test
  void closingOnAnEventLoopOfAProvidedVertxClosesThePoolToo() throws InterruptedException {
    Vertx vertx = Vertx.vertx();
    SessionFactory factory = Factories.reactive(vertx, dir.resolve("loop.db"), Map.of(), Account.class);
    ReactiveConnectionPool pool = factory.unwrap(SessionFactoryImplementor.class).getServiceRegistry()
        .requireService(ReactiveConnectionPool.class);

    Set<Thread> threads = pinionThreads();
    await(vertx.getOrCreateContext().<Void>executeBlocking(() -> null)
        .onComplete(ready -> factory.close())
        .toCompletionStage());
    await(pool.getCloseFuture());

    assertEnd(threads);
    await(vertx.close().toCompletionStage());
  }

  private static SessionFactory used(Path file) {
    SessionFactory factory = Factories.reactive(file, Account.class);
    await(factory.unwrap(Mutiny.SessionFactory.class).withTransaction(session -> session.persist(new Account(1, 1))));
    return factory;
  }

  private static Set<Thread> pinionThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("pinion-"))
        .collect(Collectors.toSet());
  }

  /** A thread that has done its last work may need a moment to end. */
  private static void assertEnd(Set<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join(Duration.ofSeconds(60).toMillis());
    }
    assertThat(threads).noneMatch(Thread::isAlive);
  }
}

package dev.pinion.hibernate.reactive;

import dev.pinion.hibernate.reactive.impl.DriverConnection;
import dev.pinion.sqlclient.SqliteConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.common.spi.Implementor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveConnectionSupplier;
import org.hibernate.reactive.stage.Stage;
import org.hibernate.reactive.stage.impl.StageSessionImpl;

/**
 * Reads several things as of one moment, and waits for no writer.
 *
 * <pre>{@code
 * PinionReads.withReadTransaction(factory, session -> …);
 * }</pre>
 *
 * <p>The work gets a session of its own, never the current one, in a transaction that only reads
 * ({@link SqliteConnection#beginReadOnly()}): no write gate is taken, and all that it reads is what was committed when
 * it read first. The session is read-only by default, so that changes of what it has read are neither noticed nor
 * written. Whatever else would write (persist, remove, an update by query) fails with SQLState 25006, at the latest
 * when the work is done, and nothing is written. A single read needs none of this: a plain {@code withSession} takes
 * no gate either.
 *
 * <p>The session is closed when the work is done, fails or is cancelled. Thread-safe; everything completes on the
 * context that called.
 */
public final class PinionReads {

  private PinionReads() {
  }

  /**
   * Runs work that reads.
   *
   * @param factory a session factory on SQLite
   * @param work called with an open session
   * @param <T> what it yields
   * @return the outcome; nothing happens before it is subscribed to
   */
  public static <T> Uni<T> withReadTransaction(Mutiny.SessionFactory factory, Function<Mutiny.Session, Uni<T>> work) {
    return read(factory.openSession(), work);
  }

  /**
   * Runs work that reads what a tenant has.
   *
   * @param factory a session factory on SQLite
   * @param tenantId the tenant
   * @param work called with an open session
   * @param <T> what it yields
   * @return the outcome; nothing happens before it is subscribed to
   */
  public static <T> Uni<T> withReadTransaction(
      Mutiny.SessionFactory factory, String tenantId, Function<Mutiny.Session, Uni<T>> work) {
    return read(factory.openSession(tenantId), work);
  }

  /**
   * Runs work that reads; it starts at once.
   *
   * @param factory a session factory on SQLite
   * @param work called with an open session
   * @param <T> what it yields
   * @return the outcome
   */
  public static <T> CompletionStage<T> withReadTransaction(
      Stage.SessionFactory factory, Function<Stage.Session, CompletionStage<T>> work) {
    return onContext(factory, () -> read(factory.openSession(), work));
  }

  /**
   * Runs work that reads what a tenant has; it starts at once.
   *
   * @param factory a session factory on SQLite
   * @param tenantId the tenant
   * @param work called with an open session
   * @param <T> what it yields
   * @return the outcome
   */
  public static <T> CompletionStage<T> withReadTransaction(
      Stage.SessionFactory factory, String tenantId, Function<Stage.Session, CompletionStage<T>> work) {
    return onContext(factory, () -> read(factory.openSession(tenantId), work));
  }

  /** A session belongs to an event loop, also if its caller is on none. */
  private static <T> CompletionStage<T> onContext(Stage.SessionFactory factory, Supplier<CompletionStage<T>> work) {
    return factory instanceof Implementor own
        ? CompletableFuture.completedFuture(null).thenComposeAsync(start -> work.get(), own.getContext())
        : work.get();
  }

  /** Closing a session ends its transaction; the flush is there to tell what would be lost then. */
  private static <T> Uni<T> read(Uni<Mutiny.Session> opened, Function<Mutiny.Session, Uni<T>> work) {
    return opened.chain(session -> Uni.createFrom().voidItem()
        .chain(() -> Uni.createFrom().completionStage(begin(session).toCompletionStage()))
        .chain(() -> work.apply(session.setDefaultReadOnly(true)))
        .call(session::flush)
        .onTermination().call(session::close));
  }

  private static <T> CompletionStage<T> read(
      CompletionStage<Stage.Session> opened, Function<Stage.Session, CompletionStage<T>> work) {
    return opened.thenCompose(session -> Future.succeededFuture().compose(start -> begin(session)).toCompletionStage()
        .thenCompose(begun -> {
          session.setDefaultReadOnly(true);
          return work.apply(session);
        })
        .thenCompose(result -> session.flush().thenApply(flushed -> result))
        .handle((result, failure) -> session.close().thenCompose(closed -> outcome(result, failure)))
        .thenCompose(outcome -> outcome));
  }

  private static <T> CompletionStage<T> outcome(T result, Throwable failure) {
    return failure == null
        ? CompletableFuture.completedFuture(result)
        : CompletableFuture.failedFuture(failure);
  }

  private static Future<?> begin(Mutiny.Session session) {
    return begin(session instanceof MutinySessionImpl own ? own.unwrap(ReactiveConnectionSupplier.class) : null);
  }

  private static Future<?> begin(Stage.Session session) {
    return begin(session instanceof StageSessionImpl own ? own.unwrap(ReactiveConnectionSupplier.class) : null);
  }

  private static Future<?> begin(ReactiveConnectionSupplier session) {
    if (session == null) {
      return Future.failedFuture(new IllegalArgumentException("This session is not one of Hibernate Reactive itself"));
    }
    return DriverConnection.of(session.getReactiveConnection()).<Future<?>>map(SqliteConnection::beginReadOnly)
        .orElseGet(() -> Future.failedFuture(new IllegalArgumentException(
            "This session has no connection of Pinion; withReadTransaction is for SQLite")));
  }
}

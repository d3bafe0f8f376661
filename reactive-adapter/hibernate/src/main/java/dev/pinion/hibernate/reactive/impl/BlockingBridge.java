package dev.pinion.hibernate.reactive.impl;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.hibernate.HibernateException;

/**
 * Waits for asynchronous work on behalf of Hibernate's boot and shutdown, whose interfaces are blocking.
 *
 * <p>The work runs on an event loop context of its own, so that a caller on a Vert.x worker does not wait for a
 * completion that is queued behind itself. Not to be called on an event loop, which it refuses.
 */
public final class BlockingBridge {

  private final Context context;

  public BlockingBridge(Vertx vertx) {
    this.context = ((VertxInternal) vertx).createEventLoopContext();
  }

  /**
   * Runs the work and waits for its outcome.
   *
   * @throws IllegalStateException when called on an event loop
   * @throws RuntimeException the failure of the work itself
   */
  public <T> T await(Supplier<? extends CompletionStage<T>> work) {
    refuseEventLoop();
    CompletableFuture<T> outcome = new CompletableFuture<>();
    context.runOnContext(ignored -> start(work).whenComplete((result, failure) -> {
      if (failure == null) {
        outcome.complete(result);
      } else {
        outcome.completeExceptionally(failure);
      }
    }));
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HibernateException("Interrupted while waiting for the database", e);
    } catch (ExecutionException e) {
      throw unwrap(e.getCause());
    }
  }

  /**
   * Fails on an event loop, where a start or a close of a session factory would block every other task.
   *
   * @throws IllegalStateException when called on an event loop
   */
  public static void refuseEventLoop() {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("Hibernate blocks while it starts, exports a schema or drops it, and this is the"
          + " event loop " + Thread.currentThread().getName() + ": create and close the session factory inside"
          + " vertx.executeBlocking(...) or on a thread of your own");
    }
  }

  private static <T> CompletionStage<T> start(Supplier<? extends CompletionStage<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static RuntimeException unwrap(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause() : failure;
    if (cause instanceof RuntimeException unchecked) {
      return unchecked;
    }
    return new HibernateException(cause.getMessage(), cause);
  }
}

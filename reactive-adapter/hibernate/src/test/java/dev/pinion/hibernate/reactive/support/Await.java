package dev.pinion.hibernate.reactive.support;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits on the test's own thread; the limit only keeps a broken build from hanging. */
public final class Await {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Await() {
  }

  public static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }

  /** Not by {@code orTimeout}, which makes the event loop take a lock to cancel it. */
  public static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new CompletionException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("No outcome within " + LIMIT, e);
    }
  }
}

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

  /** By the future's own limit: one set with orTimeout is cancelled on the event loop, and that can block there. */
  public static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new CompletionException(e);
    }
  }
}

package dev.pinion.hibernate.reactive.support;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Waits on the test's own thread; the limit only keeps a broken build from hanging. */
public final class Await {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Await() {
  }

  public static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }

  public static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}

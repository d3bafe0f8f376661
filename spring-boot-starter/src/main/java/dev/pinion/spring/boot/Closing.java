package dev.pinion.spring.boot;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/** Waits for what Vert.x closes, but not on an event loop, which may not wait, and not for ever. */
final class Closing {

  private static final long LIMIT_SECONDS = 30;

  private Closing() {
  }

  /**
   * Waits up to 30 seconds; the context logs what is thrown and goes on closing.
   *
   * @throws Exception if closing fails or takes longer
   */
  static void await(Future<Void> closed) throws Exception {
    if (!Context.isOnEventLoopThread()) {
      closed.toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
  }
}

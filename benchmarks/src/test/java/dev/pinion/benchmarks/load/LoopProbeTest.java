package dev.pinion.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopProbeTest {

  private final Vertx vertx = Vertx.vertx();
  private final CountDownLatch blocked = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_stall_that_has_not_ended_is_seen() throws Exception {
    try (LoopProbe probe = new LoopProbe(vertx)) {
      vertx.getOrCreateContext().runOnContext(nothing -> {
        blocked.countDown();
        awaitRelease();
      });
      blocked.await();
      Thread.sleep(100);

      Stalls stalls = probe.stalls();

      release.countDown();
      assertThat(stalls.longestMillis()).isGreaterThan(90);
    }
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

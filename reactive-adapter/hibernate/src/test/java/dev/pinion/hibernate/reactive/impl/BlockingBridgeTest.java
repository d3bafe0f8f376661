package dev.pinion.hibernate.reactive.impl;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlockingBridgeTest {

  private Vertx vertx;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void close() {
    await(vertx.close().toCompletionStage());
  }

  @Test
  void theWorkRunsOnAnEventLoop() {
    Boolean onEventLoop = new BlockingBridge(vertx)
        .await(() -> CompletableFuture.completedFuture(Context.isOnEventLoopThread()));

    assertThat(onEventLoop).isTrue();
  }

  @Test
  void aFailureReachesTheCallerAsItIs() {
    IllegalStateException failure = new IllegalStateException("no");

    assertThatThrownBy(() -> new BlockingBridge(vertx).await(() -> CompletableFuture.failedFuture(failure)))
        .isSameAs(failure);
  }

  @Test
  void workThatThrowsFailsTheSame() {
    IllegalStateException failure = new IllegalStateException("no");

    assertThatThrownBy(() -> new BlockingBridge(vertx).await(() -> {
      throw failure;
    })).isSameAs(failure);
  }

  @Test
  void aWorkerContextDoesNotWaitForItself() {
    Context worker = ((VertxInternal) vertx).createWorkerContext();
    CompletableFuture<String> answer = new CompletableFuture<>();
    worker.runOnContext(started -> answer.complete(new BlockingBridge(vertx)
        .await(() -> vertx.timer(1).map("done").toCompletionStage())));

    assertThat(await(answer)).isEqualTo("done");
  }

  @Test
  void anEventLoopIsRefusedWithARemedy() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    vertx.runOnContext(started -> {
      try {
        answer.complete(new BlockingBridge(vertx).await(() -> CompletableFuture.completedFuture("blocked")));
      } catch (IllegalStateException e) {
        answer.complete(e.getMessage());
      }
    });

    assertThat(await(answer)).contains("event loop").contains("vertx.executeBlocking");
  }
}

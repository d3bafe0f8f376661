package dev.pinion.hibernate.reactive.impl;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * A connection on its way to a session. If that is cancelled first, from whatever thread, the connection goes back.
 */
public final class Lease extends CompletableFuture<ReactiveConnection> {

  private final Throwable opened;

  private Lease(Throwable opened) {
    this.opened = opened;
  }

  /**
   * Hands on what a pool gives.
   *
   * @param asked the pool's answer
   * @param stacks whether to keep the stack of this call, to be told if the session is lost
   */
  public static CompletionStage<ReactiveConnection> of(CompletionStage<ReactiveConnection> asked, boolean stacks) {
    Lease lease = new Lease(stacks ? new Throwable("The session was opened here") : null);
    asked.whenComplete(lease::settle);
    return lease;
  }

  private void settle(ReactiveConnection connection, Throwable failure) {
    if (failure != null) {
      completeExceptionally(failure);
    } else {
      LostSessions.watch(connection, opened);
      if (!complete(connection)) {
        connection.close();
      }
    }
  }
}

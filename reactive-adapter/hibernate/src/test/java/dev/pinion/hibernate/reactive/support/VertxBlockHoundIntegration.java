package dev.pinion.hibernate.reactive.support;

import io.vertx.core.impl.VertxThread;
import java.security.SecureRandom;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Marks the event loops of Vert.x as threads on which nothing may block, and records what does. */
public final class VertxBlockHoundIntegration implements BlockHoundIntegration {

  @Override
  public void applyTo(BlockHound.Builder builder) {
    builder
        .nonBlockingThreadPredicate(others -> others.or(VertxBlockHoundIntegration::isEventLoop))
        // The first use of a class reads it from its jar, once in the life of the JVM.
        .allowBlockingCallsInside(ClassLoader.class.getName(), "loadClass")
        // Random UUIDs come from /dev/urandom, a file that never makes its reader wait.
        .allowBlockingCallsInside(SecureRandom.class.getName(), "nextBytes")
        // Vert.x ends its worker threads from an event loop when it is itself closed.
        .allowBlockingCallsInside("io.vertx.core.impl.WorkerPool", "close")
        .blockingMethodCallback(method -> {
          BlockingOperationError error = new BlockingOperationError(method);
          NoBlockingCalls.record(error);
          throw error;
        });
  }

  private static boolean isEventLoop(Thread thread) {
    return thread instanceof VertxThread && thread.getName().startsWith("vert.x-eventloop-thread");
  }
}

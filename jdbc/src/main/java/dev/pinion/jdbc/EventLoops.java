package dev.pinion.jdbc;

import io.vertx.core.Context;

/** Knows the event loops of Vert.x, if Vert.x is on the class path. */
final class EventLoops {

  private static final boolean PRESENT = isPresent();

  private EventLoops() {
  }

  static void refuse() {
    if (PRESENT && Context.isOnEventLoopThread()) {
      throw new IllegalStateException("JDBC would block the event loop " + Thread.currentThread().getName()
          + ": use vertx.executeBlocking, or Pinion's Vert.x pool");
    }
  }

  private static boolean isPresent() {
    try {
      Class.forName("io.vertx.core.Context", false, EventLoops.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}

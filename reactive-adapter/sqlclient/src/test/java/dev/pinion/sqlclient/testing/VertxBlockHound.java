package dev.pinion.sqlclient.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Makes every blocking call on a Vert.x event loop fail, in all tests of this module. */
public final class VertxBlockHound implements LauncherSessionListener, BlockHoundIntegration {

  private static final String EVENT_LOOP = "vert.x-eventloop-thread";

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    BlockHound.install(this);
  }

  @Override
  public void applyTo(BlockHound.Builder builder) {
    builder.nonBlockingThreadPredicate(current -> current.or(thread -> thread.getName().startsWith(EVENT_LOOP)));
    // The first use of a class reads its file, on whatever thread that is.
    builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
    builder.allowBlockingCallsInside("jdk.internal.loader.BuiltinClassLoader", "loadClassOrNull");
    // Vert.x itself: it names cursors by random UUIDs, and shuts its own pools down from a loop.
    builder.allowBlockingCallsInside("java.util.UUID", "randomUUID");
    builder.allowBlockingCallsInside("io.vertx.core.impl.WorkerPool", "close");
    // The tests' own waiting and reporting.
    builder.allowBlockingCallsInside("io.vertx.ext.unit.impl.TestContextImpl", "async");
    builder.allowBlockingCallsInside("java.io.PrintStream", "println");
    builder.allowBlockingCallsInside("ch.qos.logback.classic.Logger", "callAppenders");
  }
}

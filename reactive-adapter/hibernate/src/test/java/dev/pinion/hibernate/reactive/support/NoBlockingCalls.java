package dev.pinion.hibernate.reactive.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test in which something blocked an event loop, even if the error was caught on its way. */
public final class NoBlockingCalls implements AfterEachCallback {

  private static final ConcurrentLinkedQueue<Error> CALLS = new ConcurrentLinkedQueue<>();

  static void record(Error call) {
    CALLS.add(call);
  }

  /** What blocked since the last look; a test that blocks on purpose takes it away. */
  public static List<Error> take() {
    List<Error> taken = new ArrayList<>();
    for (Error call = CALLS.poll(); call != null; call = CALLS.poll()) {
      taken.add(call);
    }
    return taken;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<Error> calls = take();
    if (!calls.isEmpty()) {
      AssertionError failure = new AssertionError(calls.size() + " blocking call(s) on an event loop", calls.get(0));
      calls.stream().skip(1).forEach(failure::addSuppressed);
      throw failure;
    }
  }
}

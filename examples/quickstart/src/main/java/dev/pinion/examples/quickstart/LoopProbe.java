package dev.pinion.examples.quickstart;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Looks each millisecond whether every event loop is still free, and remembers the longest time that one was not. */
final class LoopProbe implements AutoCloseable {

  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(1);

  private final AtomicLong longestStall = new AtomicLong();
  private final List<ScheduledFuture<?>> timers = new ArrayList<>();

  LoopProbe(EventExecutorGroup loops) {
    for (EventExecutor loop : loops) {
      AtomicLong previous = new AtomicLong(System.nanoTime());
      timers.add(loop.scheduleWithFixedDelay(() -> tick(previous), PERIOD, PERIOD, TimeUnit.NANOSECONDS));
    }
  }

  private void tick(AtomicLong previous) {
    long now = System.nanoTime();
    longestStall.accumulateAndGet(now - previous.getAndSet(now) - PERIOD, Math::max);
  }

  double longestStallMillis() {
    return longestStall.get() / 1e6;
  }

  @Override
  public void close() {
    timers.forEach(timer -> timer.cancel(false));
  }
}

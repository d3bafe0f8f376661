package dev.pinion.benchmarks.load;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Looks each millisecond whether every event loop is free, and remembers when one was not. */
public final class LoopProbe implements AutoCloseable {

  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(1);

  private final Queue<Interval> stalls = new ConcurrentLinkedQueue<>();
  private final List<AtomicLong> nextLooks = new ArrayList<>();
  private final List<ScheduledFuture<?>> timers = new ArrayList<>();
  private final GcPauses pauses = new GcPauses();

  /**
   * Watches from now on.
   *
   * @param vertx whose event loops are watched
   */
  public LoopProbe(Vertx vertx) {
    for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
      AtomicLong nextAt = new AtomicLong(System.nanoTime() + PERIOD);
      nextLooks.add(nextAt);
      timers.add(loop.scheduleWithFixedDelay(() -> tick(nextAt), PERIOD, PERIOD, TimeUnit.NANOSECONDS));
    }
  }

  private void tick(AtomicLong nextAt) {
    long now = System.nanoTime();
    Interval overdue = new Interval(nextAt.get(), now);
    if (overdue.nanos() > PERIOD) {
      stalls.add(overdue);
    }
    nextAt.set(now + PERIOD);
  }

  /**
   * What was seen so far, stalls that have not ended included.
   *
   * @return the longest of each
   */
  public Stalls stalls() {
    long now = System.nanoTime();
    List<Interval> all = new ArrayList<>();
    // Before those that have ended, so that one that ends meanwhile is found in one place or the other.
    nextLooks.forEach(nextAt -> all.add(new Interval(Math.min(nextAt.get(), now), now)));
    all.addAll(stalls);
    long longest = all.stream().mapToLong(Interval::nanos).max().orElse(0);
    long outsideOfGc = all.stream().mapToLong(pauses::nanosOutside).max().orElse(0);
    return new Stalls(longest / 1e6, outsideOfGc / 1e6, pauses.longestNanos() / 1e6);
  }

  @Override
  public void close() {
    timers.forEach(timer -> timer.cancel(false));
    pauses.close();
  }
}

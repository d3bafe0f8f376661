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

/** Looks each millisecond whether every event loop is free, and remembers when one was not. */
public final class LoopProbe implements AutoCloseable {

  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(1);

  private final Queue<Interval> stalls = new ConcurrentLinkedQueue<>();
  private final List<ScheduledFuture<?>> timers = new ArrayList<>();
  private final GcPauses pauses = new GcPauses();

  /**
   * Watches from now on.
   *
   * @param vertx whose event loops are watched
   */
  public LoopProbe(Vertx vertx) {
    for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
      long[] nextAt = {System.nanoTime() + PERIOD};
      timers.add(loop.scheduleWithFixedDelay(() -> tick(nextAt), PERIOD, PERIOD, TimeUnit.NANOSECONDS));
    }
  }

  private void tick(long[] nextAt) {
    long now = System.nanoTime();
    if (now - nextAt[0] > PERIOD) {
      stalls.add(new Interval(nextAt[0], now));
    }
    nextAt[0] = now + PERIOD;
  }

  /**
   * What was seen so far.
   *
   * @return the longest of each
   */
  public Stalls stalls() {
    long longest = stalls.stream().mapToLong(Interval::nanos).max().orElse(0);
    long outsideOfGc = stalls.stream().mapToLong(pauses::nanosOutside).max().orElse(0);
    return new Stalls(longest / 1e6, outsideOfGc / 1e6, pauses.longestNanos() / 1e6);
  }

  @Override
  public void close() {
    timers.forEach(timer -> timer.cancel(false));
    pauses.close();
  }
}

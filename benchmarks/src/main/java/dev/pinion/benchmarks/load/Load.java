package dev.pinion.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Keeps operations in flight until the time is up, and waits for the last. */
public final class Load {

  private static final long PATIENCE_SECONDS = 120;
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);

  private final Histogram latencies = new ConcurrentHistogram(LONGEST, 3);
  private final LongAdder failed = new LongAdder();
  private final AtomicReference<Throwable> firstFailure = new AtomicReference<>();
  private final CountDownLatch lanes;
  private final long deadline;

  private Load(int lanes, long deadline) {
    this.lanes = new CountDownLatch(lanes);
    this.deadline = deadline;
  }

  /**
   * Runs on and waits for the end; not to be called on an event loop.
   *
   * @param strands where the lanes run
   * @param inFlight how many are in flight
   * @param operation what is measured
   * @param time how long new ones are started; each lane starts one at least
   * @return what came of it
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static Slice run(Strands strands, int inFlight, Operation operation, Duration time)
      throws InterruptedException {
    int count = strands.inFlight(inFlight);
    Allocation allocation = Allocation.start();
    long startedAt = System.nanoTime();
    Load load = new Load(count, startedAt + time.toNanos());
    for (int i = 0; i < count; i++) {
      strands.start(new Lane(load, operation)::run);
    }
    if (!load.lanes.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          load.lanes.getCount() + " of " + count + " lanes have not ended within " + PATIENCE_SECONDS + " s");
    }
    long nanos = System.nanoTime() - startedAt;
    return new Slice(load.latencies.getTotalCount(), nanos, load.latencies.copy(), load.failed.sum(),
        load.firstFailure.get(), allocation.bytes());
  }

  boolean goesOn() {
    return System.nanoTime() < deadline;
  }

  void record(long startedAt, Throwable failure) {
    if (failure == null) {
      latencies.recordValue(Math.min(System.nanoTime() - startedAt, LONGEST));
    } else {
      failed.increment();
      firstFailure.compareAndSet(null, failure);
    }
  }

  void ended() {
    lanes.countDown();
  }
}

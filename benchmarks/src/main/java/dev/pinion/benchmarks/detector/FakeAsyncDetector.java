package dev.pinion.benchmarks.detector;

import dev.pinion.benchmarks.load.LoopProbe;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Tells an asynchronous client from one that blocks in disguise: it starts one slow statement and many quick ones on an
 * event loop, all at once, and looks how long that loop was not free.
 *
 * <p>The slow statement counts up to a number that was found to take the time wanted, on a connection of the detector's
 * own, so it keeps a core busy as a real one does.
 */
public final class FakeAsyncDetector {

  /** How many quick statements there are. */
  public static final int QUICK = 1_000;

  private static final String QUICK_SQL = "select 1";
  private static final long PATIENCE_SECONDS = 120;

  private final Vertx vertx;
  private final String slowSql;

  private FakeAsyncDetector(Vertx vertx, String slowSql) {
    this.vertx = vertx;
    this.slowSql = slowSql;
  }

  /**
   * A detector.
   *
   * @param vertx whose event loops are used and watched
   * @param slowMillis how long the slow statement is to take, about
   * @return a detector, for any number of clients
   */
  public static FakeAsyncDetector with(Vertx vertx, int slowMillis) {
    return new FakeAsyncDetector(vertx, SlowSql.taking(slowMillis));
  }

  /**
   * Puts a client to the test; not to be called on an event loop.
   *
   * @param client runs a statement that yields rows, when called on an event loop
   * @return what was seen
   * @throws InterruptedException if the thread is interrupted while it waits
   * @throws ExecutionException if a statement fails
   * @throws TimeoutException if the statements have not ended in two minutes
   */
  public Verdict examine(StatementClient client) throws InterruptedException, ExecutionException, TimeoutException {
    Context context = ((VertxInternal) vertx).createEventLoopContext();
    await(on(context, () -> client.run(QUICK_SQL)));
    Histogram quick = new ConcurrentHistogram(TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS), 3);
    try (LoopProbe probe = new LoopProbe(vertx)) {
      long startedAt = System.nanoTime();
      Promise<Long> slowNanos = Promise.promise();
      Future<?> all = on(context, () -> {
        client.run(slowSql).map(done -> System.nanoTime() - startedAt).onComplete(slowNanos);
        return Future.all(IntStream.range(0, QUICK).mapToObj(i -> timed(client, startedAt, quick)).toList());
      });
      await(all);
      long quickNanos = System.nanoTime() - startedAt;
      long slow = await(slowNanos.future());
      return new Verdict(slow / 1e6, QUICK * 1e9 / quickNanos, quick.getValueAtPercentile(50) / 1e6,
          quick.getValueAtPercentile(95) / 1e6, quick.getValueAtPercentile(99) / 1e6, probe.stalls());
    }
  }

  private static Future<?> timed(StatementClient client, long startedAt, Histogram latencies) {
    return client.run(QUICK_SQL).onSuccess(done -> latencies.recordValue(System.nanoTime() - startedAt));
  }

  private interface Start {
    Future<?> now();
  }

  private static Future<?> on(Context context, Start start) {
    Promise<Object> end = Promise.promise();
    context.runOnContext(nothing -> start.now().<Object>mapEmpty().onComplete(end));
    return end.future();
  }

  private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
    return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}

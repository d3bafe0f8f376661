package dev.pinion.benchmarks;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From an event loop to a thread that sleeps and back, with nothing done there: what any driver pays that keeps SQLite
 * off the event loop, and that looks for work only when it is woken.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HandOverBenchmark {

  private static final int ROUND_TRIPS = 1_000;

  private final Queue<Runnable> mailbox = new ConcurrentLinkedQueue<>();
  private Vertx vertx;
  private EventLoop loop;
  private Thread thread;
  private volatile boolean closed;

  /** Starts the thread. */
  @Setup
  public void start() {
    vertx = Vertx.vertx();
    ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
    loop = context.nettyEventLoop();
    thread = new Thread(this::work, "hand-over");
    thread.start();
  }

  private void work() {
    while (!closed) {
      Runnable task = mailbox.poll();
      if (task == null) {
        LockSupport.park(this);
      } else {
        task.run();
      }
    }
  }

  /**
   * Stops the thread.
   *
   * @throws InterruptedException if interrupted while it waits for that
   */
  @TearDown
  public void stop() throws InterruptedException {
    closed = true;
    LockSupport.unpark(thread);
    thread.join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /**
   * There and back, one at a time.
   *
   * @throws InterruptedException if interrupted while it waits for the last
   */
  @Benchmark
  @OperationsPerInvocation(ROUND_TRIPS)
  public void loopToThreadAndBack() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    loop.execute(() -> go(ROUND_TRIPS, end));
    end.await();
  }

  private void go(int left, CountDownLatch end) {
    if (left == 0) {
      end.countDown();
      return;
    }
    mailbox.add(() -> loop.execute(() -> go(left - 1, end)));
    LockSupport.unpark(thread);
  }
}

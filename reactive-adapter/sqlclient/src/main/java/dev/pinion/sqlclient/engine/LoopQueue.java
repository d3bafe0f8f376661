package dev.pinion.sqlclient.engine;

import io.netty.channel.EventLoop;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completions on their way from a worker to one event loop. Waking the loop costs the worker as much as a small query,
 * so it is for the sender to say when; those that arrive before the loop has run are taken along.
 */
final class LoopQueue implements Runnable {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.sqlclient.worker");

  /** After so many the loop gets a chance to do something else. */
  private static final int MAX_BATCH = 128;

  private final EventLoop loop;
  private final Queue<Runnable> completions = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();

  LoopQueue(EventLoop loop) {
    this.loop = loop;
  }

  /** Adds a completion; the loop may see it at once, but need not before it is woken. */
  void add(Runnable completion) {
    completions.add(completion);
  }

  @Override
  public void run() {
    woken.set(false);
    for (int done = 0; done < MAX_BATCH; done++) {
      Runnable completion = completions.poll();
      if (completion == null) {
        return;
      }
      try {
        completion.run();
      } catch (Throwable e) {
        log.error("A completion failed", e);
      }
    }
    wake();
  }

  /** Lets the loop know that there is something, unless it has not run yet since it was told before. */
  void wake() {
    if (woken.compareAndSet(false, true)) {
      try {
        loop.execute(this);
      } catch (RejectedExecutionException e) {
        log.debug("An event loop is gone, and with it whoever waited for {} results", completions.size(), e);
      }
    }
  }
}

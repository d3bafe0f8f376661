package dev.pinion.sqlclient.impl;

import io.vertx.core.spi.metrics.PoolMetrics;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who uses a pool at the moment, be it with a connection of their own or by a statement on a shared one: how many are
 * being served, how many wait, and whether one more may come. Tells the pool's metrics. Thread-safe.
 */
final class Callers {

  private final PoolMetrics<Object> metrics;
  private final long max;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger served = new AtomicInteger();

  /**
   * Nobody yet.
   *
   * @param metrics told of everybody, or null
   * @param max how many may be there, waiting ones included
   */
  Callers(PoolMetrics<Object> metrics, long max) {
    this.metrics = metrics;
    this.max = max;
  }

  /** One more, who waits; null if there are too many. */
  Caller arrive() {
    Object queued = metrics == null ? null : metrics.submitted();
    if (waiting.incrementAndGet() + served.get() > max) {
      waiting.decrementAndGet();
      if (metrics != null) {
        metrics.rejected(queued);
      }
      return null;
    }
    return new Caller(queued);
  }

  int waiting() {
    return waiting.get();
  }

  int served() {
    return served.get();
  }

  void close() {
    if (metrics != null) {
      metrics.close();
    }
  }

  /** One of them; each call is made once, in the order arrive, then serve and done, or refuse. */
  final class Caller {

    private Object metric;

    private Caller(Object queued) {
      metric = queued;
    }

    void serve() {
      waiting.decrementAndGet();
      served.incrementAndGet();
      if (metrics != null) {
        metric = metrics.begin(metric);
      }
    }

    void done() {
      served.decrementAndGet();
      if (metrics != null) {
        metrics.end(metric, true);
      }
    }

    void refuse() {
      waiting.decrementAndGet();
      if (metrics != null) {
        metrics.rejected(metric);
      }
    }
  }
}

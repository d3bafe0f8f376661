package dev.pinion.sqlclient.testing;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what Vert.x is told of SQL clients and their pools. */
public final class RecordedMetrics implements VertxMetrics {

  public final List<String> clients = new CopyOnWriteArrayList<>();
  public final AtomicInteger closedClients = new AtomicInteger();
  public final List<String> begun = new CopyOnWriteArrayList<>();
  public final List<String> ended = new CopyOnWriteArrayList<>();
  public final List<String> reset = new CopyOnWriteArrayList<>();
  public final AtomicInteger queued = new AtomicInteger();
  public final AtomicInteger rejected = new AtomicInteger();
  public final AtomicInteger inUse = new AtomicInteger();
  public final AtomicInteger closedPools = new AtomicInteger();

  public Vertx vertx() {
    return Vertx.builder()
        .with(new VertxOptions().setMetricsOptions(new MetricsOptions().setEnabled(true)))
        .withMetrics(options -> this)
        .build();
  }

  @Override
  public ClientMetrics<?, ?, ?, ?> createClientMetrics(SocketAddress address, String type, String namespace) {
    clients.add(type + " " + address);
    return new ClientMetrics<String, Void, Object, Object>() {
      @Override
      public String requestBegin(String uri, Object request) {
        begun.add(uri);
        return uri;
      }

      @Override
      public void responseEnd(String request) {
        ended.add(request);
      }

      @Override
      public void requestReset(String request) {
        reset.add(request);
      }

      @Override
      public void close() {
        closedClients.incrementAndGet();
      }
    };
  }

  /** Of worker pools, which Vert.x has as well, nothing is counted. */
  @Override
  public PoolMetrics<?> createPoolMetrics(String poolType, String poolName, int maxPoolSize) {
    return "sql".equals(poolType) ? new RecordedPool() : null;
  }

  private final class RecordedPool implements PoolMetrics<Object> {

    @Override
    public Object submitted() {
      queued.incrementAndGet();
      return new Object();
    }

    @Override
    public void rejected(Object submitted) {
      queued.decrementAndGet();
      rejected.incrementAndGet();
    }

    @Override
    public Object begin(Object submitted) {
      queued.decrementAndGet();
      inUse.incrementAndGet();
      return new Object();
    }

    @Override
    public void end(Object used, boolean succeeded) {
      inUse.decrementAndGet();
    }

    @Override
    public void close() {
      closedPools.incrementAndGet();
    }
  }
}

package dev.pinion.hibernate.reactive.support;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import java.util.concurrent.atomic.AtomicInteger;

/** What Vert.x's metrics tell of the SQL pools of an instance. */
public final class Traffic implements VertxMetrics {

  public final AtomicInteger waiting = new AtomicInteger();
  public final AtomicInteger inUse = new AtomicInteger();
  public final AtomicInteger pendingStatements = new AtomicInteger();

  public Vertx vertx() {
    return Vertx.builder()
        .with(new VertxOptions().setMetricsOptions(new MetricsOptions().setEnabled(true)))
        .withMetrics(options -> this)
        .build();
  }

  public boolean isIdle() {
    return inUse.get() == 0 && waiting.get() == 0 && pendingStatements.get() == 0;
  }

  @Override
  public ClientMetrics<?, ?, ?, ?> createClientMetrics(SocketAddress address, String type, String namespace) {
    return new ClientMetrics<Object, Void, Object, Object>() {
      @Override
      public Object requestBegin(String uri, Object request) {
        pendingStatements.incrementAndGet();
        return request;
      }

      @Override
      public void requestReset(Object request) {
        pendingStatements.decrementAndGet();
      }

      @Override
      public void responseEnd(Object request) {
        pendingStatements.decrementAndGet();
      }
    };
  }

  @Override
  public PoolMetrics<?> createPoolMetrics(String poolType, String poolName, int maxPoolSize) {
    return "sql".equals(poolType) ? new SqlPool() : null;
  }

  private final class SqlPool implements PoolMetrics<Object> {

    @Override
    public Object submitted() {
      waiting.incrementAndGet();
      return this;
    }

    @Override
    public void rejected(Object submitted) {
      waiting.decrementAndGet();
    }

    @Override
    public Object begin(Object submitted) {
      waiting.decrementAndGet();
      inUse.incrementAndGet();
      return this;
    }

    @Override
    public void end(Object used, boolean succeeded) {
      inUse.decrementAndGet();
    }
  }
}

package dev.pinion.hibernate.reactive.support;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What reaches the driver, as Vert.x reports it: one entry a command, and a batch is one command. */
public final class Commands implements VertxMetrics {

  private final List<String> sent = new CopyOnWriteArrayList<>();

  /** A Vert.x whose SQL clients are watched. */
  public Vertx vertx() {
    return Vertx.builder()
        .with(new VertxOptions().setMetricsOptions(new MetricsOptions().setEnabled(true)))
        .withMetrics(options -> this)
        .build();
  }

  public void forget() {
    sent.clear();
  }

  /** The statements that begin so, in the order in which they were sent. */
  public List<String> startingWith(String prefix) {
    return sent.stream().filter(sql -> sql.startsWith(prefix)).toList();
  }

  @Override
  public ClientMetrics<?, ?, ?, ?> createClientMetrics(SocketAddress address, String type, String namespace) {
    return new ClientMetrics<String, Void, Object, Object>() {
      @Override
      public String requestBegin(String sql, Object request) {
        sent.add(sql);
        return sql;
      }
    };
  }
}

package dev.pinion.spring.boot;

import dev.pinion.sqlclient.SqliteBuilder;
import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.springframework.beans.factory.config.AbstractFactoryBean;

/** Makes the context wait for the pool to close, so that the file is free when the context is closed. */
final class PoolFactoryBean extends AbstractFactoryBean<Pool> {

  private final Vertx vertx;
  private final SqliteConnectOptions options;
  private final PinionProperties.Pool properties;

  PoolFactoryBean(Vertx vertx, SqliteConnectOptions options, PinionProperties.Pool properties) {
    this.vertx = vertx;
    this.options = options;
    this.properties = properties;
  }

  @Override
  public Class<Pool> getObjectType() {
    return Pool.class;
  }

  @Override
  protected Pool createInstance() {
    return SqliteBuilder.pool()
        .with(properties.options())
        .connectingTo(options)
        .using(vertx)
        .build();
  }

  @Override
  protected void destroyInstance(Pool pool) throws Exception {
    Closing.await(pool.close());
  }
}

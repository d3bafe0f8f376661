package dev.pinion.benchmarks.session;

import io.vertx.core.Vertx;
import io.vertx.jdbcclient.JDBCConnectOptions;
import io.vertx.jdbcclient.JDBCPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.net.URI;
import java.util.Map;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.internal.util.config.ConfigurationHelper;
import org.hibernate.reactive.pool.impl.DefaultSqlClientPool;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/** The least that makes Hibernate Reactive run over vertx-jdbc-client, which it does not know. */
public final class JdbcClientPool extends DefaultSqlClientPool {

  private ServiceRegistryImplementor registry;
  private JDBCConnectOptions connectOptions;
  private PoolOptions poolOptions;

  /** For Hibernate. */
  public JdbcClientPool() {
  }

  @Override
  public void injectServices(ServiceRegistryImplementor serviceRegistry) {
    super.injectServices(serviceRegistry);
    registry = serviceRegistry;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void configure(Map settings) {
    connectOptions = new JDBCConnectOptions()
        .setJdbcUrl(ConfigurationHelper.getString(AvailableSettings.JAKARTA_JDBC_URL, settings));
    poolOptions = new PoolOptions().setMaxSize(ConfigurationHelper.getInt(AvailableSettings.POOL_SIZE, settings, 1));
  }

  @Override
  protected Pool createPool(URI none) {
    Vertx vertx = registry.requireService(VertxInstance.class).getVertx();
    return JDBCPool.pool(vertx, connectOptions, poolOptions);
  }
}

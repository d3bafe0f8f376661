package dev.pinion.hibernate.reactive;

import dev.pinion.hibernate.reactive.impl.BlockingBridge;
import dev.pinion.hibernate.reactive.impl.Lease;
import dev.pinion.hibernate.reactive.impl.SqliteSettings;
import dev.pinion.hibernate.reactive.impl.TenantPools;
import dev.pinion.hibernate.reactive.impl.TenantUrl;
import dev.pinion.sqlclient.SqliteBuilder;
import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hibernate.HibernateException;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.impl.DefaultSqlClientPool;
import org.hibernate.reactive.pool.impl.SqlClientPoolConfiguration;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.service.spi.Stoppable;
import org.jboss.logging.Logger;

/**
 * The connection pool of Hibernate Reactive for a SQLite URL.
 *
 * <p>Chosen by itself when {@code jakarta.persistence.jdbc.url} is a SQLite URL. It reads the settings that Hibernate
 * Reactive's own pool reads: {@code hibernate.connection.pool_size}, {@code hibernate.vertx.pool.*} (milliseconds) and
 * {@code hibernate.vertx.prepared_statement_cache.*}. With {@code pinion.tenant_url} each tenant has a file and a pool
 * of its own, within the same bounds. A user and a password are ignored with a warning, since SQLite
 * has none.
 *
 * <p>Thread-safe once started. A URL that is not well-formed is refused when the registry is built, a file that cannot
 * be opened at the first connection, which Hibernate takes while it boots.
 */
public class SqliteClientPool extends DefaultSqlClientPool {

  private static final Logger log = Logger.getLogger(SqliteClientPool.class);
  private static final long CLOSE_TIMEOUT_SECONDS = 30;

  private ServiceRegistryImplementor registry;
  private SqliteConnectOptions connectOptions;
  private Optional<TenantUrl> tenantUrl;
  private Map<?, ?> settings;
  private TenantPools tenants;
  private boolean leakStacks;
  private volatile Future<Void> closeFuture = Future.succeededFuture();

  /** For Hibernate, which creates, configures and starts the pool. */
  public SqliteClientPool() {
  }

  @Override
  public void injectServices(ServiceRegistryImplementor serviceRegistry) {
    super.injectServices(serviceRegistry);
    registry = serviceRegistry;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void configure(Map configuration) {
    connectOptions = SqliteSettings.connectOptions(configuration);
    settings = configuration;
    tenantUrl = SqliteSettings.tenantUrl(configuration);
    tenants = new TenantPools(
        tenantId -> tenantOptions(tenantId).map(this::createPool), SqliteSettings.tenantLimit(configuration));
    leakStacks = SqliteSettings.leakStacks(configuration);
    List<String> ignored = SqliteSettings.credentials(configuration);
    if (!ignored.isEmpty()) {
      log.warnf("SQLite has no users: %s ignored", String.join(", ", ignored));
    }
  }

  /**
   * Creates the pool.
   *
   * @param none always null: a SQLite URL need not be a {@link URI}, its path may hold any character
   */
  @Override
  protected Pool createPool(URI none) {
    return createPool(connectOptions);
  }

  private Pool createPool(SqliteConnectOptions options) {
    return SqliteBuilder.pool()
        .with(registry.requireService(SqlClientPoolConfiguration.class).poolOptions())
        .connectingTo(options)
        .using(vertx())
        .build();
  }

  /**
   * The database of a tenant, asked for when its first session opens: the URL of the setting {@code pinion.tenant_url}
   * with the tenant's name in it. Without that setting all tenants share the one database, where {@code @TenantId}
   * tells their rows apart.
   *
   * <p>Override it to name databases in another way; who does must see to it that no name leads to what is another
   * tenant's, since names may come from anywhere.
   *
   * @param tenantId the tenant, as the application names it
   * @return what to connect to, or empty for the database that all share; called by one thread at a time, which may be
   *     an event loop
   * @throws IllegalArgumentException if the tenant has no database; its session fails with that
   */
  protected Optional<SqliteConnectOptions> tenantOptions(String tenantId) {
    return tenantUrl.map(template -> SqliteSettings.connectOptions(settings, template.of(tenantId)));
  }

  @Override
  protected Pool getTenantPool(String tenantId) {
    return tenants.of(tenantId).orElseGet(this::getPool);
  }

  @Override
  public CompletionStage<ReactiveConnection> getConnection(String tenantId) {
    try {
      return Lease.of(super.getConnection(tenantId), leakStacks);
    } catch (IllegalArgumentException | HibernateException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public CompletionStage<ReactiveConnection> getConnection() {
    return Lease.of(super.getConnection(), leakStacks);
  }

  /**
   * The connection from which Hibernate learns the database's version while it boots, and for which it waits.
   *
   * @throws IllegalStateException when called on an event loop
   */
  @Override
  public CompletionStage<ReactiveConnection> getConnection(SqlExceptionHelper sqlExceptionHelper) {
    // Nothing is abandoned then: a Vert.x of its own would be waited for on its own event loop.
    BlockingBridge.refuseEventLoop();
    ReactiveConnection connection;
    try {
      connection = new BlockingBridge(vertx()).await(() -> super.getConnection(sqlExceptionHelper));
    } catch (RuntimeException e) {
      abandonBoot();
      throw e;
    }
    return CompletableFuture.completedFuture(connection);
  }

  /**
   * Closes the pool and those of the tenants; waits for it, so that the files are free on return, unless called on a
   * Vert.x context.
   */
  @Override
  public void stop() {
    super.stop();
    closeFuture = Future.join(Future.fromCompletionStage(super.getCloseFuture()), tenants.close()).mapEmpty();
    if (Vertx.currentContext() != null) {
      return;
    }
    try {
      getCloseFuture().toCompletableFuture().get(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.warnf(e, "The pool on %s did not close within %d s", connectOptions.getDatabase(), CLOSE_TIMEOUT_SECONDS);
    }
  }

  @Override
  public CompletionStage<Void> getCloseFuture() {
    return closeFuture.toCompletionStage();
  }

  private Vertx vertx() {
    return registry.requireService(VertxInstance.class).getVertx();
  }

  /** Hibernate stops no service when its boot fails, and the threads of a Vert.x of its own keep a JVM alive. */
  private void abandonBoot() {
    stop();
    if (registry.requireService(VertxInstance.class) instanceof Stoppable vertx) {
      vertx.stop();
    }
  }
}

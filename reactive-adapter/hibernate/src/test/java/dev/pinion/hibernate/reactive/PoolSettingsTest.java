package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.impl.SqliteSettings;
import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.pool.impl.DefaultSqlClientPoolConfiguration;
import org.hibernate.reactive.pool.impl.SqlClientPoolConfiguration;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolSettingsTest {

  private static final String URL = "jakarta.persistence.jdbc.url";

  @TempDir
  Path dir;

  @Test
  void thePoolSizeBoundsTheConnections() {
    Map<String, Object> noQueue = Map.of("hibernate.vertx.pool.max_wait_queue_size", "0");

    try (SessionFactory two = factory(with(noQueue, "hibernate.connection.pool_size", "2"))) {
      await(sessionInsideASession(two));
    }
    try (SessionFactory one = factory(with(noQueue, "hibernate.connection.pool_size", "1"))) {
      assertThatThrownBy(() -> await(sessionInsideASession(one))).hasStackTraceContaining("queue");
    }
  }

  @Test
  void waitingForAConnectionEndsAfterTheConnectTimeout() {
    try (SessionFactory factory = factory(Map.of(
        "hibernate.connection.pool_size", "1", "hibernate.vertx.pool.connect_timeout", "2000"))) {
      assertThatThrownBy(() -> await(sessionInsideASession(factory))).hasStackTraceContaining("Timeout");
    }
  }

  @Test
  void aConnectionGoesBackToThePoolAfterEachSession() {
    try (SessionFactory factory = factory(Map.of("hibernate.connection.pool_size", "1"))) {
      Mutiny.SessionFactory mutiny = factory.unwrap(Mutiny.SessionFactory.class);

      for (int i = 0; i < 10; i++) {
        Account account = await(mutiny.withSession(session -> session.find(Account.class, 1L)));
        assertThat(account).isNull();
      }
    }
  }

  @Test
  void everySettingOfHibernateReactivesPoolReachesThePool() {
    try (SessionFactory factory = factory(Map.of(
        "hibernate.connection.pool_size", "3", "hibernate.vertx.pool.max_wait_queue_size", "7",
        "hibernate.vertx.pool.connect_timeout", "4321", "hibernate.vertx.pool.idle_timeout", "1234",
        "hibernate.vertx.pool.cleaner_period", "99"))) {
      PoolOptions options = factory.unwrap(SessionFactoryImplementor.class).getServiceRegistry()
          .requireService(SqlClientPoolConfiguration.class).poolOptions();

      assertThat(options.getMaxSize()).isEqualTo(3);
      assertThat(options.getMaxWaitQueueSize()).isEqualTo(7);
      assertThat(options.getConnectionTimeoutUnit().toMillis(options.getConnectionTimeout())).isEqualTo(4321);
      assertThat(options.getIdleTimeoutUnit().toMillis(options.getIdleTimeout())).isEqualTo(1234);
      assertThat(options.getPoolCleanerPeriod()).isEqualTo(99);
    }
  }

  @Test
  void anIdleConnectionIsClosedAfterTheIdleTimeout() {
    try (SessionFactory factory = factory(Map.of(
        "hibernate.vertx.pool.idle_timeout", "1", "hibernate.vertx.pool.cleaner_period", "5"))) {
      await(factory.unwrap(Mutiny.SessionFactory.class).withSession(session -> session.find(Account.class, 1L)));

      Path log = dir.resolve("settings.db-wal");
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (Files.exists(log)) {
        assertThat(System.nanoTime()).as("the last connection is closed within a minute").isLessThan(end);
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  @Test
  void aConfigurationClassMaySetWhatHasNoSetting() {
    try (SessionFactory factory = factory(Map.of(
        "hibernate.vertx.pool.class", SqliteClientPool.class,
        "hibernate.vertx.pool.configuration_class", NoSecondSession.class.getName()))) {
      assertThatThrownBy(() -> await(sessionInsideASession(factory))).hasStackTraceContaining("queue");
    }
  }

  @Test
  void aPoolClassOfTheApplicationIsUsed() {
    try (SessionFactory factory = factory(Map.of("hibernate.vertx.pool.class", OwnPool.class))) {
      assertThat(factory.unwrap(SessionFactoryImplementor.class).getServiceRegistry()
          .requireService(ReactiveConnectionPool.class)).isInstanceOf(OwnPool.class);
      Account account = await(factory.unwrap(Mutiny.SessionFactory.class)
          .withSession(session -> session.find(Account.class, 1L)));
      assertThat(account).isNull();
    }
  }

  @Test
  void theStatementCacheIsOnByDefault() {
    assertThat(SqliteSettings.connectOptions(Map.of(URL, "sqlite:app.db")).getCachePreparedStatements()).isTrue();
  }

  @Test
  void theStatementCacheTakesItsLimits() {
    SqliteConnectOptions options = SqliteSettings.connectOptions(Map.of(URL, "sqlite:app.db",
        "hibernate.vertx.prepared_statement_cache.max_size", "17",
        "hibernate.vertx.prepared_statement_cache.sql_limit", "1024"));

    assertThat(options.getPreparedStatementCacheMaxSize()).isEqualTo(17);
    assertThat(options.getPreparedStatementCacheSqlFilter().test("x".repeat(1025))).isFalse();
  }

  @Test
  void aStatementCacheOfZeroIsOff() {
    assertThat(SqliteSettings.connectOptions(Map.of(URL, "sqlite:app.db",
        "hibernate.vertx.prepared_statement_cache.max_size", "0")).getCachePreparedStatements()).isFalse();
  }

  public static final class OwnPool extends SqliteClientPool {
  }

  public static final class NoSecondSession extends DefaultSqlClientPoolConfiguration {
    @Override
    public PoolOptions poolOptions() {
      return super.poolOptions().setMaxSize(1).setMaxWaitQueueSize(0).setMaxLifetime(60);
    }
  }

  /** Both sessions have a connection at the same time, or the inner one does not open. */
  private static CompletionStage<Account> sessionInsideASession(SessionFactory factory) {
    Stage.SessionFactory stages = factory.unwrap(Stage.SessionFactory.class);
    return stages.withSession(outer -> outer.find(Account.class, 1L)
        .thenCompose(found -> stages.openSession())
        .thenCompose(inner -> inner.find(Account.class, 1L)
            .thenCompose(found -> inner.close().thenApply(closed -> found))));
  }

  private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
    Map<String, Object> more = new HashMap<>(settings);
    more.put(name, value);
    return more;
  }

  private SessionFactory factory(Map<String, Object> settings) {
    return Factories.reactive(dir.resolve("settings.db"), settings, Account.class);
  }
}

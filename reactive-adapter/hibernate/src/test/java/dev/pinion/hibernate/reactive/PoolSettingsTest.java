package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.impl.SqliteSettings;
import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.sqlclient.SqliteConnectOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
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

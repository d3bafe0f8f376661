package dev.pinion.spring.boot;

import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The database, a Vert.x instance unless the application has one, and the {@link Pool}.
 */
@AutoConfiguration
@ConditionalOnSqlite
@EnableConfigurationProperties(PinionProperties.class)
public final class PinionSqlClientAutoConfiguration {

  /** What every connection of the application opens. */
  @Bean
  @ConditionalOnMissingBean
  SqliteConnectOptions sqliteConnectOptions(PinionProperties properties) {
    return properties.connectOptions();
  }

  /** The Vert.x instance, closed last. */
  @Bean
  @ConditionalOnMissingBean(Vertx.class)
  VertxFactoryBean vertx() {
    return new VertxFactoryBean();
  }

  /** The pool, shared with Hibernate Reactive and closed after it. */
  @Bean
  @ConditionalOnMissingBean(Pool.class)
  PoolFactoryBean sqlitePool(Vertx vertx, SqliteConnectOptions options, PinionProperties properties) {
    return new PoolFactoryBean(vertx, options, properties.pool());
  }
}

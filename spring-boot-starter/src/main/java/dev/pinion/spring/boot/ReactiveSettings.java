package dev.pinion.spring.boot;

import dev.pinion.hibernate.reactive.SqliteClientPool;
import dev.pinion.spring.boot.impl.SharedVertxContributor;
import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.reactive.provider.Settings;
import org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy;

/**
 * What Hibernate Reactive is told: to use the context's Vert.x and pool, and to name tables and columns as Spring
 * Boot's JPA does, so that the same entities mean the same tables on the blocking side.
 */
record ReactiveSettings(
    Vertx vertx, Pool pool, SqliteConnectOptions options, PinionProperties.Hibernate properties) {

  Map<String, Object> toMap() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(MappingSettings.PHYSICAL_NAMING_STRATEGY, CamelCaseToUnderscoresNamingStrategy.class.getName());
    settings.put(MappingSettings.IMPLICIT_NAMING_STRATEGY, SpringImplicitNamingStrategy.class.getName());
    settings.put(SchemaToolingSettings.HBM2DDL_AUTO, properties.ddlAuto());
    settings.put(JdbcSettings.SHOW_SQL, properties.showSql());
    settings.putAll(properties.properties());
    settings.put(JdbcSettings.JAKARTA_JDBC_URL, options.toJdbcUrl());
    settings.put(Settings.SQL_CLIENT_POOL, new SharedPool(pool));
    settings.put(SharedVertxContributor.VERTX_SETTING, vertx);
    return settings;
  }

  /** The pool of the context, which closes it after Hibernate. */
  private static final class SharedPool extends SqliteClientPool {

    private final Pool pool;

    private SharedPool(Pool pool) {
      this.pool = pool;
    }

    @Override
    protected Pool createPool(URI none) {
      return pool;
    }

    @Override
    public void stop() {
      // not Hibernate's to close
    }
  }
}

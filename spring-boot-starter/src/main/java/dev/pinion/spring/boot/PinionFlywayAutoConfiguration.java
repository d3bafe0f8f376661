package dev.pinion.spring.boot;

import dev.pinion.sqlclient.SqliteConnectOptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ResourceLoader;

/**
 * Migrates the database before any bean uses it, and keeps Boot's own Flyway off the same file.
 */
@AutoConfiguration(after = PinionSqlClientAutoConfiguration.class, before = FlywayAutoConfiguration.class)
@ConditionalOnSqlite
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class PinionFlywayAutoConfiguration {

  /** The migrations; they have run when the bean is ready. */
  @Bean
  @ConditionalOnBooleanProperty(name = "pinion.sqlite.migrations.enabled", matchIfMissing = true)
  SqliteMigration sqliteMigration(SqliteConnectOptions options, PinionProperties properties,
      ResourceLoader resources, ObjectProvider<FlywayConfigurationCustomizer> customizers) {
    return new SqliteMigration(options, properties.migrations(), resources, customizers.orderedStream().toList());
  }

  /** What Boot's own Flyway does with a data source. */
  @Bean
  @ConditionalOnMissingBean
  FlywayMigrationStrategy sqliteFlywayMigrationStrategy(SqliteConnectOptions options) {
    return new MigrateOtherDatabases(options);
  }
}

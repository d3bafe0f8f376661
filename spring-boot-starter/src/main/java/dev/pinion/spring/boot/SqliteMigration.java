package dev.pinion.spring.boot;

import dev.pinion.flyway.PinionFlyway;
import dev.pinion.sqlclient.SqliteConnectOptions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.core.io.ResourceLoader;

/**
 * Migrates the database while the context starts, on whose thread it waits.
 *
 * <p>Without locations of its own and without Flyway's default location there is nothing to migrate, which is no error.
 */
final class SqliteMigration implements InitializingBean {

  private static final Logger log = LoggerFactory.getLogger(SqliteMigration.class);
  private static final String DEFAULT_LOCATION = "classpath:db/migration";

  private final SqliteConnectOptions options;
  private final List<String> locations;
  private final ResourceLoader resources;
  private final List<FlywayConfigurationCustomizer> customizers;

  SqliteMigration(SqliteConnectOptions options, PinionProperties.Migrations properties, ResourceLoader resources,
      List<FlywayConfigurationCustomizer> customizers) {
    this.options = options;
    this.locations = properties.locations();
    this.resources = resources;
    this.customizers = customizers;
  }

  @Override
  public void afterPropertiesSet() {
    if (locations.isEmpty() && !resources.getResource(DEFAULT_LOCATION).exists()) {
      log.debug("{} is not migrated: there is no {}", options.getPath(), DEFAULT_LOCATION);
      return;
    }
    PinionFlyway.on(options)
        .locations(locations.toArray(String[]::new))
        .configure(flyway -> customizers.forEach(customizer -> customizer.customize(flyway)))
        .migrate().await().indefinitely();
  }
}

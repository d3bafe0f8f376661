package dev.pinion.spring.boot;

import dev.pinion.sqlclient.SqliteConnectOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;

/**
 * Lets Boot's Flyway migrate any database but Pinion's file: on the application's pooled connections, where foreign
 * keys are enforced, rebuilding a table can delete rows of others.
 */
final class MigrateOtherDatabases implements FlywayMigrationStrategy {

  private static final Logger log = LoggerFactory.getLogger(MigrateOtherDatabases.class);

  private final SqliteConnectOptions options;

  MigrateOtherDatabases(SqliteConnectOptions options) {
    this.options = options;
  }

  @Override
  public void migrate(Flyway flyway) {
    if (isPinions(url(flyway))) {
      log.info("{} is left to Pinion (pinion.sqlite.migrations) by Spring Boot's Flyway", options.getPath());
    } else {
      flyway.migrate();
    }
  }

  private boolean isPinions(String url) {
    if (options.isInMemory() || !SqliteConnectOptions.isSqliteUri(url)) {
      return false;
    }
    String file = url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", "");
    return absolute(file).equals(absolute(options.getPath()));
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }

  private static String url(Flyway flyway) {
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
      return connection.getMetaData().getURL();
    } catch (SQLException e) {
      throw new FlywayException("Cannot find out which database Spring Boot's Flyway is to migrate: "
          + e.getMessage(), e);
    }
  }
}

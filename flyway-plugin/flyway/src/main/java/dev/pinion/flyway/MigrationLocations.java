package dev.pinion.flyway;

import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.Configuration;

/** Looks for the migrations before Flyway does, which would first create the database and then miss them. */
final class MigrationLocations {

  private MigrationLocations() {
  }

  static void check(Configuration configuration) {
    if (!configuration.isFailOnMissingLocations()) {
      return;
    }
    for (Location location : configuration.getLocations()) {
      switch (location.getPrefix()) {
        case "classpath:" -> checkClassPath(location, configuration.getClassLoader());
        case "filesystem:" -> checkDirectory(location);
        default -> { } // s3: and the like are Flyway's plugins' to look into
      }
    }
  }

  private static void checkClassPath(Location location, ClassLoader classLoader) {
    if (classLoader.getResource(location.getRootPath()) == null) {
      throw new FlywayException("No migrations: the location " + location + " does not exist on the class path. "
          + "Put them in src/main/resources/" + location.getRootPath()
          + ", or name another location (filesystem:<directory> for a directory)");
    }
  }

  private static void checkDirectory(Location location) {
    if (!Files.isDirectory(Path.of(location.getRootPath()))) {
      throw new FlywayException("No migrations: the location " + location + " is not a directory ("
          + Path.of(location.getRootPath()).toAbsolutePath() + "). Create it, or name another location");
    }
  }
}

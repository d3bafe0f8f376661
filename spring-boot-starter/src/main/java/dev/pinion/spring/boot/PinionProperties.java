package dev.pinion.spring.boot;

import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;

/**
 * The one database of the application.
 *
 * @param path Path of the database file, relative to the working directory if not absolute. Created when missing.
 * @param url The database as a URL, instead of the path, such as 'sqlite:app.db?cache_size=-64000'.
 * @param pragmas Pragmas and options of each connection, named as in a URL, such as 'cache_size' or 'synchronous'.
 * @param pool The Vert.x connection pool.
 * @param migrations Flyway migrations, run before anything else uses the database.
 * @param hibernate Hibernate Reactive.
 */
@ConfigurationProperties("pinion.sqlite")
public record PinionProperties(
    String path,
    String url,
    @DefaultValue Map<String, String> pragmas,
    @DefaultValue Pool pool,
    @DefaultValue Migrations migrations,
    @DefaultValue Hibernate hibernate) {

  private static final String PATH = "pinion.sqlite.path";
  private static final String URL = "pinion.sqlite.url";
  private static final String PRAGMAS = "pinion.sqlite.pragmas";

  /**
   * The Vert.x connection pool.
   *
   * @param maxSize Connections that may be leased at a time.
   * @param maxWaitQueueSize Requests that may wait for a connection; -1 for no limit.
   */
  public record Pool(@DefaultValue("4") int maxSize, @DefaultValue("-1") int maxWaitQueueSize) {

    PoolOptions options() {
      if (maxSize < 1) {
        throw new InvalidConfigurationPropertyValueException("pinion.sqlite.pool.max-size", maxSize,
            "A pool needs at least one connection.");
      }
      return new PoolOptions().setMaxSize(maxSize).setMaxWaitQueueSize(maxWaitQueueSize);
    }
  }

  /**
   * Flyway migrations.
   *
   * @param enabled Whether to migrate the database at start-up.
   * @param locations Where the migrations are, as Flyway writes it. Without any, 'classpath:db/migration' if it exists.
   */
  public record Migrations(@DefaultValue("true") boolean enabled, @DefaultValue List<String> locations) {
  }

  /**
   * Hibernate Reactive.
   *
   * @param ddlAuto What Hibernate does to the schema at start-up: 'none', 'create', 'create-drop', 'drop'.
   * @param showSql Whether to print each statement.
   * @param properties Further settings of Hibernate, by their full name, such as 'hibernate.jdbc.batch_size'.
   */
  public record Hibernate(
      @DefaultValue("none") String ddlAuto,
      @DefaultValue("false") boolean showSql,
      @DefaultValue Map<String, String> properties) {
  }

  /**
   * What to connect to, checked as far as it can be without opening the file.
   *
   * @throws InvalidConfigurationPropertyValueException if a property has a value that cannot work
   * @throws MutuallyExclusiveConfigurationPropertiesException if both path and URL are given
   */
  SqliteConnectOptions connectOptions() {
    MutuallyExclusiveConfigurationPropertiesException.throwIfMultipleNonNullValuesIn(given -> {
      given.put(PATH, path);
      given.put(URL, url);
    });
    SqliteConnectOptions options = path != null ? atPath() : atUrl();
    checkDirectory(options);
    return options;
  }

  private SqliteConnectOptions atPath() {
    if (path.isBlank()) {
      throw new InvalidConfigurationPropertyValueException(PATH, path, "It names no file.");
    }
    checked(PATH, path, () -> new SqliteConnectOptions().setPath(path));
    return checked(PRAGMAS, pragmas,
        () -> new SqliteConnectOptions(new SqlConnectOptions().setDatabase(path).setProperties(parameters())));
  }

  private SqliteConnectOptions atUrl() {
    SqliteConnectOptions options = checked(URL, url, () -> SqliteConnectOptions.fromUri(url));
    if (pragmas.isEmpty()) {
      return options;
    }
    return checked(PRAGMAS, pragmas, () -> SqliteConnectOptions.fromUri(parameters().entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining("&", url + (url.contains("?") ? "&" : "?"), ""))));
  }

  private Map<String, String> parameters() {
    return pragmas.entrySet().stream()
        .collect(Collectors.toMap(pragma -> pragma.getKey().replace('-', '_'), Map.Entry::getValue));
  }

  private void checkDirectory(SqliteConnectOptions options) {
    Path directory = Path.of(options.getPath()).toAbsolutePath().getParent();
    if (!options.isInMemory() && directory != null && !Files.isDirectory(directory)) {
      throw new InvalidConfigurationPropertyValueException(path != null ? PATH : URL, path != null ? path : url,
          "The directory " + directory + " does not exist. Create it, or correct the path.");
    }
  }

  private static SqliteConnectOptions checked(String property, Object value, Supplier<SqliteConnectOptions> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidConfigurationPropertyValueException(property, value, e.getMessage());
    }
  }
}

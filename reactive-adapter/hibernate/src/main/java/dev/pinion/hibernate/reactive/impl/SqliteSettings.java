package dev.pinion.hibernate.reactive.impl;

import dev.pinion.sqlclient.SqliteConnectOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.internal.util.config.ConfigurationHelper;
import org.hibernate.reactive.provider.Settings;

/**
 * Reads what Hibernate's settings say about a SQLite database.
 *
 * <p>The pool's own settings (size, wait queue, time limits) are read by Hibernate Reactive.
 */
public final class SqliteSettings {

  /** Whether a session that is lost without being closed is reported with the stack of its opening; costs time. */
  public static final String LEAK_STACKS = "pinion.leak_stacks";

  /** The URL of the tenants' databases, with {@code {tenant}} where the name of the tenant belongs. */
  public static final String TENANT_URL = "pinion.tenant_url";

  /** How many tenants may be used between start and stop. */
  public static final String TENANT_LIMIT = "pinion.tenant_limit";

  private static final int DEFAULT_TENANT_LIMIT = 1_000;

  /** In the order in which Hibernate lets one win over another. */
  private static final List<String> URL_SETTINGS =
      List.of("hibernate.connection.url", Settings.JAKARTA_JDBC_URL, "javax.persistence.jdbc.url");

  private static final List<String> CREDENTIAL_SETTINGS = List.of(
      Settings.JAKARTA_JDBC_USER, Settings.JAKARTA_JDBC_PASSWORD,
      "hibernate.connection.username", "hibernate.connection.password",
      "javax.persistence.jdbc.user", "javax.persistence.jdbc.password");

  private SqliteSettings() {
  }

  /**
   * The URL among the settings, when it is a SQLite URL.
   *
   * @param settings Hibernate's settings, placeholders resolved or not
   */
  public static Optional<String> url(Map<?, ?> settings) {
    return URL_SETTINGS.stream()
        .map(settings::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(url -> ConfigurationHelper.resolvePlaceHolder(url.toString()).trim())
        .filter(SqliteConnectOptions::isSqliteUri);
  }

  /**
   * What to connect to, and how statements are cached.
   *
   * @param settings Hibernate's settings
   * @throws IllegalArgumentException when they hold no SQLite URL, or one that the driver refuses
   */
  public static SqliteConnectOptions connectOptions(Map<?, ?> settings) {
    return connectOptions(settings, url(settings).orElseThrow(() ->
        new IllegalArgumentException("No SQLite URL in the settings: set " + Settings.JAKARTA_JDBC_URL
            + ", for example to jdbc:sqlite:app.db")));
  }

  /**
   * What to connect to by another URL, and how statements are cached.
   *
   * @param settings Hibernate's settings
   * @param url the URL
   * @throws IllegalArgumentException when the driver refuses it
   */
  public static SqliteConnectOptions connectOptions(Map<?, ?> settings, String url) {
    SqliteConnectOptions options = SqliteConnectOptions.fromUri(url);
    // As Hibernate Reactive does for its own databases: on unless the setting's limit is zero.
    options.setCachePreparedStatements(true);
    Integer cached = ConfigurationHelper.getInteger(Settings.PREPARED_STATEMENT_CACHE_MAX_SIZE, settings);
    if (cached != null && cached <= 0) {
      options.setCachePreparedStatements(false);
    } else if (cached != null) {
      options.setPreparedStatementCacheMaxSize(cached);
    }
    Integer sqlLimit = ConfigurationHelper.getInteger(Settings.PREPARED_STATEMENT_CACHE_SQL_LIMIT, settings);
    if (sqlLimit != null) {
      options.setPreparedStatementCacheSqlLimit(sqlLimit);
    }
    return options;
  }

  /**
   * How the tenants' databases are named.
   *
   * @param settings Hibernate's settings
   * @return empty if there are none
   * @throws IllegalArgumentException if the setting cannot name them
   */
  public static Optional<TenantUrl> tenantUrl(Map<?, ?> settings) {
    return Optional.ofNullable(ConfigurationHelper.getString(TENANT_URL, settings)).map(TenantUrl::new);
  }

  /**
   * How many tenants there may be.
   *
   * @param settings Hibernate's settings
   */
  public static int tenantLimit(Map<?, ?> settings) {
    return ConfigurationHelper.getInt(TENANT_LIMIT, settings, DEFAULT_TENANT_LIMIT);
  }

  /**
   * Whether to remember where sessions are opened.
   *
   * @param settings Hibernate's settings
   */
  public static boolean leakStacks(Map<?, ?> settings) {
    return ConfigurationHelper.getBoolean(LEAK_STACKS, settings, false);
  }

  /**
   * The names of the settings that hold a user or a password; SQLite has neither.
   *
   * @param settings Hibernate's settings
   */
  public static List<String> credentials(Map<?, ?> settings) {
    return CREDENTIAL_SETTINGS.stream()
        .filter(name -> settings.get(name) != null && !settings.get(name).toString().isEmpty())
        .toList();
  }
}

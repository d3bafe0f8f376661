package dev.pinion.hibernate.reactive.impl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.impl.tool.SqliteSchemaTool;
import dev.pinion.hibernate.reactive.SqliteClientPool;
import java.nio.file.Path;
import java.util.Map;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.provider.service.ReactiveSchemaManagementTool;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteServiceContributorTest {

  private static final String URL = "jakarta.persistence.jdbc.url";
  private static final String POOL = "hibernate.vertx.pool.class";

  @TempDir
  Path dir;

  @Test
  void aSqliteUrlSelectsThePool() {
    assertThat(settingsAfter(Map.of(URL, "jdbc:sqlite:app.db"))).containsEntry(POOL, SqliteClientPool.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql://localhost/app", "postgresql://localhost/app", "jdbc:sqlite3:app.db"})
  void anotherDatabasesUrlLeavesTheSettingsAlone(String url) {
    assertThat(settingsAfter(Map.of(URL, url))).doesNotContainKey(POOL);
  }

  @Test
  void noUrlLeavesTheSettingsAlone() {
    assertThat(settingsAfter(Map.of())).doesNotContainKey(POOL);
  }

  @Test
  void aPoolOfTheUsersOwnStays() {
    assertThat(settingsAfter(Map.of(URL, "jdbc:sqlite:app.db", POOL, "com.example.MyPool")))
        .containsEntry(POOL, "com.example.MyPool");
  }

  @Test
  void aPoolConfigurationOfTheUsersOwnStays() {
    assertThat(settingsAfter(Map.of(
        URL, "jdbc:sqlite:app.db", "hibernate.vertx.pool.configuration_class", "com.example.MyConfiguration")))
        .doesNotContainKey(POOL);
  }

  @Test
  void aReactiveRegistryGetsTheSchemaToolForSqlite() {
    assertThat(schemaTool(new ReactiveServiceRegistryBuilder(), "jdbc:sqlite:" + dir.resolve("a.db")))
        .isInstanceOf(SqliteSchemaManagementTool.class);
  }

  @Test
  void aRegistryOfBlockingHibernateKeepsTheToolOfTheDialect() {
    assertThat(schemaTool(new StandardServiceRegistryBuilder(), "jdbc:sqlite:" + dir.resolve("a.db")))
        .isExactlyInstanceOf(SqliteSchemaTool.class);
  }

  @Test
  void aSchemaToolOfTheUsersOwnStays() {
    assertThat(schemaTool(
        new ReactiveServiceRegistryBuilder().applySetting("hibernate.schema_management_tool", MyTool.class),
        "jdbc:sqlite:" + dir.resolve("a.db"))).isExactlyInstanceOf(MyTool.class);
  }

  private static Map<String, Object> settingsAfter(Map<String, Object> settings) {
    StandardServiceRegistryBuilder builder = new ReactiveServiceRegistryBuilder();
    builder.applySettings(settings);
    new SqliteServiceContributor().contribute(builder);
    return builder.getSettings();
  }

  private static SchemaManagementTool schemaTool(StandardServiceRegistryBuilder builder, String url) {
    try (StandardServiceRegistry registry = builder.applySetting(URL, url).build()) {
      return registry.requireService(SchemaManagementTool.class);
    }
  }

  /** The least that a user can write. */
  public static final class MyTool extends ReactiveSchemaManagementTool {
  }
}

package dev.pinion.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.spring.boot.library.Author;
import dev.pinion.spring.boot.library.LibraryApplication;
import dev.pinion.sqlclient.SqliteBuilder;
import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class PinionAutoConfigurationTest {

  private static final String AUTHOR_COLUMNS = "SELECT name FROM pragma_table_info('author') ORDER BY name";

  @TempDir
  private Path directory;

  /** An application without JDBC, but with all of Boot's auto-configurations that it switches on. */
  private final ApplicationContextRunner application = new ApplicationContextRunner()
      .withClassLoader(
          new FilteredClassLoader("com.zaxxer.hikari", "org.springframework.jdbc", "org.springframework.orm"))
      .withConfiguration(AutoConfigurations.of(PinionSqlClientAutoConfiguration.class,
          PinionFlywayAutoConfiguration.class, PinionHibernateReactiveAutoConfiguration.class,
          PinionJdbcAutoConfiguration.class, DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
          HibernateJpaAutoConfiguration.class))
      .withUserConfiguration(Library.class);

  @Test
  void withoutAPathOrAUrlNothingIsConfigured() {
    application.run(context -> assertThat(context).hasNotFailed()
        .doesNotHaveBean(PinionProperties.class).doesNotHaveBean(Pool.class).doesNotHaveBean(Vertx.class));
  }

  @Test
  void aPathGivesAPoolAndBothSessionFactories() {
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"))
        .run(context -> assertThat(context).hasSingleBean(Vertx.class).hasSingleBean(Pool.class)
            .hasSingleBean(Mutiny.SessionFactory.class).hasSingleBean(Stage.SessionFactory.class));
  }

  @Test
  void aUrlGivesTheSame() {
    application.withPropertyValues("pinion.sqlite.url=sqlite:" + directory.resolve("app.db") + "?cache_size=-500")
        .run(context -> assertThat(query(context.getBean(Pool.class), "PRAGMA cache_size")).containsExactly("-500"));
  }

  @Test
  void theDatabaseIsMigratedBeforeItIsUsed() {
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"))
        .run(context -> assertThat(context.getBean(Mutiny.SessionFactory.class)
            .withSession(session -> session.find(Author.class, 1L)).await().indefinitely().getGivenName())
            .isEqualTo("Ursula"));
  }

  @Test
  void migrationsCanBeSwitchedOff() {
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"),
        "pinion.sqlite.migrations.enabled=false").run(context ->
        assertThat(query(context.getBean(Pool.class), "SELECT name FROM sqlite_schema")).isEmpty());
  }

  @Test
  void locationsAndFlywayCustomizersAreUsed() {
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"),
        "pinion.sqlite.migrations.locations=classpath:db/migration,classpath:more")
        .withUserConfiguration(Placeholders.class).run(context ->
        assertThat(query(context.getBean(Pool.class), "SELECT given_name FROM author ORDER BY id"))
            .containsExactly("Ursula", "Octavia"));
  }

  @Test
  void hibernateCanCreateTheSchemaInstead() {
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"),
        "pinion.sqlite.migrations.enabled=false", "pinion.sqlite.hibernate.ddl-auto=create").run(context ->
        assertThat(query(context.getBean(Pool.class), "SELECT name FROM sqlite_schema WHERE type = 'table'"))
            .contains("author", "book"));
  }

  @Test
  void columnsAreNamedAsBootsJpaNamesThem() {
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"),
        "pinion.sqlite.migrations.enabled=false", "pinion.sqlite.hibernate.ddl-auto=create").run(context ->
        assertThat(query(context.getBean(Pool.class), AUTHOR_COLUMNS)).containsExactly("given_name", "id"));
  }

  @Test
  void hibernatesPropertiesArePassedOn() {
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"),
        "pinion.sqlite.migrations.enabled=false", "pinion.sqlite.hibernate.ddl-auto=create",
        "pinion.sqlite.hibernate.properties.hibernate.physical_naming_strategy="
            + PhysicalNamingStrategyStandardImpl.class.getName()).run(context ->
        assertThat(query(context.getBean(Pool.class), AUTHOR_COLUMNS)).containsExactly("givenName", "id"));
  }

  @Test
  void sessionsLeaseTheirConnectionsFromThePool() {
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"),
        "pinion.sqlite.pool.max-size=1", "pinion.sqlite.pool.max-wait-queue-size=0").run(context -> {
          var connection = await(context.getBean(Pool.class).getConnection());
          assertThatThrownBy(() -> context.getBean(Mutiny.SessionFactory.class)
              .withSession(session -> session.find(Author.class, 1L)).await().indefinitely())
              .hasMessageContaining("max wait queue size of 0");
          await(connection.close());
        });
  }

  @Test
  void entityScanNamesThePackages() {
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"))
        .withUserConfiguration(NoEntities.class).run(context ->
        assertThatThrownBy(() -> context.getBean(Mutiny.SessionFactory.class)
            .withSession(session -> session.find(Author.class, 1L)).await().indefinitely())
            .hasMessageContaining("Author"));
  }

  @Test
  void aPoolOfTheApplicationTakesThePlaceOfPinions() {
    Vertx own = Vertx.vertx();
    Pool pool = SqliteBuilder.pool().connectingTo("sqlite:" + directory.resolve("app.db")).using(own).build();
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"))
        .withBean("ownVertx", Vertx.class, () -> own).withBean("ownPool", Pool.class, () -> pool)
        .run(context -> assertThat(context.getBean(Pool.class)).isSameAs(pool));
  }

  @Test
  void aSessionFactoryOfTheApplicationTakesThePlaceOfPinions() {
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db")).run(first ->
        application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"))
            .withBean("own", Stage.SessionFactory.class, () -> first.getBean(Stage.SessionFactory.class))
            .run(context -> assertThat(context).hasBean("own").doesNotHaveBean(Mutiny.SessionFactory.class)));
  }

  @Test
  void pragmasApplyToThePool() {
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"),
        "pinion.sqlite.pragmas.cache_size=-1234", "pinion.sqlite.pragmas.busy-timeout=77").run(context -> {
          assertThat(query(context.getBean(Pool.class), "PRAGMA cache_size")).containsExactly("-1234");
          assertThat(context.getBean(SqliteConnectOptions.class).getBusyTimeout()).isEqualTo(77);
        });
  }

  @Test
  void aVertxOfTheApplicationIsUsedAndLeftOpen() {
    Vertx own = Vertx.vertx();
    application.withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"))
        .withBean("ownVertx", Vertx.class, () -> own, definition -> definition.setDestroyMethodName(""))
        .run(context -> assertThat(context.getBean(Mutiny.SessionFactory.class)
            .withSession(session -> session.find(Author.class, 1L)
                .map(author -> Vertx.currentContext().owner())).await().indefinitely()).isSameAs(own));

    assertThat(await(own.executeBlocking(() -> "open"))).isEqualTo("open");
    await(own.close());
  }

  @Test
  void withJdbcBootsDataSourceIsTheSameFileAndBootsFlywayLeavesItAlone() {
    application.withClassLoader(getClass().getClassLoader())
        .withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db")).run(context -> {
          assertThat(context).hasNotFailed().hasSingleBean(DataSource.class);
          try (var connection = context.getBean(DataSource.class).getConnection();
              var rows = connection.createStatement().executeQuery("SELECT count(*) FROM flyway_schema_history")) {
            assertThat(rows.getInt(1)).isEqualTo(1);
            assertThat(connection.getMetaData().getURL()).contains(directory.resolve("app.db").toString());
          }
        });
  }

  @Test
  void withJdbcAndWithoutMigrationsBootsFlywayLeavesTheFileAloneToo() {
    application.withClassLoader(getClass().getClassLoader())
        .withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"),
            "pinion.sqlite.migrations.enabled=false")
        .run(context -> assertThat(query(context.getBean(Pool.class), "SELECT name FROM sqlite_schema")).isEmpty());
  }

  @Test
  void blockingJpaWaitsForTheMigration() {
    application.withClassLoader(getClass().getClassLoader())
        .withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"),
            "spring.jpa.hibernate.ddl-auto=none").run(context -> assertThat(
            context.getBeanFactory().getDependenciesForBean("entityManagerFactory")).contains("sqliteMigration"));
  }

  @Test
  void withJdbcOfItsOwnTheApplicationKeepsIt() {
    application.withClassLoader(getClass().getClassLoader())
        .withPropertyValues("pinion.sqlite.path=" + directory.resolve("app.db"),
            "spring.datasource.url=jdbc:sqlite:" + directory.resolve("other.db")).run(context -> {
              assertThat(context).hasNotFailed();
              try (var connection = context.getBean(DataSource.class).getConnection();
                  var rows = connection.createStatement().executeQuery("SELECT given_name FROM author")) {
                assertThat(rows.getString(1)).isEqualTo("Ursula");
                assertThat(connection.getMetaData().getURL()).endsWith("other.db");
              }
            });
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  private static List<String> query(Pool pool, String sql) {
    var rows = await(pool.query(sql).execute());
    return StreamSupport.stream(rows.spliterator(), false).map(row -> String.valueOf(row.getValue(0))).toList();
  }

  @Configuration(proxyBeanMethods = false)
  @AutoConfigurationPackage(basePackageClasses = LibraryApplication.class)
  static class Library {
  }

  @Configuration(proxyBeanMethods = false)
  @EntityScan("no.entities.here")
  static class NoEntities {
  }

  @Configuration(proxyBeanMethods = false)
  static class Placeholders {

    @Bean
    FlywayConfigurationCustomizer name() {
      return flyway -> flyway.placeholders(Map.of("name", "Octavia"));
    }
  }
}

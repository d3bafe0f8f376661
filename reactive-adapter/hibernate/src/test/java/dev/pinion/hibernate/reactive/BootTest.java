package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.model.Author;
import dev.pinion.hibernate.reactive.model.Book;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import dev.pinion.hibernate.reactive.support.SqlLog;
import dev.pinion.hibernate.reactive.support.UnitInCode;
import io.vertx.core.Vertx;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.provider.ReactivePersistenceProvider;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootTest {

  @TempDir
  Path dir;

  @Test
  void aPersistenceUnitNeedsNothingButItsUrl() {
    Path file = dir.resolve("unit.db");
    System.setProperty("pinion.test.file", file.toString());
    try (EntityManagerFactory unit = Persistence.createEntityManagerFactory("library")) {
      await(unit.unwrap(Mutiny.SessionFactory.class)
          .withTransaction(session -> session.persist(new Author("Mutiny"))));
      await(unit.unwrap(Stage.SessionFactory.class)
          .withTransaction(session -> session.persist(new Author("Stage"))));
    } finally {
      System.clearProperty("pinion.test.file");
    }
    assertThat(Raw.rows(file, "select name from author order by id")).containsExactly("Mutiny", "Stage");
  }

  @Test
  void aUrlGivenAtCreationWinsOverThePersistenceUnits() {
    Path file = dir.resolve("given.db");
    try (EntityManagerFactory unit = Persistence.createEntityManagerFactory(
        "library", Map.of("jakarta.persistence.jdbc.url", "jdbc:sqlite:" + file))) {
      await(unit.unwrap(Mutiny.SessionFactory.class)
          .withTransaction(session -> session.persist(new Author("Ursula"))));
    }
    assertThat(Raw.value(file, "select name from author")).isEqualTo("Ursula");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jakarta.persistence.jdbc.url", "javax.persistence.jdbc.url", "hibernate.connection.url"})
  void theUrlMayStandUnderAnyOfHibernatesNames(String setting) {
    Path file = dir.resolve("named.db");
    Configuration configuration = new Configuration().addAnnotatedClass(Account.class);
    configuration.setProperty(setting, "sqlite:" + file);
    configuration.setProperty("hibernate.hbm2ddl.auto", "create");

    configuration.buildSessionFactory(
        new ReactiveServiceRegistryBuilder().applySettings(configuration.getProperties()).build()).close();

    assertThat(Raw.tables(file)).containsExactly("Account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space.db", "100%.db", "ünïcode.db", "a#b.db"})
  void aPathNeedNotBeAUri(String name) {
    Path file = dir.resolve(name);

    Factories.reactive(file, Account.class).close();

    assertThat(Raw.tables(file)).containsExactly("Account");
  }

  @Test
  void aRelativePathStartsAtTheWorkingDirectory() {
    Path working = Path.of("").toAbsolutePath();
    Path file = working.relativize(dir.resolve("relative.db").toAbsolutePath());

    Factories.reactive(file, Account.class).close();

    assertThat(Raw.tables(dir.resolve("relative.db"))).containsExactly("Account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite:%s", "jdbc:sqlite:%s", "sqlite://%s", "jdbc:sqlite:file:%s", "JDBC:SQLITE:%s",
      "sqlite:%s?cache_size=-1000&synchronous=normal"})
  void theUrlMayBeSpelledInAnyWayOfTheDrivers(String url) {
    Path file = dir.resolve("spelled.db");

    Factories.reactive(url.formatted(file.toAbsolutePath()), Map.of(), Account.class).close();

    assertThat(Raw.tables(file)).containsExactly("Account");
  }

  @Test
  void theJakartaBootstrapNeedsNoPersistenceXml() {
    Path file = dir.resolve("jakarta.db");
    try (EntityManagerFactory unit = new ReactivePersistenceProvider().createContainerEntityManagerFactory(
        new UnitInCode(Author.class, Book.class), Map.of(
            "jakarta.persistence.jdbc.url", "jdbc:sqlite:" + file, "hibernate.hbm2ddl.auto", "create"))) {
      await(unit.unwrap(Mutiny.SessionFactory.class)
          .withTransaction(session -> session.persist(new Author("Ursula"))));
    }
    assertThat(Raw.value(file, "select name from author")).isEqualTo("Ursula");
  }

  @Test
  void aMemoryDatabaseLivesAsLongAsTheFactory() {
    try (SessionFactory factory = Factories.reactive("jdbc:sqlite::memory:", Map.of(), Account.class)) {
      Mutiny.SessionFactory mutiny = factory.unwrap(Mutiny.SessionFactory.class);
      await(mutiny.withTransaction(session -> session.persist(new Account(1, 42))));

      assertThat(await(mutiny.withSession(session -> session.find(Account.class, 1L))).balance()).isEqualTo(42);
    }
  }

  @Test
  void parametersOfTheUrlReachTheDriver() {
    try (SessionFactory factory = Factories.reactive(
        "jdbc:sqlite:" + dir.resolve("options.db") + "?synchronous=NORMAL", Map.of(), Account.class)) {
      Object synchronous = await(factory.unwrap(Mutiny.SessionFactory.class).withSession(session ->
          session.createNativeQuery("pragma synchronous", Object.class).getSingleResult()));

      assertThat(synchronous).hasToString("1");
    }
  }

  @Test
  void anExplicitDialectWorksToo() {
    Path file = dir.resolve("dialect.db");

    Factories.reactive(file, Map.of("hibernate.dialect", "dev.pinion.dialect.SqliteDialect"), Account.class).close();

    assertThat(Raw.tables(file)).containsExactly("Account");
  }

  @Test
  void credentialsAreIgnoredWithOneWarningThatNamesTheSettingsOnly() {
    try (SqlLog log = SqlLog.of(SqliteClientPool.class)) {
      Factories.reactive(dir.resolve("credentials.db"), Map.of(
          "jakarta.persistence.jdbc.user", "scott", "jakarta.persistence.jdbc.password", "tiger"),
          Account.class).close();

      assertThat(log.lines()).singleElement().asString()
          .contains("jakarta.persistence.jdbc.user", "jakarta.persistence.jdbc.password")
          .doesNotContain("scott", "tiger");
    }
  }

  @Test
  void aVertxThatIsProvidedIsUsedAndLeftOpen() {
    Vertx vertx = Vertx.vertx();

    Factories.reactive(vertx, dir.resolve("provided.db"), Map.of(), Account.class).close();

    assertThat(await(vertx.executeBlocking(() -> "alive").toCompletionStage())).isEqualTo("alive");
    await(vertx.close().toCompletionStage());
  }

  @Test
  void aFactoryMayBeCreatedOnAVertxWorker() {
    Path file = dir.resolve("worker.db");
    Vertx vertx = Vertx.vertx();

    await(vertx.executeBlocking(() -> {
      Factories.reactive(file, Account.class).close();
      return null;
    }).toCompletionStage());

    await(vertx.close().toCompletionStage());
    assertThat(Raw.tables(file)).containsExactly("Account");
  }

  @Test
  void theChosenPoolIsPinions() {
    try (SessionFactory factory = Factories.reactive(dir.resolve("pool.db"), Account.class)) {
      assertThat(factory.unwrap(SessionFactoryImplementor.class).getServiceRegistry()
          .requireService(ReactiveConnectionPool.class)).isInstanceOf(SqliteClientPool.class);
    }
  }
}

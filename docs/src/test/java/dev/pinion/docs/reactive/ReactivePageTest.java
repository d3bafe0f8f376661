package dev.pinion.docs.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the page do what the page says. */
class ReactivePageTest {

  @TempDir
  Path directory;

  private final FactorySnippets factories = new FactorySnippets();
  private final SessionSnippets snippets = new SessionSnippets();
  private Mutiny.SessionFactory sessions;

  @BeforeEach
  void open() {
    sessions = factories.fromCode();
  }

  @AfterEach
  void close() {
    sessions.close();
  }

  @Test
  void what_is_persisted_is_found_and_changed() {
    await(snippets.persistAll(sessions, List.of(new Ship("Pequod", 30), new Ship("Rachel", 25))));
    await(snippets.enlist(sessions, 1));

    assertThat(await(snippets.find(sessions, 1)).crew).isEqualTo(31);
  }

  @Test
  void a_persistence_unit_needs_the_url() {
    Mutiny.SessionFactory unit = factories.fromXml("jdbc:sqlite:" + directory.resolve("unit.db"));
    try {
      assertThat(await(snippets.raise(unit))).isZero();
    } finally {
      unit.close();
    }
  }

  @Test
  void stages_find_it_too() {
    try (SessionFactory factory = configuration(directory.resolve("stages.db"))) {
      await(snippets.persistAll(factory.unwrap(Mutiny.SessionFactory.class), List.of(new Ship("Pequod", 30))));
      Ship found = snippets.findStage(factory.unwrap(Stage.SessionFactory.class), 1).toCompletableFuture().join();

      assertThat(found.name).isEqualTo("Pequod");
    }
  }

  @Test
  void a_factory_works_on_the_vertx_that_is_given() {
    Vertx vertx = Vertx.vertx();
    Configuration configuration = new Configuration().addAnnotatedClass(Ship.class)
        .setProperty("jakarta.persistence.jdbc.url", "jdbc:sqlite::memory:")
        .setProperty("hibernate.hbm2ddl.auto", "create");
    try (SessionFactory factory = factories.onVertx(vertx, configuration)) {
      assertThat(await(snippets.raise(factory.unwrap(Mutiny.SessionFactory.class)))).isZero();
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_pool_class_may_name_the_files_of_tenants() {
    UUID customer = UUID.randomUUID();

    assertThat(new FactorySnippets.CustomerPools().tenantOptions(customer.toString()))
        .hasValueSatisfying(options -> assertThat(options.getPath()).endsWith(customer + ".db"));
  }

  @Test
  void a_report_reads_one_moment() {
    await(snippets.insertAll(sessions, List.of(new Ship("Pequod", 30), new Ship("Rachel", 25))));

    assertThat(await(snippets.report(sessions))).isEqualTo("2 ships, 55 sailors");
  }

  @Test
  void an_update_by_query_tells_its_rows() {
    await(snippets.insertAll(sessions, List.of(new Ship("Pequod", 30), new Ship("Dinghy", 2))));

    assertThat(await(snippets.raise(sessions))).isEqualTo(1);
  }

  @Test
  void what_can_be_retried_is_done_once_if_nothing_is_in_its_way() {
    await(snippets.insertAll(sessions, List.of(new Ship("Pequod", 30))));
    await(snippets.retry(sessions, 1));
    await(snippets.patient(sessions, 1));

    assertThat(await(snippets.find(sessions, 1)).crew).isEqualTo(32);
  }

  @Test
  void a_tenant_has_a_file_of_its_own() {
    configuration(directory.resolve("acme.db")).close();
    try (SessionFactory factory = configuration(directory.resolve("main.db"),
        "pinion.tenant_url", "jdbc:sqlite:" + directory + "/{tenant}.db?mode=rw")) {
      await(snippets.tenant(factory.unwrap(Mutiny.SessionFactory.class)));
    }
    try (SessionFactory factory = configuration(directory.resolve("acme.db"), "hibernate.hbm2ddl.auto", "none")) {
      assertThat(await(snippets.find(factory.unwrap(Mutiny.SessionFactory.class), 1)).name).isEqualTo("Pequod");
    }
  }

  private static SessionFactory configuration(Path file, String... setting) {
    Configuration configuration = new Configuration().addAnnotatedClass(Ship.class)
        .setProperty("jakarta.persistence.jdbc.url", "jdbc:sqlite:" + file)
        .setProperty("hibernate.hbm2ddl.auto", "create");
    if (setting.length > 0) {
      configuration.setProperty(setting[0], setting[1]);
    }
    return configuration.buildSessionFactory(
        new ReactiveServiceRegistryBuilder().applySettings(configuration.getProperties()).build());
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(60));
  }
}

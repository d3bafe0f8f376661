package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database by tenant: each has a file. */
class TenancyTest {

  @TempDir
  Path dir;

  private SessionFactory sessionFactory;
  private Mutiny.SessionFactory factory;

  @BeforeEach
  void createTheTablesOfEachTenant() {
    for (String tenant : List.of("acme", "globex")) {
      Factories.reactive(dir.resolve(tenant + ".db"), Account.class).close();
    }
    open(Map.of());
  }

  @AfterEach
  void close() {
    sessionFactory.close();
  }

  @Test
  void a_tenant_sees_its_own_rows_only() {
    await(factory.withTransaction("acme", (session, transaction) -> session.persist(new Account(1, 10))));
    await(factory.withTransaction("globex", (session, transaction) -> session.persist(new Account(1, 20))));

    assertThat(balance("acme")).isEqualTo(10);
    assertThat(balance("globex")).isEqualTo(20);
    assertThat(Raw.rows(dir.resolve("acme.db"), "select balance from account")).containsExactly("10");
    assertThat(Raw.rows(dir.resolve("globex.db"), "select balance from account")).containsExactly("20");
  }

  @Test
  void sessions_of_two_tenants_may_be_open_at_once() {
    await(factory.withTransaction("acme", (acme, one) -> factory.withTransaction("globex", (globex, two) ->
        acme.persist(new Account(1, 10)).chain(() -> globex.persist(new Account(1, 20))))));

    assertThat(balance("acme")).isEqualTo(10);
    assertThat(balance("globex")).isEqualTo(20);
  }

  @Test
  void stages_and_stateless_sessions_have_tenants_too() {
    Stage.SessionFactory stages = sessionFactory.unwrap(Stage.SessionFactory.class);
    await(stages.withTransaction("acme", (session, transaction) -> session.persist(new Account(1, 10))));
    await(factory.withStatelessTransaction("globex", (session, transaction) -> session.insert(new Account(1, 20))));

    assertThat(balance("acme")).isEqualTo(10);
    assertThat(balance("globex")).isEqualTo(20);
  }

  @Test
  void a_read_transaction_is_one_tenants() {
    await(factory.withTransaction("acme", (session, transaction) -> session.persist(new Account(1, 10))));

    Account account =
        await(PinionReads.withReadTransaction(factory, "acme", session -> session.find(Account.class, 1L)));
    assertThat(account.balance()).isEqualTo(10);
  }

  @Test
  void a_session_without_a_tenant_is_refused() {
    assertThatThrownBy(() -> await(factory.withSession(session -> session.find(Account.class, 1L))))
        .hasStackTraceContaining("no tenant identifier");
  }

  @Test
  void a_resolver_names_the_tenant_of_sessions_that_are_opened_without_one() {
    close();
    open(Map.of("hibernate.tenant_identifier_resolver", AlwaysGlobex.class));
    await(factory.withTransaction(session -> session.persist(new Account(1, 20))));

    assertThat(Raw.rows(dir.resolve("globex.db"), "select balance from account")).containsExactly("20");
    assertThat(Raw.rows(dir.resolve("acme.db"), "select balance from account")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../acme", "a/b", "a\\b", "/etc/passwd", "acme?mode=rwc", "acme.db?x=1",
      "acme%2f", "Acme", "-", "a b", "acme\u0000", "{tenant}", ":memory:", "café"})
  void a_name_that_could_lead_elsewhere_is_refused_and_nothing_is_created(String name) throws IOException {
    assertThatThrownBy(() -> await(factory.withSession(name, session -> session.find(Account.class, 1L))))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("tenant");

    try (Stream<Path> files = Files.walk(dir)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .allMatch(file -> file.matches("(acme|globex|main)\\.db(-wal|-shm)?"));
    }
  }

  @Test
  void each_tenant_has_the_bounds_of_the_settings_to_itself() {
    close();
    open(Map.of("hibernate.connection.pool_size", "1", "hibernate.vertx.pool.max_wait_queue_size", "0"));

    await(factory.withSession("acme", acme -> acme.find(Account.class, 1L)
        .chain(() -> factory.withSession("globex", globex -> globex.find(Account.class, 1L)))));
    assertThatThrownBy(() -> await(factory.withSession("acme", acme -> acme.find(Account.class, 1L)
        .chain(() -> factory.openSession("acme"))))).hasStackTraceContaining("queue");
  }

  @Test
  void the_number_of_tenants_is_bounded() {
    close();
    open(Map.of("pinion.tenant_limit", "1"));
    await(factory.withSession("acme", session -> session.find(Account.class, 1L)));

    assertThatThrownBy(() -> await(factory.withSession("globex", session -> session.find(Account.class, 1L))))
        .hasMessageContaining("pinion.tenant_limit");
  }

  @Test
  void closing_the_factory_closes_the_pools_of_the_tenants() throws IOException {
    await(Uni.join().all(IntStream.range(0, 8).mapToObj(i -> factory.withTransaction(i % 2 == 0 ? "acme" : "globex",
        (session, transaction) -> session.persist(new Account(i, i)))).toList()).andFailFast());
    close();

    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("main.db", "acme.db", "globex.db");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:sqlite:tenant.db", "jdbc:sqlite:{tenant}/{tenant}.db", "jdbc:sqlite:a.db?x={tenant}",
      "jdbc:sqlite:{tenant}.db?chache_size=1", "postgresql://{tenant}"})
  void a_template_that_cannot_name_the_tenants_is_refused_at_the_start(String template) {
    assertThatThrownBy(() -> Factories.reactive(
        dir.resolve("main.db"), Map.of("pinion.tenant_url", template), Account.class))
        .hasStackTraceContaining(template);
  }

  public static final class AlwaysGlobex implements CurrentTenantIdentifierResolver<String> {
    @Override
    public String resolveCurrentTenantIdentifier() {
      return "globex";
    }

    @Override
    public boolean validateExistingCurrentSessions() {
      return false;
    }
  }

  private void open(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("pinion.tenant_url", "jdbc:sqlite:" + dir + "/{tenant}.db?mode=rw");
    sessionFactory = Factories.reactive(dir.resolve("main.db"), settings, Account.class);
    factory = sessionFactory.unwrap(Mutiny.SessionFactory.class);
  }

  private long balance(String tenant) {
    Account account = await(factory.withSession(tenant, session -> session.find(Account.class, 1L)));
    return account.balance();
  }
}

package dev.pinion.jdbc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HibernateTest extends DataSourceTest {

  private static final int TRANSACTIONS = 200;

  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private SessionFactory factory;

  @BeforeEach
  void start() {
    Configuration configuration = new Configuration().addAnnotatedClass(Account.class)
        .setProperty(AvailableSettings.HBM2DDL_AUTO, "create")
        .setProperty(AvailableSettings.USE_GET_GENERATED_KEYS, "true");
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
    factory = configuration.buildSessionFactory();
    factory.inTransaction(session -> session.persist(new Account()));
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    factory.close();
  }

  @Test
  void of_many_sessions_that_read_and_then_write_none_is_lost() throws Exception {
    List<Future<?>> transactions = new ArrayList<>();
    for (int i = 0; i < TRANSACTIONS; i++) {
      transactions.add(threads.submit(() ->
          factory.inTransaction(session -> session.find(Account.class, 1L).balance++)));
    }
    for (Future<?> transaction : transactions) {
      transaction.get(60, SECONDS);
    }
    assertThat(factory.<Integer>fromSession(session -> session.find(Account.class, 1L).balance))
        .isEqualTo(TRANSACTIONS);
  }

  @Test
  void a_session_reads_while_another_one_writes() {
    factory.inTransaction(writer -> {
      writer.find(Account.class, 1L).balance = 5;
      writer.flush();
      assertThat(factory.<Integer>fromSession(reader -> reader.find(Account.class, 1L).balance)).isZero();
    });
  }

  @Entity(name = "Account")
  static class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    int balance;
  }
}

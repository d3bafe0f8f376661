package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.SqlLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostSessionTest {

  @TempDir
  Path dir;

  @Test
  void the_connection_of_a_session_that_is_never_closed_goes_back_with_a_warning() {
    try (SessionFactory factory = factory(Map.of()); SqlLog log = SqlLog.of("dev.pinion.hibernate.reactive")) {
      loseASession(factory.unwrap(Mutiny.SessionFactory.class));
      awaitWarning(log);

      await(factory.unwrap(Mutiny.SessionFactory.class)
          .withTransaction(session -> session.persist(new Account(2, 0))));
      assertThat(log.lines()).singleElement().asString().contains("lost without being closed", "pinion.leak_stacks");
    }
  }

  @Test
  void if_wanted_the_warning_says_where_the_session_was_opened() {
    try (SessionFactory factory = factory(Map.of("pinion.leak_stacks", "true"));
        SqlLog log = SqlLog.of("dev.pinion.hibernate.reactive")) {
      loseASession(factory.unwrap(Mutiny.SessionFactory.class));
      awaitWarning(log);

      assertThat(log.stacks()).contains("SqliteClientPool.getConnection");
    }
  }

  private static void loseASession(Mutiny.SessionFactory factory) {
    await(factory.openSession().call(session -> session.find(Account.class, 1L)).replaceWithVoid());
  }

  private static void awaitWarning(SqlLog log) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (log.lines().isEmpty()) {
      assertThat(System.nanoTime()).as("the lost session is found within a minute").isLessThan(end);
      System.gc();
      LockSupport.parkNanos(10_000_000);
    }
  }

  private SessionFactory factory(Map<String, Object> settings) {
    Map<String, Object> onlyOne = new HashMap<>(settings);
    onlyOne.put("hibernate.connection.pool_size", "1");
    return Factories.reactive(dir.resolve("lost.db"), onlyOne, Account.class);
  }
}

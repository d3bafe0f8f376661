package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.model.Author;
import dev.pinion.hibernate.reactive.model.Book;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import dev.pinion.hibernate.reactive.support.SqlLog;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {

  @TempDir
  Path dir;

  private Path file;
  private Mutiny.SessionFactory factory;

  @BeforeEach
  void open() {
    file = dir.resolve("batch.db");
    factory = Factories.reactive(file, Map.of("hibernate.jdbc.batch_size", "10"),
        Account.class, Author.class, Book.class).unwrap(Mutiny.SessionFactory.class);
  }

  @AfterEach
  void close() {
    factory.close();
  }

  @Test
  void aFlushSendsOneBatchPerBatchSize() {
    try (SqlLog log = SqlLog.statements()) {
      await(factory.withTransaction(session -> session.persistAll(accounts(1, 30))));

      assertThat(log.count("insert into Account")).isEqualTo(3);
    }
    assertThat(Raw.value(file, "select count(*) from account")).isEqualTo("30");
  }

  @Test
  void withoutASettingStatementsAreSentOneByOne() {
    Mutiny.SessionFactory plain = Factories.reactive(dir.resolve("plain.db"), Account.class)
        .unwrap(Mutiny.SessionFactory.class);
    try (SqlLog log = SqlLog.statements()) {
      await(plain.withTransaction(session -> session.persistAll(accounts(1, 3))));

      assertThat(log.count("insert into Account")).isEqualTo(3);
    } finally {
      plain.close();
    }
  }

  @Test
  void anUpdateOfManyEntitiesIsBatched() {
    await(factory.withTransaction(session -> session.persistAll(accounts(1, 20))));

    try (SqlLog log = SqlLog.statements()) {
      await(factory.withTransaction(session -> session
          .createSelectionQuery("from Account", Account.class).getResultList()
          .invoke(accounts -> accounts.forEach(account -> account.deposit(5)))));

      assertThat(log.count("update Account")).isEqualTo(2);
    }
    assertThat(Raw.value(file, "select sum(balance) from account")).isEqualTo("100");
  }

  @Test
  void insertAllOfAStatelessSessionIsOneBatch() {
    try (SqlLog log = SqlLog.statements()) {
      await(factory.withStatelessTransaction(session -> session.insertAll(100, accounts(1, 100))));

      assertThat(log.count("insert into Account")).isEqualTo(1);
    }
    assertThat(Raw.value(file, "select count(*) from account")).isEqualTo("100");
  }

  @Test
  void insertAllGivesIdentityIds() {
    Author first = new Author("one");
    Author second = new Author("two");

    await(factory.withStatelessTransaction(session -> session.insertAll(first, second)));

    assertThat(first.id()).isEqualTo(1L);
    assertThat(second.id()).isEqualTo(2L);
  }

  private static Object[] accounts(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(id -> new Account(id, 0)).toArray();
  }
}

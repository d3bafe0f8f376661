package dev.pinion.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.jdbc.PinionDataSource;
import dev.pinion.spring.boot.library.Author;
import dev.pinion.spring.boot.library.LibraryApplication;
import io.vertx.sqlclient.Pool;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BlockingDataSourceTest {

  @TempDir
  Path directory;

  private void withApplication(Consumer<ConfigurableApplicationContext> test, String... properties) {
    try (var context = new SpringApplicationBuilder(LibraryApplication.class).web(WebApplicationType.NONE)
        .properties("pinion.sqlite.path=" + directory.resolve("app.db"), "spring.jpa.hibernate.ddl-auto=none")
        .properties(properties).run()) {
      test.accept(context);
    }
  }

  @Test
  void theDataSourceIsPinionsAndTakesHikarisSettings() {
    withApplication(context -> {
      var dataSource = context.getBean(PinionDataSource.class);
      assertThat(dataSource.getMaximumPoolSize()).isEqualTo(3);
      assertThat(dataSource.getPoolName()).isEqualTo("blocking");
      assertThat(context.getBean(JdbcTemplate.class).queryForObject("PRAGMA cache_size", Integer.class))
          .isEqualTo(-1234);
    }, "spring.datasource.hikari.maximum-pool-size=3", "spring.datasource.hikari.pool-name=blocking",
        "pinion.sqlite.pragmas.cache-size=-1234");
  }

  @Test
  void bootsOwnPropertiesMakeOneToo() {
    withApplication(context -> {
      var dataSource = (PinionDataSource) context.getBean(DataSource.class);
      assertThat(dataSource.getJdbcUrl()).endsWith("other.db");
      assertThat(context.getBean(JdbcTemplate.class).queryForObject("PRAGMA foreign_keys", Integer.class)).isOne();
    }, "spring.datasource.url=jdbc:sqlite:" + directory.resolve("other.db"),
        "spring.datasource.type=" + PinionDataSource.class.getName());
  }

  @Test
  void aReadOnlyTransactionDoesNotWaitForAReactiveWriter() {
    withApplication(context -> {
      var writer = await(context.getBean(Pool.class).getConnection());
      var transaction = await(writer.begin());
      await(writer.query("UPDATE author SET given_name = 'Nobody'").execute());

      var reading = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
      reading.setReadOnly(true);
      var entities = SharedEntityManagerCreator.createSharedEntityManager(
          context.getBean("entityManagerFactory", EntityManagerFactory.class));
      String name = reading.execute(status ->
          entities.createQuery("select a.givenName from Author a", String.class).getSingleResult());
      assertThat(name).isEqualTo("Ursula");

      await(transaction.rollback());
      await(writer.close());
    });
  }

  @Test
  void aWriteWaitsForAReactiveWriterAtTheGate() {
    withApplication(context -> {
      var writer = await(context.getBean(Pool.class).getConnection());
      var transaction = await(writer.begin());
      assertThatThrownBy(() -> context.getBean(JdbcTemplate.class).update("DELETE FROM author"))
          .hasStackTraceContaining("write_gate_timeout");
      await(transaction.rollback());
      await(writer.close());
      new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status ->
          SharedEntityManagerCreator.createSharedEntityManager(
              context.getBean("entityManagerFactory", EntityManagerFactory.class)).persist(new Author("Octavia")));
      assertThat(context.getBean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM author", Integer.class))
          .isEqualTo(2);
    }, "pinion.sqlite.pragmas.write-gate-timeout=100");
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}

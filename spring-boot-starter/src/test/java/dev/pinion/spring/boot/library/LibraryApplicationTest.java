package dev.pinion.spring.boot.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@DirtiesContext
class LibraryApplicationTest {

  @TempDir
  private static Path directory;

  @Autowired
  private ApplicationContext context;
  @Autowired
  private Vertx vertx;
  @Autowired
  private Pool pool;
  @Autowired
  private Mutiny.SessionFactory mutiny;
  @Autowired
  private Stage.SessionFactory stage;
  @Autowired
  private EntityManagerFactory blocking;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("pinion.sqlite.path", () -> directory.resolve("library.db").toString());
  }

  @Test
  void runsOnTheVersionsThatBootManages() {
    assertThat(Flyway.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("flyway-core-11.7.2.jar");
    assertThat(org.sqlite.JDBC.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("sqlite-jdbc-3.49.1.0.jar");
  }

  @Test
  void whatAMutinySessionPersistsAStageSessionFinds() {
    Long id = mutiny.withTransaction(session -> {
      Author author = new Author("Octavia");
      return session.persist(author).replaceWith(author);
    }).map(Author::getId).await().indefinitely();

    String name = stage.withSession(session -> session.find(Author.class, id)).toCompletableFuture().join()
        .getGivenName();

    assertThat(name).isEqualTo("Octavia");
  }

  @Test
  void aSessionReadsWhatTheMigrationInserted() {
    Author author = mutiny.withSession(session -> session.find(Author.class, 1L)).await().indefinitely();

    assertThat(author.getGivenName()).isEqualTo("Ursula");
  }

  @Test
  void thePoolReadsWhatASessionWrote() {
    mutiny.withTransaction(session -> session.find(Author.class, 1L)
        .chain(author -> session.persist(new Book("The Word for World is Forest", author)))).await().indefinitely();

    var rows = pool.query("SELECT title FROM book").execute().toCompletionStage().toCompletableFuture().join();

    assertThat(StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString("title")))
        .contains("The Word for World is Forest");
  }

  @Test
  void blockingJpaReadsWhatAReactiveSessionWrote() {
    Long id = mutiny.withTransaction(session -> {
      Author author = new Author("Stanisław");
      return session.persist(author).replaceWith(author);
    }).map(Author::getId).await().indefinitely();

    try (EntityManager entities = blocking.createEntityManager()) {
      assertThat(entities.find(Author.class, id).getGivenName()).isEqualTo("Stanisław");
    }
  }

  @Test
  void sessionsRunOnTheVertxOfTheContext() {
    Vertx owner = mutiny.withSession(session -> session.find(Author.class, 1L)
        .map(author -> Vertx.currentContext().owner())).await().indefinitely();

    assertThat(owner).isSameAs(vertx);
  }

  @Test
  void theOnlyEntityManagerFactoryIsThatOfBlockingJpa() {
    assertThat(context.getBeansOfType(EntityManagerFactory.class)).isEqualTo(Map.of("entityManagerFactory", blocking));
  }

  @Test
  void flywayRanOnce() {
    var rows = pool.query("SELECT script FROM flyway_schema_history").execute()
        .toCompletionStage().toCompletableFuture().join();

    assertThat(rows.size()).isEqualTo(1);
  }
}

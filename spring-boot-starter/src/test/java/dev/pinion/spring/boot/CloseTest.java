package dev.pinion.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.spring.boot.library.Author;
import dev.pinion.spring.boot.library.LibraryApplication;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class CloseTest {

  @TempDir
  private Path directory;

  @Test
  void aClosedContextLeavesNoThread() throws InterruptedException {
    Set<Thread> before = threads();
    try (ConfigurableApplicationContext context = start()) {
      use(context);
    }

    assertThat(remaining(before)).isEmpty();
  }

  @Test
  void aClosedContextLeavesNoWriteAheadLog() {
    try (ConfigurableApplicationContext context = start()) {
      use(context);
    }

    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("app.db", "app.db-migration.lock");
  }

  @Test
  void sessionFactoriesCloseBeforeThePoolAndThePoolBeforeVertx() {
    ConfigurableApplicationContext context = start();
    var beans = context.getBeanFactory();

    assertThat(beans.getDependenciesForBean("mutinySessionFactory")).contains("reactivePersistence");
    assertThat(beans.getDependenciesForBean("stageSessionFactory")).contains("reactivePersistence");
    assertThat(beans.getDependenciesForBean("reactivePersistence")).contains("sqlitePool", "vertx");
    assertThat(beans.getDependenciesForBean("sqlitePool")).contains("vertx", "sqliteMigration");
    context.close();
  }

  @Test
  void createDropStillFindsItsPool() {
    try (ConfigurableApplicationContext context = start("--pinion.sqlite.migrations.enabled=false",
        "--pinion.sqlite.hibernate.ddl-auto=create-drop")) {
      assertThat(context.getBean(Mutiny.SessionFactory.class).isOpen()).isTrue();
    }

    try (ConfigurableApplicationContext context = start("--pinion.sqlite.migrations.enabled=false")) {
      assertThat(context.getBean(Pool.class).query("SELECT name FROM sqlite_schema WHERE name = 'author'").execute()
          .toCompletionStage().toCompletableFuture().join().size()).isZero();
    }
  }

  @Test
  void aContextThatFailsToStartLeavesNoThread() throws InterruptedException {
    Set<Thread> before = threads();

    assertThat(startFails("--pinion.sqlite.hibernate.properties.hibernate.dialect=no.such.Dialect")).isTrue();

    assertThat(remaining(before)).isEmpty();
  }

  private boolean startFails(String property) {
    try (ConfigurableApplicationContext context = start(property)) {
      return !context.isActive();
    } catch (RuntimeException e) {
      return true;
    }
  }

  private ConfigurableApplicationContext start(String... more) {
    return new SpringApplicationBuilder(LibraryApplication.class).web(WebApplicationType.NONE)
        .properties("pinion.sqlite.path=" + directory.resolve("app.db")).run(more);
  }

  private static void use(ConfigurableApplicationContext context) {
    assertThat(context.getBean(Vertx.class)).isNotNull();
    context.getBean(Mutiny.SessionFactory.class).withTransaction(session -> session.persist(new Author("Iain")))
        .await().indefinitely();
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("pinion") || thread.getName().startsWith("vert.x"))
        .collect(Collectors.toSet());
  }

  /** A thread that has said that it is done may need a moment to end. */
  private static Set<Thread> remaining(Set<Thread> before) throws InterruptedException {
    Set<Thread> started = threads();
    started.removeAll(before);
    for (Thread thread : started) {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    }
    started.removeIf(thread -> !thread.isAlive());
    return started;
  }
}

package dev.pinion.hibernate.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.impl.VertxThread;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {

  @TempDir
  Path dir;

  @Test
  void aDirectoryThatDoesNotExistIsNamedAndNotCreated() throws IOException {
    Path file = dir.resolve("nowhere").resolve("app.db");

    assertThatThrownBy(() -> createFromPersistenceXml("jdbc:sqlite:" + file))
        .hasStackTraceContaining(dir.resolve("nowhere").toString());
    assertNothingIn(dir);
  }

  @Test
  void aFileThatIsNoDatabaseIsNamedAndLeftAsItWas() throws IOException {
    Path file = Files.writeString(dir.resolve("letter.txt"), "Dear reader, this is no database. ".repeat(50));

    assertThatThrownBy(() -> createFromPersistenceXml("jdbc:sqlite:" + file))
        .hasStackTraceContaining(file.toString())
        .hasStackTraceContaining("not a database");
    assertThat(file).hasContent("Dear reader, this is no database. ".repeat(50));
  }

  @Test
  void anUnknownParameterIsRefusedByName() throws IOException {
    assertThatThrownBy(() -> createFromPersistenceXml("jdbc:sqlite:" + dir.resolve("app.db") + "?chache_size=1"))
        .hasStackTraceContaining("chache_size");
    assertNothingIn(dir);
  }

  @Test
  void aBootThatFailsLeavesNoThreadThatKeepsTheJvmAlive() throws InterruptedException {
    Set<Thread> before = liveThreads();

    assertThatThrownBy(() -> createFromPersistenceXml("jdbc:sqlite:" + dir.resolve("nowhere").resolve("app.db")));

    Set<Thread> started = liveThreads();
    started.removeAll(before);
    for (Thread thread : started) {
      thread.join(Duration.ofSeconds(60).toMillis());
    }
    assertThat(started).noneMatch(Thread::isAlive);
  }

  private static void createFromPersistenceXml(String url) {
    Persistence.createEntityManagerFactory("library", Map.of("jakarta.persistence.jdbc.url", url)).close();
  }

  private static Set<Thread> liveThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && (!thread.isDaemon() || thread instanceof VertxThread))
        .collect(Collectors.toSet());
  }

  private static void assertNothingIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }
}

package dev.pinion.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.spring.boot.library.LibraryApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the user of a misconfigured application reads; from "Description:" on it is the report of Boot's analysis. */
@ExtendWith(OutputCaptureExtension.class)
class BadPropertyTest {

  @TempDir
  private Path directory;

  @Test
  void bothPathAndUrl(CapturedOutput output) {
    start("pinion.sqlite.path=app.db", "pinion.sqlite.url=sqlite:app.db");

    assertThat(output)
        .containsSubsequence("Description:", "mutually exclusive", "pinion.sqlite.path", "pinion.sqlite.url");
  }

  @Test
  void anEmptyPath(CapturedOutput output) {
    start("pinion.sqlite.path=");

    assertThat(output).containsSubsequence("Description:", "pinion.sqlite.path", "It names no file");
  }

  @Test
  void aUrlOfAnotherDatabase(CapturedOutput output) {
    start("pinion.sqlite.url=mysql://localhost/app");

    assertThat(output).containsSubsequence("Description:", "'mysql://localhost/app' is not a SQLite URL");
  }

  @Test
  void aMissingDirectory(CapturedOutput output) {
    start("pinion.sqlite.path=" + directory.resolve("none/app.db"));

    assertThat(output).containsSubsequence("Description:",
        "The directory " + directory.resolve("none") + " does not exist. Create it");
  }

  @Test
  void anUnknownPragma(CapturedOutput output) {
    start("pinion.sqlite.path=" + directory.resolve("app.db"), "pinion.sqlite.pragmas.cache_sise=1");

    assertThat(output).containsSubsequence("Description:", "pinion.sqlite.pragmas", "cache_sise");
  }

  @Test
  void aPoolOfNoConnections(CapturedOutput output) {
    start("pinion.sqlite.path=" + directory.resolve("app.db"), "pinion.sqlite.pool.max-size=0");

    assertThat(output).containsSubsequence("Description:", "pinion.sqlite.pool.max-size", "at least one connection");
  }

  @Test
  void aDatabaseInMemoryThatIsToBeMigrated(CapturedOutput output) {
    start("pinion.sqlite.path=:memory:");

    assertThat(output).contains("A database in memory cannot be migrated");
  }

  @Test
  void aMissingLocationOfMigrations(CapturedOutput output) {
    start("pinion.sqlite.path=" + directory.resolve("app.db"), "pinion.sqlite.migrations.locations=classpath:nowhere");

    assertThat(output).contains("classpath:nowhere does not exist on the class path");
  }

  @Test
  void aFileThatIsNoDatabase(CapturedOutput output) throws IOException {
    Path file = Files.writeString(directory.resolve("diary.txt"), "Dear diary, ".repeat(100));

    start("pinion.sqlite.path=" + file);

    assertThat(output).contains("it is not a SQLite database");
  }

  @Test
  void aBadPropertyCreatesNothing() {
    start("pinion.sqlite.path=" + directory.resolve("app.db"), "pinion.sqlite.migrations.locations=classpath:nowhere");

    assertThat(directory).isEmptyDirectory();
  }

  private static void start(String... properties) {
    try (var context = new SpringApplicationBuilder(LibraryApplication.class).web(WebApplicationType.NONE)
        .properties(properties).properties("spring.main.banner-mode=off").run()) {
      throw new AssertionError("The context started: " + context);
    } catch (RuntimeException e) {
      assertThat(e).isNotNull();
    }
  }
}

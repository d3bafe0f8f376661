package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoggersTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/pinion/sqlclient");

  @Test
  void the_package_documents_exactly_the_loggers_that_there_are() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        used.addAll(matches("getLogger\\(\"([^\"]+)\"\\)", file));
      }
    }

    assertThat(matches("<li>\\{@code ([a-z.]+)}", SOURCES.resolve("package-info.java"))).isEqualTo(used);
  }

  private static Set<String> matches(String regex, Path file) throws IOException {
    Set<String> found = new TreeSet<>();
    Pattern.compile(regex).matcher(Files.readString(file)).results()
        .forEach(match -> found.add(match.group(1)));
    return found;
  }
}

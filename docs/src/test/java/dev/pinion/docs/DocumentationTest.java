package dev.pinion.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java block of the pages is one that this module compiles, and every link of theirs leads somewhere. */
class DocumentationTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SNIPPET =
      Pattern.compile("[ ]*// snippet\\n(.*?)\\n[ ]*// end", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

  static Stream<Arguments> javaBlocks() throws IOException {
    return blocks(JAVA);
  }

  static Stream<Arguments> links() throws IOException {
    return blocks(LINK).filter(link -> !link.get()[1].toString().startsWith("https://"));
  }

  @ParameterizedTest
  @MethodSource("javaBlocks")
  void a_java_block_is_compiled_here(Path page, String block) throws IOException {
    assertThat(snippets()).contains(block.strip());
  }

  @ParameterizedTest
  @MethodSource("links")
  void a_link_leads_to_a_file(Path page, String link) {
    assertThat(page.resolveSibling(link)).exists();
  }

  private static Stream<Arguments> blocks(Pattern pattern) throws IOException {
    List<Arguments> found = new ArrayList<>();
    for (Path page : pages()) {
      Matcher matcher = pattern.matcher(Files.readString(page));
      while (matcher.find()) {
        found.add(Arguments.of(page, matcher.group(1)));
      }
    }
    return found.stream();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> pages = Stream.concat(Files.list(ROOT), Files.list(ROOT.resolve("docs")))) {
      return pages.filter(page -> page.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static List<String> snippets() throws IOException {
    List<String> snippets = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        Matcher matcher = SNIPPET.matcher(Files.readString(source));
        while (matcher.find()) {
          snippets.add(matcher.group(1).stripIndent().strip());
        }
      }
    }
    return snippets;
  }
}

package dev.pinion.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program with the shortest of limits, without what starts other JVMs. */
class BenchmarksTest {

  @TempDir
  private static Path directory;

  private static String printed;
  private static String page;

  @BeforeAll
  static void run() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path written = directory.resolve("benchmarks.md");
    StringBuilder printing = new StringBuilder();
    StringBuilder writing = new StringBuilder();
    for (String filter : List.of("64 in flight", "rapsqlite", "detector")) {
      out.reset();
      int status = Benchmarks.execute(new PrintStream(out, true, StandardCharsets.UTF_8), "--rounds=1",
          "--seconds=0.005", "--warm-up=0.001", "--slow=300", "--filter=" + filter, "--dir=" + directory.resolve("db"),
          "--out=" + written);
      assertThat(status).isZero();
      printing.append(out.toString(StandardCharsets.UTF_8));
      writing.append(Files.readString(written));
    }
    printed = printing.toString();
    page = writing.toString();
  }

  @Test
  void what_is_printed_has_each_client_with_figures() {
    assertThat(printed)
        .containsPattern("point SELECT, 64 in flight \\| +Pinion \\| +[0-9]")
        .containsPattern("vertx-jdbc-client \\| +[0-9]")
        .containsPattern("HikariCP on threads \\| +[0-9]");
  }

  @Test
  void the_page_says_machine_and_date_and_judges_the_bars() {
    assertThat(page)
        .contains("| Processor | ", "| SQLite | sqlite-jdbc 3.", "| HikariCP | 6.")
        .containsPattern("on 20\\d\\d-\\d\\d-\\d\\d; do not edit")
        .containsPattern("\\| INSERT, 64 in flight \\| throughput, Pinion ÷ vertx-jdbc-client \\| ≥ 15.0 × \\|");
  }

  @Test
  void sessions_of_each_kind_take_part() {
    assertThat(page).contains("| HR, Pinion |", "| HR, Pinion, grouped |", "| HR, vertx-jdbc-client |",
        "| Hibernate ORM, HikariCP |");
  }

  @Test
  void no_operation_of_pinion_fails() {
    assertThat(page).doesNotContainPattern("Pinion(, grouped)? \\|[^|]* failed: ");
  }

  @Test
  void the_published_figures_of_rapsqlite_stand_beside_ours() {
    assertThat(page).containsPattern("\\| 100 transactions × 10 inserts \\| 235 \\| [0-9]");
  }

  @Test
  void the_database_is_deleted() throws Exception {
    try (var left = Files.list(directory.resolve("db"))) {
      assertThat(left).isEmpty();
    }
  }
}

package dev.pinion.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

  private static final long ASSIGNED =
      IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Character::isDefined).count();

  private record Run(int status, String out, String err) {
  }

  @TempDir
  private static Path directory;

  private static Run first;

  @BeforeAll
  static void importOnce() {
    first = run("--db", database());
  }

  @Test
  void it_migrates_and_imports_every_assigned_code_point() throws SQLException {
    assertThat(first.err).isEmpty();
    assertThat(first.status).isZero();
    assertThat(first.out).contains("2 migrations applied, schema version 2");
    assertThat(number("select count(*) from code_point")).isEqualTo(ASSIGNED).isGreaterThan(150_000);
    assertThat(number("select count(*) from code_point where block_id is null")).isZero();
    assertThat(number("select count(*) from code_point where code = 128512 and name = 'GRINNING FACE' "
        + "and script = 'COMMON' and category = 'So'")).isOne();
  }

  @Test
  void it_tells_the_speed_and_the_longest_stall() {
    assertThat(first.out).containsPattern("imported [\\d,.]+ code points in .* rows/s, with [1-9].* reads")
        .containsPattern("longest event-loop stall: .* ms");
  }

  @Test
  void it_prints_the_results_of_five_queries() {
    assertThat(first.out).contains("NEUTRAL CHESS KING", "WEARY CAT FACE", "HANGUL")
        .containsPattern("favourites \\|\n.*\n\\| " + favourites() + " ")
        .contains("UNIQUE constraint block.name, and nothing was written");
  }

  @Test
  void a_second_run_finds_the_data_there() {
    Run second = run("--db", database());

    assertThat(second.status).isZero();
    assertThat(second.out).contains("0 migrations applied, schema version 2")
        .contains("code points are there already; --fresh imports them again")
        .doesNotContain("rows/s")
        .contains("NEUTRAL CHESS KING");
  }

  @Test
  void help_names_the_options() {
    Run help = run("--help");

    assertThat(help.status).isZero();
    assertThat(help.out).contains("--db=PATH", "--fresh", "--help");
  }

  @Test
  void an_unknown_option_is_refused() {
    Run run = run("--nonsense");

    assertThat(run.status).isEqualTo(2);
    assertThat(run.err).contains("Unknown option: '--nonsense'");
  }

  @Test
  void a_directory_that_does_not_exist_is_named_and_not_created() {
    Path missing = directory.resolve("missing");
    Run run = run("--db", missing.resolve("unicode.db").toString());

    assertThat(run.status).isOne();
    assertThat(run.err).startsWith("quickstart: ").contains(missing.toString()).contains("does not exist");
    assertThat(missing).doesNotExist();
  }

  @Test
  void fresh_deletes_only_the_database() throws Exception {
    Path other = directory.resolve("other.db");
    Files.writeString(other, "no database");
    Files.writeString(directory.resolve("other.db.bak"), "kept");
    new Quickstart(System.out, other).deleteDatabase();

    assertThat(other).doesNotExist();
    assertThat(directory.resolve("other.db.bak")).exists();
  }

  /** Newer JDKs know more of them. */
  private static long favourites() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(Character::getName)
        .filter(name -> name != null && (name.contains("ROBOT") || name.contains("OCTOPUS"))).count();
  }

  private static String database() {
    return directory.resolve("unicode.db").toString();
  }

  private static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Quickstart.execute(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), arguments);
    return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static long number(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}

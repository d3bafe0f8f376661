package dev.pinion.hibernate.reactive.matrix;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the dialect makes of HQL is the same through blocking sessions on sqlite-jdbc and through reactive ones. */
class MatrixTest {

  @TempDir
  static Path dir;

  private static Sides sides;

  @BeforeAll
  static void fill() {
    sides = new Sides(dir.resolve("matrix.db"), Library.entities());
    sides.blocking.inTransaction(session -> Library.rows().forEach(session::persist));
  }

  @AfterAll
  static void close() {
    sides.close();
  }

  static Stream<Table.Line> expressions() {
    return tables("text", "numbers", "time", "arrays", "json");
  }

  static Stream<Table.Line> queries() {
    return tables("aggregates", "queries");
  }

  static Stream<Table.Line> mutations() {
    return tables("mutations");
  }

  private static Stream<Table.Line> tables(String... names) {
    return Stream.of(names).map(name -> Table.read(name + ".txt")).flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expressions")
  void anExpressionHasTheSameValue(Table.Line line) {
    selectsTheSame("select " + line.hql() + " from Sample", line.result());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void aQueryHasTheSameRows(Table.Line line) {
    selectsTheSame(line.hql(), line.result());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutations")
  void aMutationHasTheSameEffect(Table.Line line) {
    assertSoftly(softly -> {
      softly.assertThat(sides.changeBlocking(line.hql())).as("blocking").isEqualTo(line.result());
      softly.assertThat(sides.changeReactively(line.hql())).as("reactive").isEqualTo(line.result());
    });
  }

  private static void selectsTheSame(String hql, String expected) {
    assertSoftly(softly -> {
      softly.assertThat(sides.selectBlocking(hql)).as("blocking").isEqualTo(expected);
      softly.assertThat(sides.selectReactively(hql)).as("reactive").isEqualTo(expected);
    });
  }
}

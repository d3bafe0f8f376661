package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.hibernate.query.IllegalQueryOperationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupingSetsTest extends LibraryTest {

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "a.name, count(*) from Book b join b.author a group by rollup(a.name) order by a.name nulls last"
          + " => [Mann, 2] [Rilke, 2] [null, 4]",
      "a.kind, b.year, count(*) from Book b join b.author a where b.year > 1905 group by rollup(a.kind, b.year)"
          + " order by 1 nulls last, 2 nulls last => [NOVELIST, 1924, 1] [NOVELIST, null, 1] [POET, 1910, 1]"
          + " [POET, 1923, 1] [POET, null, 2] [null, null, 3]",
      "a.alive, a.kind, count(*) as n from Author a group by cube(a.alive, a.kind)"
          + " order by n desc, 1 nulls last, 2 desc => [false, null, 3] [null, null, 3]"
          + " [false, POET, 2] [null, POET, 2] [false, NOVELIST, 1]"
          + " [null, NOVELIST, 1]",
      "a.alive, a.kind, count(*) from Author a group by a.alive, rollup(a.kind) order by 2 nulls last"
          + " => [false, NOVELIST, 1] [false, POET, 2] [false, null, 3]",
      "upper(a.name), max(a.name), count(a.name) from Author a group by rollup(a.name) having count(*) > 1"
          + " => [null, Rilke, 3]",
      "a.kind, count(*) from Author a group by rollup(a.kind) order by sum(a.id) desc limit 2 => [null, 3] [POET, 2]",
      "a.name, count(b) from Author a left join a.books b group by rollup(a) order by a.name nulls last"
          + " => [Bachmann, 0] [Mann, 2] [Rilke, 2] [null, 4]",
      "a.kind, count(*) from Author a where a.name = 'nobody' group by rollup(a.kind) => [null, 0]"
  })
  void rollupAndCubeAreUnions(String hql, String expected) {
    assertThat(String.join(" ", list("select " + hql, Object[].class).stream().map(Arrays::toString).toList()))
        .isEqualTo(expected);
  }

  @Test
  void groupsWithoutAggregatesHaveOneRowForAll() {
    assertThat(names("select str(a.kind) from Author a group by rollup(a.kind)"))
        .containsExactlyInAnyOrder("POET", "NOVELIST", null);
  }

  @Test
  void theyStandInSubqueries() {
    assertThat(list("select q.n from (select a.kind as k, count(*) as n from Author a group by rollup(a.kind)) q"
        + " where q.k is null", Long.class)).containsExactly(3L);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "select length(name), count(*) from Author group by rollup(length(name))",
      "select q.n from (select count(*) as n from Author a group by rollup(a.kind) order by sum(a.id) limit 1) q",
      "select kind, count(*) from Author group by rollup(kind) order by kind fetch first 1 row with ties"
  })
  void whatCannotBeEmulatedIsRefusedClearly(String hql) {
    assertThatThrownBy(() -> list(hql, Object.class)).hasRootCauseInstanceOf(IllegalQueryOperationException.class)
        .rootCause().hasMessageContaining("rollup");
  }
}

package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hibernate.query.IllegalQueryOperationException;
import org.junit.jupiter.api.Test;

class SetOperationsTest extends LibraryTest {

  @Test
  void intersectAllCountsDuplicates() {
    assertThat(names("select str(a.kind) from Author a intersect all select str(b.author.kind) from Book b order by 1"))
        .containsExactly("NOVELIST", "POET", "POET");
  }

  @Test
  void exceptAllTakesOneForEach() {
    assertThat(names("select str(b.author.kind) from Book b except all select str(a.kind) from Author a"))
        .containsExactly("NOVELIST");
  }

  @Test
  void theyStandInSubqueriesAndAmongOthers() {
    assertThat(names("select q.k from (select str(b.author.kind) as k from Book b except all"
        + " select str(a.kind) as k from Author a) q")).containsExactly("NOVELIST");
    assertThat(names("select a.name from Author a union (select b.title from Book b where b.year < 1911"
        + " except all select b.title from Book b where b.year < 1905) order by 1 desc limit 2"))
        .containsExactly("Rilke", "Mann");
  }

  @Test
  void tiesOfThemAreRefusedClearly() {
    assertThatThrownBy(() -> names("(select str(b.author.kind) from Book b except all select str(a.kind)"
        + " from Author a) order by 1 fetch first 1 row with ties"))
        .hasRootCauseInstanceOf(IllegalQueryOperationException.class).rootCause().hasMessageContaining("except all");
  }

  @Test
  void aPercentageIsRoundedUp() {
    assertThat(names("select name from Author order by name fetch first 50 percent rows only"))
        .containsExactly("Bachmann", "Mann");
  }

  @Test
  void recursionIsSearchedAndItsCyclesAreFound() {
    assertThat(names("with chain as (select a.id as id, a.name as name from Author a where a.id = 1 union all"
        + " select n.id as id, n.name as name from chain c join Author n on n.id = mod(c.id, 3) + 1)"
        + " search depth first by id set o cycle id set looped"
        + " select c.name || case when c.looped then '!' else '' end from chain c order by c.o"))
        .containsExactly("Rilke", "Mann", "Bachmann", "Rilke!");
  }
}

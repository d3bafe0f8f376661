package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Measure;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.hibernate.query.IllegalQueryOperationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateFunctionsTest extends DialectTest {

  @Override
  List<Class<?>> entities() {
    return List.of(Measure.class);
  }

  @BeforeEach
  void fill() {
    factory.inTransaction(session -> {
      session.persist(new Measure(1, "a", 1, 2.0, "1.5"));
      session.persist(new Measure(2, "a", 3, 4.0, "2.5"));
      session.persist(new Measure(3, "b", 3, 6.0, "3.5"));
      session.persist(new Measure(4, "b", 6, 8.0, "4.5"));
      session.persist(new Measure(5, "b", null, 10.0, "12345678901234567890.5"));
    });
  }

  private String select(String hql) {
    return factory.fromSession(session -> {
      var text = new StringBuilder();
      for (var row : session.createQuery("select " + hql, Object.class).getResultList()) {
        text.append(row instanceof Object[] values ? Arrays.toString(values) : row).append(' ');
      }
      return text.toString().trim();
    });
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "var_pop(n) from Measure => 3.1875",
      "var_samp(n) from Measure => 4.25",
      "variance(n) from Measure => 4.25",
      "stddev_pop(x) from Measure => 2.8284271247461903",
      "round(stddev_samp(n), 12), round(stddev(n), 12) from Measure where n in (1, 3) "
          + "=> [1.154700538379, 1.154700538379]",
      "var_samp(n) from Measure where id = 1 => null",
      "var_pop(n + 1000000000) from Measure where id < 3 => 1.0",
      "var_pop(distinct n) from Measure where n <> 6 => 1.0",
      "var_pop(n) filter (where id > 1) from Measure => 2.0",
      "g, var_pop(n) from Measure group by g order by g => [a, 1.0] [b, 2.25]",
      "id, var_pop(n) over (partition by g) from Measure order by id "
          + "=> [1, 1.0] [2, 1.0] [3, 2.25] [4, 2.25] [5, 2.25]",
      "covar_pop(n, x), covar_samp(n, x) from Measure => [3.75, 5.0]",
      "round(corr(n, x), 6) from Measure => 0.939336",
      "regr_count(n, x), regr_avgx(n, x), regr_avgy(n, x) from Measure => [4.0, 5.0, 3.25]",
      "regr_slope(n, x), regr_intercept(n, x) from Measure => [0.75, -0.5]",
      "regr_sxx(n, x), regr_syy(n, x), regr_sxy(n, x) from Measure => [20.0, 12.75, 15.0]",
      "round(regr_r2(n, x), 6) from Measure => 0.882353",
      "regr_r2(n, 1) from Measure => null",
      "bit_or(n), bit_and(n) from Measure where n <> 6 => [3, 1]",
      "bit_or(n), bit_and(n) from Measure where n is null => [null, null]"
  })
  void statistics(String hql, String expected) {
    assertThat(select(hql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "percentile_disc(0.5) within group (order by n) from Measure => 3",
      "percentile_disc(0.5) within group (order by n desc) from Measure => 3",
      "percentile_disc(0) within group (order by n), percentile_disc(1) within group (order by n) from Measure"
          + " => [1, 6]",
      "percentile_cont(0.5) within group (order by x) from Measure => 6.0",
      "percentile_cont(0.25) within group (order by x desc) from Measure => 8.0",
      "percentile_cont(0.5) within group (order by x) from Measure where id < 3 => 3.0",
      "percentile_cont(0.5) within group (order by x) from Measure where id > 9 => null",
      "percentile_disc(0.5) within group (order by g) from Measure => b",
      "percentile_disc(0.5) within group (order by d) from Measure => 3.5",
      "percentile_disc(0.5) within group (order by x) filter (where g = 'a') from Measure => 2.0",
      "id, percentile_disc(0.5) within group (order by x desc) over (partition by g) from Measure order by id"
          + " => [1, 4.0] [2, 4.0] [3, 8.0] [4, 8.0] [5, 8.0]",
      "g, median(x) from Measure group by g order by g => [a, 3.0] [b, 8.0]",
      "median(n) filter (where id < 3) from Measure => 2.0",
      "mode() within group (order by n) from Measure => 3",
      "mode() within group (order by g) from Measure where id in (1, 3) => a",
      "mode() within group (order by g desc) from Measure where id in (1, 3) => b",
      "percentile_disc(0.5) within group (order by key) from Measure => 00000000-0000-0000-0000-000000000003"
  })
  void inverseDistributions(String hql, String expected) {
    assertThat(select(hql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "rank(3) within group (order by n) from Measure where n is not null => 2",
      "rank(3) within group (order by n) from Measure => 3",
      "rank(3) within group (order by n nulls last) from Measure => 2",
      "rank(3) within group (order by n desc) from Measure => 2",
      "rank(3) within group (order by n desc nulls first) from Measure => 3",
      "rank(3, 5.0) within group (order by n, x desc) from Measure where n is not null => 3",
      "dense_rank(6) within group (order by n) from Measure where n is not null => 3",
      "percent_rank(3) within group (order by n) from Measure where n is not null => 0.25",
      "percent_rank(3) within group (order by n) from Measure where id > 9 => 0.0",
      "cume_dist(3) within group (order by n) from Measure where n is not null => 0.8",
      "rank(3) within group (order by n) filter (where g = 'b') from Measure where n is not null => 1",
      "id, rank(4.0) within group (order by x) over (partition by g) from Measure order by id"
          + " => [1, 2] [2, 2] [3, 1] [4, 1] [5, 1]",
      "id, rank() over (order by g), dense_rank() over (order by g) from Measure order by id"
          + " => [1, 1, 1] [2, 1, 1] [3, 3, 2] [4, 3, 2] [5, 3, 2]"
  })
  void hypotheticalSets(String hql, String expected) {
    assertThat(select(hql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "listagg(g, ', ') within group (order by id desc) from Measure => b, b, b, a, a",
      "listagg(g, '-') within group (order by x desc, id) filter (where id < 4) from Measure => b-a-a",
      "listagg(distinct g, ', ') from Measure => a, b",
      "listagg(distinct g, '; ') within group (order by g desc) from Measure => b; a",
      "listagg(g, ',' on overflow error) within group (order by id) from Measure => a,a,b,b,b",
      "listagg(g, ',' on overflow truncate '…' with count) within group (order by id) from Measure => a,a,b,b,b",
      "id, listagg(str(id), '') within group (order by id desc) over (partition by g) from Measure order by id"
          + " => [1, 21] [2, 21] [3, 543] [4, 543] [5, 543]"
  })
  void listagg(String hql, String expected) {
    assertThat(select(hql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "sum(id) over (order by id rows between 1 preceding and 1 following exclude current row) from Measure"
          + " => 2 4 6 8 4",
      "sum(id) over (order by g groups between unbounded preceding and 1 preceding) from Measure => null null 3 3 3",
      "sum(id) over (order by x range between 2 preceding and current row) from Measure => 1 3 5 7 9",
      "count(*) filter (where g = 'b') over (order by id) from Measure => 0 0 1 2 3",
      "lag(id) over (order by id) from Measure => null 1 2 3 4",
      "lead(id, 2, -1) over (order by id) from Measure => 3 4 5 -1 -1",
      "first_value(n) over (partition by g order by id) from Measure => 1 1 3 3 3",
      "last_value(id) over (order by id rows between current row and unbounded following) from Measure => 5 5 5 5 5",
      "nth_value(id, 2) over (order by id) from Measure => null 2 2 2 2",
      "row_number() over (order by id desc) from Measure order by id => 5 4 3 2 1",
      "ntile(2) over (order by id) from Measure => 1 1 1 2 2"
  })
  void windows(String hql, String expected) {
    assertThat(select(hql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
      "every(n > 0), any(n > 5), every(n > 1), some(n > 9) from Measure => [true, true, false, false]",
      "every(n > 0), any(n > 0) from Measure where id > 9 => [null, null]",
      "any(n > 2) filter (where g = 'a') from Measure => true",
      "id, every(x > 2) over (partition by g) from Measure order by id"
          + " => [1, false] [2, false] [3, true] [4, true] [5, true]"
  })
  void conditions(String hql, String expected) {
    assertThat(select(hql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "mode() within group (order by n) over (partition by g) from Measure",
      "listagg(distinct g, ',') over (partition by g) from Measure",
      "dense_rank(3) within group (order by n) over (partition by g) from Measure",
      "bit_or(n) over (partition by g) from Measure"
  })
  void whatNoWindowCanDoIsRefusedClearly(String hql) {
    assertThatThrownBy(() -> select(hql)).hasRootCauseInstanceOf(IllegalQueryOperationException.class).rootCause()
        .hasMessageContaining("over a window");
  }

  @Test
  void aMedianOfDistinctValuesIsRefusedClearly() {
    assertThatThrownBy(() -> select("median(distinct n) from Measure"))
        .hasRootCauseInstanceOf(IllegalQueryOperationException.class).rootCause().hasMessageContaining("median()");
  }

  @Test
  void percentilesTakeParameters() {
    BigDecimal quarter = factory.fromSession(session -> session.createQuery(
        "select percentile_disc(?1) within group (order by d) from Measure where id < 5", BigDecimal.class)
        .setParameter(1, 0.75).getSingleResult());
    assertThat(quarter).isEqualByComparingTo("3.5");
  }
}

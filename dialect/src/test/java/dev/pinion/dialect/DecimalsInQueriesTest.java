package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Everything;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Decimals of few and of many digits in one column: integers, reals and blobs to SQLite.
 */
class DecimalsInQueriesTest extends DialectTest {

  private static final List<String> NUMBERS = List.of("-98765432109876543210.5", "-3", "0.25", "7",
      "8.00000000000000001", "1000000000000", "12345678901234567890.5");

  @Override
  List<Class<?>> entities() {
    return List.of(Everything.class);
  }

  @BeforeEach
  void fill() {
    factory.inTransaction(session -> {
      for (int i = 0; i < NUMBERS.size(); i++) {
        var row = new Everything(NUMBERS.size() - i);
        row.aBigDecimal = new BigDecimal(NUMBERS.get(i));
        session.persist(row);
      }
    });
  }

  private List<String> select(String hql, Object... parameters) {
    return factory.fromSession(session -> {
      var query = session.createQuery(hql, BigDecimal.class);
      for (int i = 0; i < parameters.length; i++) {
        query.setParameter(i + 1, parameters[i]);
      }
      return query.getResultStream().map(decimal -> decimal.stripTrailingZeros().toPlainString()).toList();
    });
  }

  @Test
  void theColumnHoldsAllThreeForms() throws SQLException {
    assertThat(selectOne("select count(distinct typeof(aBigDecimal)) from Everything")).isEqualTo(3);
  }

  @Test
  void theyAreSortedAsNumbers() {
    assertThat(select("select aBigDecimal from Everything order by aBigDecimal")).isEqualTo(NUMBERS);
    assertThat(select("select aBigDecimal as d from Everything order by d desc").get(0))
        .isEqualTo(NUMBERS.get(NUMBERS.size() - 1));
  }

  @Test
  void theyAreComparedAsNumbers() {
    assertThat(select("select aBigDecimal from Everything where aBigDecimal < 0.3bd order by aBigDecimal"))
        .isEqualTo(NUMBERS.subList(0, 3));
    assertThat(select("select aBigDecimal from Everything where aBigDecimal >= ?1 order by aBigDecimal",
        new BigDecimal("7.5"))).isEqualTo(NUMBERS.subList(4, 7));
    assertThat(select("select aBigDecimal from Everything where aBigDecimal between -5 and 10 order by aBigDecimal"))
        .isEqualTo(NUMBERS.subList(1, 5));
  }

  @Test
  void theyAreFoundExactly() {
    assertThat(select("select aBigDecimal from Everything where aBigDecimal = 12345678901234567890.5bd")).hasSize(1);
    assertThat(select("select aBigDecimal from Everything where aBigDecimal = 12345678901234567890.6bd")).isEmpty();
    assertThat(select("select aBigDecimal from Everything where aBigDecimal in (?1, ?2) order by aBigDecimal",
        new BigDecimal("7.00"), new BigDecimal("8.000000000000000010"))).isEqualTo(NUMBERS.subList(3, 5));
  }

  @Test
  void leastAndGreatestAreThoseOfNumbers() {
    assertThat(select("select min(aBigDecimal) from Everything")).containsExactly("-98765432109876500000");
    assertThat(select("select max(aBigDecimal) filter (where aBigDecimal < 100) from Everything"))
        .containsExactly("8");
    assertThat(select("select greatest(aBigDecimal, 100bd) from Everything where aBigDecimal < 0 and id > 6"))
        .containsExactly("100");
  }

  @Test
  void aUnionIsSortedToo() {
    assertThat(select("(select aBigDecimal as d from Everything where id = 4 union all"
        + " select aBigDecimal as d from Everything where id = 6) order by d")).containsExactly("-3", "7");
  }
}

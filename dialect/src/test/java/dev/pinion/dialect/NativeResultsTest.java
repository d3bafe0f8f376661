package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Everything;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a native query makes of a column without being told a type. */
class NativeResultsTest extends DialectTest {

  @Override
  List<Class<?>> entities() {
    return List.of(Everything.class);
  }

  private Object select(String expression) {
    return factory.fromSession(session ->
        session.createNativeQuery("select " + expression + " from Everything", Object.class).getSingleResult());
  }

  @ParameterizedTest
  @CsvSource({"aFloat, java.lang.Float", "aDouble, java.lang.Double", "aDouble * 2, java.lang.Double",
      "aBigDecimal, java.math.BigDecimal", "anInteger, java.lang.Integer", "count(*), java.lang.Long"})
  void a_number_has_the_class_of_its_declaration_or_else_of_its_kind(String expression, Class<?> type) {
    fill();
    assertThat(select(expression)).isExactlyInstanceOf(type);
  }

  @Test
  void a_double_loses_no_digit() {
    fill();
    assertThat(select("aDouble")).isEqualTo(0.1);
  }

  private void fill() {
    var everything = new Everything(1);
    everything.aFloat = 0.1f;
    everything.aDouble = 0.1;
    everything.aBigDecimal = new BigDecimal("0.1");
    everything.anInteger = 1;
    factory.inTransaction(session -> session.persist(everything));
  }
}

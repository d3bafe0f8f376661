package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Booleans that are stored as letters are conditions as others are. */
class BooleansAsTextTest extends MatrixTest {

  @Entity(name = "Choice")
  static class Choice {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.CHAR)
    Boolean letter;

    @Convert(converter = YesNoConverter.class)
    Boolean yesNo;

    @Convert(converter = TrueFalseConverter.class)
    Boolean trueFalse;

    Choice() {
    }

    Choice(long id, Boolean value) {
      this.id = id;
      letter = value;
      yesNo = value;
      trueFalse = value;
    }
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Choice.class);
  }

  @Override
  void fill(Session session) {
    session.persist(new Choice(1, true));
    session.persist(new Choice(2, false));
    session.persist(new Choice(4, null));
  }

  @ParameterizedTest
  @CsvSource({"?, 1", "not ?, 2", "? is true, 1", "? is false, 2", "? is not true, 6", "? is not false, 5",
      "? is null, 4", "? = true, 1", "?1 or ?, 1", "not (? or id = 4), 2", "case when ? then true else false end, 1"})
  void a_condition_holds_for_the_rows_it_should(String condition, long sumOfIds) {
    for (var attribute : List.of("letter", "yesNo", "trueFalse")) {
      assertThat(select("select sum(id) from Choice where " + condition.replaceAll("[?]1?", attribute)))
          .as(attribute).isEqualTo(sumOfIds);
    }
  }
}

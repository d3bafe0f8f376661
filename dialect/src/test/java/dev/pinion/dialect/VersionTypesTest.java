package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Versions;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VersionTypesTest extends DialectTest {

  @Override
  List<Class<?>> entities() {
    return Versions.all();
  }

  static List<Class<?>> types() {
    return Versions.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aVersionFindsOutWhoWasLate(Class<? extends Versions.Versioned> type) throws Exception {
    var created = type.getDeclaredConstructor().newInstance();
    factory.inTransaction(session -> session.persist(created));
    var late = factory.fromSession(session -> session.find(type, 1L));
    var first = version(type);
    factory.inTransaction(session -> session.find(type, 1L).text = "second");
    assertThat(version(type)).isNotEqualTo(first);
    factory.inTransaction(session -> session.createMutationQuery(
        "update versioned " + type.getName() + " set text = 'third'").executeUpdate());
    late.text = "too late";
    assertThatThrownBy(() -> factory.inTransaction(session -> session.merge(late)))
        .isInstanceOf(OptimisticLockException.class);
    assertThat(selectOne("select text from " + type.getSimpleName())).isEqualTo("third");
  }

  private Object version(Class<?> type) throws SQLException {
    return selectOne("select version from " + type.getSimpleName());
  }
}

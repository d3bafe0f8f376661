package dev.pinion.dialect;

import java.util.Arrays;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;

/**
 * Many questions to the same rows, which are written once and not changed.
 */
abstract class MatrixTest extends DialectTest {

  private boolean filled;

  abstract void fill(Session session);

  @Override
  @BeforeEach
  final void empty() {
    if (!filled) {
      filled = true;
      super.empty();
      factory.inTransaction(this::fill);
    }
  }

  final Object select(String hql, Object... parameters) {
    return factory.fromSession(session -> {
      var query = session.createQuery(hql, Object.class);
      for (int i = 0; i < parameters.length; i++) {
        query.setParameter(i + 1, parameters[i]);
      }
      return plain(query.getSingleResult());
    });
  }

  /** Arrays as lists, which can be compared and printed. */
  static Object plain(Object value) {
    return value instanceof Object[] array ? Arrays.asList(array)
        : value instanceof int[] ints ? Arrays.stream(ints).boxed().toList()
        : value instanceof boolean[] flags ? Arrays.toString(flags)
        : value instanceof double[] doubles ? Arrays.toString(doubles)
        : value;
  }
}

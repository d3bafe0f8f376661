package dev.pinion.dialect;

import dev.pinion.dialect.domain.Author;
import dev.pinion.dialect.domain.Book;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;

/**
 * Three authors, two of them with two books each.
 */
abstract class LibraryTest extends DialectTest {

  @Override
  List<Class<?>> entities() {
    return List.of(Author.class, Book.class);
  }

  @BeforeEach
  void fill() {
    factory.inTransaction(session -> {
      session.persist(new Author("Rilke", Author.Kind.POET)
          .wrote("Elegien", 1923, "9.90").wrote("Malte", 1910, "12.00"));
      session.persist(new Author("Mann", Author.Kind.NOVELIST)
          .wrote("Zauberberg", 1924, "20.00").wrote("Buddenbrooks", 1901, "15.50"));
      session.persist(new Author("Bachmann", Author.Kind.POET));
    });
  }

  final <T> List<T> read(Function<Session, List<T>> reader) {
    return factory.fromSession(reader);
  }

  final <T> List<T> list(String hql, Class<T> type, Object... parameters) {
    return read(session -> {
      var query = session.createQuery(hql, type);
      for (int i = 0; i < parameters.length; i++) {
        query.setParameter(i + 1, parameters[i]);
      }
      return query.getResultList();
    });
  }

  final List<String> names(String hql, Object... parameters) {
    return list(hql, String.class, parameters);
  }

  final int change(String hql, Object... parameters) {
    return factory.fromTransaction(session -> {
      var query = session.createMutationQuery(hql);
      for (int i = 0; i < parameters.length; i++) {
        query.setParameter(i + 1, parameters[i]);
      }
      return query.executeUpdate();
    });
  }
}

package dev.pinion.hibernate.reactive.matrix;

import static dev.pinion.hibernate.reactive.support.Await.await;

import dev.pinion.hibernate.reactive.support.Factories;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;

/** A blocking and a reactive session factory over one file, which answer the same questions in the same form. */
final class Sides implements AutoCloseable {

  /** A literal of text, in which a colon is a colon, or a parameter. */
  private static final Pattern PARAMETER = Pattern.compile("'[^']*'|:([a-z]\\w*)");

  private static final Map<String, Object> PARAMETERS = Map.of(
      "text", "abc",
      "pattern", "%ann",
      "one", 1,
      "two", 2,
      "decimal", new BigDecimal("15.499999999999999999"),
      "kind", Library.Kind.POET,
      "date", LocalDate.of(2024, 1, 31),
      "dateTime", LocalDateTime.of(2024, 2, 29, 12, 30, 15, 250_000_000),
      "uuid", UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
      "ints", new int[] {3, 1, 3});

  final SessionFactory blocking;
  final Mutiny.SessionFactory reactive;

  Sides(Path file, Class<?>... entities) {
    reactive = Factories.reactive(file, entities).unwrap(Mutiny.SessionFactory.class);
    blocking = Factories.blocking(file, Map.of(), entities);
  }

  String selectBlocking(String hql) {
    return blocking.fromSession(session -> select(session, hql));
  }

  String selectReactively(String hql) {
    return await(reactive.withSession(session -> select(session, hql)));
  }

  /** Runs statements in a transaction of which nothing stays, and gives their counts and what the last one selects. */
  String changeBlocking(String script) {
    return blocking.fromSession(session -> {
      session.beginTransaction();
      List<String> results = new ArrayList<>();
      for (String hql : statements(script)) {
        results.add(isQuery(hql) ? select(session, hql) : change(session, hql));
      }
      session.getTransaction().rollback();
      return String.join("; ", results);
    });
  }

  String changeReactively(String script) {
    return await(reactive.withTransaction((session, transaction) -> {
      transaction.markForRollback();
      Uni<String> results = null;
      for (String hql : statements(script)) {
        Uni<String> next = Uni.createFrom().deferred(
            () -> isQuery(hql) ? select(session, hql) : change(session, hql));
        results = results == null ? next : results.chain(before -> next.map(result -> before + "; " + result));
      }
      return results;
    }));
  }

  private static List<String> statements(String script) {
    return Arrays.stream(script.split(";")).map(String::strip).toList();
  }

  private static boolean isQuery(String hql) {
    return hql.startsWith("select");
  }

  private static String select(Session session, String hql) {
    var query = session.createSelectionQuery(hql, Object.class);
    parameters(hql).forEach(query::setParameter);
    return text(query.getResultList());
  }

  private static Uni<String> select(Mutiny.Session session, String hql) {
    var query = session.createSelectionQuery(hql, Object.class);
    parameters(hql).forEach(query::setParameter);
    return query.getResultList().map(Sides::text);
  }

  private static String change(Session session, String hql) {
    var query = session.createMutationQuery(hql);
    parameters(hql).forEach(query::setParameter);
    return String.valueOf(query.executeUpdate());
  }

  private static Uni<String> change(Mutiny.Session session, String hql) {
    var query = session.createMutationQuery(hql);
    parameters(hql).forEach(query::setParameter);
    return query.executeUpdate().map(String::valueOf);
  }

  private static Map<String, Object> parameters(String hql) {
    Map<String, Object> used = new HashMap<>();
    for (Matcher matcher = PARAMETER.matcher(hql); matcher.find();) {
      String name = matcher.group(1);
      if (name != null) {
        used.put(name, PARAMETERS.get(name));
      }
    }
    return used;
  }

  static String text(List<?> rows) {
    return rows.isEmpty() ? "none" : rows.stream().map(Sides::text).collect(Collectors.joining(" "));
  }

  private static String text(Object value) {
    return value instanceof Object[] values ? Arrays.deepToString(values)
        : value instanceof int[] ints ? Arrays.toString(ints)
        : value instanceof boolean[] flags ? Arrays.toString(flags)
        : String.valueOf(value);
  }

  @Override
  public void close() {
    blocking.close();
    reactive.close();
  }
}

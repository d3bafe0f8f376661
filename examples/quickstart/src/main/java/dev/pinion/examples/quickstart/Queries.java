package dev.pinion.examples.quickstart;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.smallrye.mutiny.Uni;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** Five things that an application does with its data. */
final class Queries {

  private static final int PAGE = 5;

  private final Mutiny.SessionFactory sessions;
  private final PrintStream out;

  Queries(Mutiny.SessionFactory sessions, PrintStream out) {
    this.sessions = sessions;
    this.out = out;
  }

  Uni<Void> all() {
    return join().call(this::page).call(this::group).call(this::update).call(this::violation).replaceWithVoid();
  }

  private Uni<?> join() {
    return sessions.withSession(session -> session.createQuery(
            "from CodePoint c join fetch c.block b where b.name = :block order by c.code", CodePoint.class)
        .setParameter("block", "CHESS_SYMBOLS").setMaxResults(PAGE).getResultList())
        .invoke(found -> print("Join: the first of a block", new String[] {"code", "name", "block"}, found.stream()
            .map(c -> new String[] {c.notation(), c.name(), c.block().name()}).toList()));
  }

  private Uni<?> page() {
    return sessions.withSession(session -> session.createQuery(
            "from CodePoint c where c.name like '%CAT FACE%' order by c.code", CodePoint.class)
        .setFirstResult(PAGE).setMaxResults(PAGE).getResultList())
        .invoke(found -> print("Page: the second five cat faces", new String[] {"code", "name", "script"},
            found.stream().map(c -> new String[] {c.notation(), c.name(), c.script()}).toList()));
  }

  private Uni<?> group() {
    return sessions.withSession(session -> session.createQuery(
            "select c.script, count(*), max(c.numericValue) from CodePoint c group by c.script order by count(*) desc",
            Object[].class)
        .setMaxResults(PAGE).getResultList())
        .invoke(found -> print("Group: the largest scripts", new String[] {"script", "code points", "largest number"},
            found.stream().map(row -> new String[] {text(row[0]), text(row[1]), text(row[2])}).toList()));
  }

  private Uni<?> update() {
    return sessions.withTransaction(session -> session.createMutationQuery(
            "update CodePoint set favourite = true where name like '%ROBOT%' or name like '%OCTOPUS%'").executeUpdate())
        .invoke(updated -> print("Update in a transaction", new String[] {"favourites"},
            List.<String[]>of(new String[] {text(updated)})));
  }

  private Uni<?> violation() {
    return sessions.withTransaction(session -> session.persist(new Block(0, "BASIC_LATIN")))
        .replaceWith("none: the block was written twice")
        .onFailure(ConstraintViolationException.class)
        .recoverWithItem(failure -> message((ConstraintViolationException) failure))
        .invoke(message -> print("A constraint that is violated", new String[] {"caught"},
            List.<String[]>of(new String[] {message})));
  }

  private static String message(ConstraintViolationException violation) {
    return violation.getKind() + " constraint " + violation.getConstraintName() + ", and nothing was written";
  }

  private void print(String title, String[] header, List<String[]> rows) {
    Column[] columns = Stream.of(header)
        .map(name -> new Column().header(name).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT))
        .toArray(Column[]::new);
    String table = AsciiTable.builder().border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
        .data(columns, rows.toArray(String[][]::new)).asString();
    out.printf("%n%s%n%s%n", title, table);
  }

  private static String text(Object value) {
    return value instanceof Number ? String.format("%,d", value) : String.valueOf(value);
  }
}

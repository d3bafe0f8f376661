package dev.pinion.hibernate.reactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.support.Store;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** HQL inserts that take new ids, into entities of each way to make ids and each number of tables. */
class InsertTest {

  @RegisterExtension
  static final Store STORE = new Store(One.class, Unpooled.class, Tabled.class, Numbered.class, Root.class, Leaf.class,
      Identified.class, Twig.class, Apart.class, ApartLeaf.class, Extended.class, Strict.class);

  enum Kind {
    One(One::new), Unpooled(Unpooled::new), Tabled(Tabled::new), Numbered(Numbered::new), Leaf(Leaf::new),
    Twig(Twig::new), ApartLeaf(ApartLeaf::new), Extended(Extended::new);

    private final Supplier<Named> maker;

    Kind(Supplier<Named> maker) {
      this.maker = maker;
    }

    Named make(String name, int size) {
      Named row = maker.get();
      row.name(name, size);
      return row;
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_select_gives_rows_with_ids_that_nobody_else_has(Kind kind) {
    STORE.has(kind.make("a", 1), kind.make("b", 2));

    int inserted = change("insert into " + kind + "(name, size) select name || '!', size + :more from " + kind
        + " order by name", 10);
    STORE.has(kind.make("c", 3));

    assertThat(inserted).isEqualTo(2);
    assertThat(rows(kind)).containsExactly("a 1 0", "a! 11 0", "b 2 0", "b! 12 0", "c 3 0");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = {"One", "Unpooled", "Tabled", "ApartLeaf"})
  void values_give_rows(Kind kind) {
    int inserted = change("insert into " + kind + "(name, size) values ('a', :more), ('b', 2)", 1);

    assertThat(inserted).isEqualTo(2);
    assertThat(rows(kind)).containsExactly("a 1 0", "b 2 0");
  }

  @ParameterizedTest
  @EnumSource(names = {"One", "Unpooled", "Tabled", "ApartLeaf"})
  void values_are_refused_where_an_id_would_be_waited_for(Kind kind) {
    assertThatThrownBy(() -> change("insert into " + kind + "(name, size) values ('a', :more)", 1))
        .hasStackTraceContaining("name the id in the statement");

    assertThat(rows(kind)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_select_of_nothing_inserts_nothing(Kind kind) {
    assertThat(change("insert into " + kind + "(name, size) select name, size from " + kind + " where size > :more", 1))
        .isZero();
  }

  @ParameterizedTest
  @EnumSource
  void ids_may_be_named(Kind kind) {
    change("insert into " + kind + "(id, name, size) values (7, 'a', :more)", 1);

    long id = STORE.inSession(session ->
        session.createSelectionQuery("select id from " + kind, Long.class).getSingleResult());
    assertThat(id).isEqualTo(7);
  }

  @Test
  void conflicts_are_passed_over() {
    STORE.has(Kind.One.make("a", 1), Kind.One.make("b", 2));

    int inserted = change("insert into One(name, size) select case size when 1 then 'c' else name end, size + :more"
        + " from One on conflict do nothing", 1);

    assertThat(inserted).isEqualTo(1);
    assertThat(rows(Kind.One)).containsExactly("a 1 0", "b 2 0", "c 2 0");
  }

  @ParameterizedTest
  @EnumSource(names = {"Leaf", "Twig", "Extended"})
  void conflicts_are_refused_where_there_are_several_tables(Kind kind) {
    String insert = "insert into " + kind + "(name, size) values ('a', :more) on conflict do nothing";

    assertThatThrownBy(() -> change(insert, 1)).hasMessageContaining("goes into one table");
  }

  @Test
  void a_failure_leaves_no_row_and_no_temporary_table() {
    STORE.has(Kind.One.make("a", 1), Kind.One.make("b", 2));

    assertThatThrownBy(() -> change("insert into One(name, size) select 'b', size + :more from One", 1))
        .isInstanceOf(ConstraintViolationException.class);

    change("insert into One(name, size) select name || '!', size + :more from One where size = 1", 1);
    assertThat(rows(Kind.One)).containsExactly("a 1 0", "a! 2 0", "b 2 0");
  }

  @Test
  void a_failure_that_loses_the_transaction_is_told_as_what_it_was() {
    Strict row = new Strict();
    row.name = "a";
    STORE.has(row);

    assertThatThrownBy(() -> change("insert into Strict(name) select name from Strict", 0))
        .isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void ten_thousand_rows_go_into_two_tables() {
    STORE.has(IntStream.range(0, 100).mapToObj(number -> Kind.Leaf.make("n" + number, number)).toArray());

    change("insert into Leaf(name, size) select a.name || b.name, 1000 + 100 * a.size + b.size + :more"
        + " from Leaf a cross join Leaf b", 0);

    assertThat(STORE.value("select count(*) || ' ' || count(distinct size) from Root join Leaf on id = root_id"))
        .isEqualTo("10100 10100");
  }

  private static int change(String hql, int more) {
    return STORE.inTransaction(session -> {
      var query = session.createMutationQuery(hql);
      return (hql.contains(":more") ? query.setParameter("more", more) : query).executeUpdate();
    });
  }

  private static List<String> rows(Kind kind) {
    return STORE.inSession(session -> session.createSelectionQuery(
        "select name || ' ' || size || ' ' || version from " + kind + " order by name", String.class).getResultList());
  }

  interface Named {
    void name(String name, int size);
  }

  @MappedSuperclass
  abstract static class Sized implements Named {
    @Column(unique = true)
    String name;
    int size;
    @Version
    int version;

    @Override
    public void name(String name, int size) {
      this.name = name;
      this.size = size;
    }
  }

  @Entity(name = "One")
  static class One extends Sized {
    @Id
    @GeneratedValue
    Long id;
  }

  /** Whose duplicates take the transaction with them. */
  @Entity(name = "Strict")
  static class Strict {
    @Id
    @GeneratedValue
    Long id;
    @Column(columnDefinition = "text unique on conflict rollback")
    String name;
  }

  @Entity(name = "Unpooled")
  static class Unpooled extends Sized {
    @Id
    @GeneratedValue(generator = "single")
    @SequenceGenerator(name = "single", sequenceName = "single_SEQ", allocationSize = 1)
    Long id;
  }

  @Entity(name = "Tabled")
  static class Tabled extends Sized {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
  }

  @Entity(name = "Numbered")
  static class Numbered extends Sized {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
  }

  @Entity(name = "Root")
  @Inheritance(strategy = InheritanceType.JOINED)
  static class Root {
    @Id
    @GeneratedValue
    Long id;
    String name;
    @Version
    int version;
  }

  @Entity(name = "Leaf")
  @PrimaryKeyJoinColumn(name = "root_id")
  static class Leaf extends Root implements Named {
    int size;

    @Override
    public void name(String name, int size) {
      this.name = name;
      this.size = size;
    }
  }

  @Entity(name = "Identified")
  @Inheritance(strategy = InheritanceType.JOINED)
  static class Identified {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    @Version
    int version;
  }

  @Entity(name = "Twig")
  static class Twig extends Identified implements Named {
    String name;
    int size;

    @Override
    public void name(String name, int size) {
      this.name = name;
      this.size = size;
    }
  }

  @Entity(name = "Apart")
  @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
  static class Apart {
    @Id
    @GeneratedValue
    Long id;
    String name;
    @Version
    int version;
  }

  @Entity(name = "ApartLeaf")
  static class ApartLeaf extends Apart implements Named {
    int size;

    @Override
    public void name(String name, int size) {
      this.name = name;
      this.size = size;
    }
  }

  @Entity(name = "Extended")
  @SecondaryTable(name = "Extension")
  static class Extended implements Named {
    @Id
    @GeneratedValue
    Long id;
    String name;
    @Column(table = "Extension")
    int size;
    @Version
    int version;

    @Override
    public void name(String name, int size) {
      this.name = name;
      this.size = size;
    }
  }
}

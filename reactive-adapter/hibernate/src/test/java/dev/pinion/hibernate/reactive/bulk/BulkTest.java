package dev.pinion.hibernate.reactive.bulk;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.bulk.Hierarchies.Kind;
import dev.pinion.hibernate.reactive.support.Raw;
import dev.pinion.hibernate.reactive.support.Store;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Updates, deletes and inserts of HQL, on five rows (of which the last has the number 5) of each kind of entity. */
class BulkTest {

  @RegisterExtension
  static final Store STORE = new Store(Hierarchies.entities());

  @ParameterizedTest
  @EnumSource
  void an_update_of_inherited_and_own_columns(Kind kind) {
    fill(kind);

    assertThat(change("update " + kind + " set name = name || '!', extra = extra + 10 where number > 3")).isEqualTo(2);

    assertThat(read("select name || extra from " + kind + " order by number"))
        .containsExactly("n11", "n22", "n33", "n4!14", "n5!15");
  }

  @ParameterizedTest
  @EnumSource
  void an_update_of_all_that_inherit(Kind kind) {
    fill(kind);

    assertThat(change("update " + kind + "Base set name = 'x' where number < 3")).isEqualTo(2);

    assertThat(read("select name from " + kind + " order by number")).containsExactly("x", "x", "n3", "n4", "n5");
  }

  @ParameterizedTest
  @EnumSource
  void a_versioned_update(Kind kind) {
    fill(kind);

    change("update versioned " + kind + " set extra = 0 where number = 2");

    assertThat(read("select cast(version as string) from " + kind + " order by number"))
        .containsExactly("0", "1", "0", "0", "0");
  }

  @ParameterizedTest
  @EnumSource
  void an_update_with_a_subquery(Kind kind) {
    fill(kind);

    assertThat(change("update " + kind + " k set k.extra = (select count(*) from " + kind + " o where o.number < "
        + "k.extra) where k.number in (select max(m.number) from " + kind + " m)")).isEqualTo(1);

    assertThat(read("select cast(extra as string) from " + kind + " where number = 5")).containsExactly("4");
  }

  @ParameterizedTest
  @EnumSource
  void a_delete_takes_the_rows_of_all_tables(Kind kind) {
    fill(kind);

    assertThat(change("delete from " + kind + " where extra > 3")).isEqualTo(2);

    assertThat(read("select name from " + kind + " order by number")).containsExactly("n1", "n2", "n3");
    assertThat(rows(kind)).isEqualTo(3 * kind.tables);
  }

  @ParameterizedTest
  @EnumSource(names = "Second", mode = EnumSource.Mode.EXCLUDE)
  void a_delete_of_all_that_inherit(Kind kind) {
    fill(kind);

    assertThat(change("delete from " + kind + "Base where number <> 1")).isEqualTo(4);

    assertThat(rows(kind)).isEqualTo(kind.tables);
  }

  /** Hibernate ORM does not look for secondary tables of subclasses; their foreign key saves the rows. */
  @Test
  void a_delete_that_forgets_a_secondary_table_fails() {
    fill(Kind.Second);

    assertThatThrownBy(() -> change("delete from SecondBase")).isInstanceOf(ConstraintViolationException.class);

    assertThat(rows(Kind.Second)).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  void an_insert_with_ids_fills_all_tables(Kind kind) {
    fill(kind);

    int inserted = change("insert into " + kind + "(id, number, name, extra, version)"
        + " select id + 100, number + 100, name, extra, 0 from " + kind + " where number > 3");

    assertThat(inserted).isEqualTo(2);
    assertThat(rows(kind)).isEqualTo(7 * kind.tables);
    assertThat(read("select name || extra from " + kind + " where number > 100 order by number"))
        .containsExactly("n44", "n55");
  }

  @Test
  void a_rollback_takes_all_back() {
    fill(Kind.Joined);

    await(STORE.mutiny().withTransaction((session, transaction) -> {
      transaction.markForRollback();
      return session.createMutationQuery("update Joined set name = 'x', extra = 0").executeUpdate();
    }));

    assertThat(read("select name from Joined where extra = 5")).containsExactly("n5");
  }

  private static void fill(Kind kind) {
    STORE.has(IntStream.rangeClosed(1, 5).mapToObj(number -> kind.make(number)).toArray());
  }

  private static int change(String hql) {
    return STORE.inTransaction(session -> session.createMutationQuery(hql).executeUpdate());
  }

  private static List<String> read(String hql) {
    return STORE.inSession(session -> session.createSelectionQuery(hql, String.class).getResultList());
  }

  private static int rows(Kind kind) {
    return Raw.tables(STORE.file()).stream().filter(table -> table.startsWith(kind.name()))
        .mapToInt(table -> Integer.parseInt(STORE.value("select count(*) from " + table))).sum();
  }
}

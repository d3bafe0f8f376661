package dev.pinion.hibernate.reactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.bulk.Hierarchies.Base;
import dev.pinion.hibernate.reactive.bulk.Hierarchies.Kind;
import dev.pinion.hibernate.reactive.support.Raw;
import dev.pinion.hibernate.reactive.support.Store;
import java.util.List;
import org.hibernate.StaleObjectStateException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stateless session's upsert, on entities of each number of tables. */
class UpsertTest {

  @RegisterExtension
  static final Store STORE = new Store(Hierarchies.entities());

  @ParameterizedTest
  @EnumSource
  void inserts_what_is_not_there(Kind kind) {
    upsert(kind.make(1));

    assertThat(read(kind)).containsExactly("1 n1 1 1");
    assertThat(rows(kind)).isEqualTo(kind.tables);
  }

  @ParameterizedTest
  @EnumSource
  void updates_what_is_there(Kind kind) {
    STORE.has(kind.make(1), kind.make(2));
    Base row = kind.make(1);
    row.name = "other";
    row.extra(9);

    upsert(row);

    assertThat(read(kind)).containsExactly("1 other 9 1", "2 n2 2 0");
    assertThat(rows(kind)).isEqualTo(2 * kind.tables);
  }

  @ParameterizedTest
  @EnumSource
  void takes_values_away(Kind kind) {
    STORE.has(kind.make(1));
    Base row = kind.make(1);
    row.name = null;

    upsert(row);

    assertThat(read(kind)).containsExactly("1 - 1 1");
  }

  @ParameterizedTest
  @EnumSource
  void refuses_a_row_of_another_version(Kind kind) {
    STORE.has(kind.make(1));
    Base row = kind.make(1);
    row.version = 7;

    assertThatThrownBy(() -> upsert(row)).hasStackTraceContaining(StaleObjectStateException.class.getName());

    assertThat(read(kind)).containsExactly("1 n1 1 0");
  }

  private static void upsert(Base row) {
    STORE.inStatelessTransaction(session -> session.upsert(row));
  }

  private static List<String> read(Kind kind) {
    return STORE.inSession(session -> session.createSelectionQuery(
        "select number || ' ' || coalesce(name, '-') || ' ' || extra || ' ' || version from " + kind
            + " order by number", String.class).getResultList());
  }

  private static int rows(Kind kind) {
    return Raw.tables(STORE.file()).stream().filter(table -> table.startsWith(kind.name()))
        .mapToInt(table -> Integer.parseInt(STORE.value("select count(*) from " + table))).sum();
  }
}

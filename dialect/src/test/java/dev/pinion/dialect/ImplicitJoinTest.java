package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key of what is referred to is in the row that refers to it, so that its table need not be joined. */
class ImplicitJoinTest extends LibraryTest {

  private final List<String> statements = new CopyOnWriteArrayList<>();

  @Override
  Map<String, Object> settings() {
    return Map.of("hibernate.session_factory.statement_inspector", (StatementInspector) sql -> {
      statements.add(sql);
      return sql;
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "select b.author.id from Book b where b.author.id = 1",
      "select b.author.id from Book b order by b.author.id",
      "select b.author.id from Book b where b.author is not null group by b.id, b.author.id having b.author.id > 1",
      "select a.id from Author a where exists (select 1 from Book b where b.author.id = a.id)"})
  void a_table_whose_key_suffices_is_not_joined(String hql) {
    statements.clear();
    list(hql, Object.class);
    assertThat(statements).hasSize(1).allSatisfy(sql -> assertThat(sql).doesNotContain("join"));
  }

  @Test
  void nor_is_it_a_table_of_a_subquery_that_refers_to_the_key() {
    assertThat(list("select (select count(*) from Author x where x.id <= b.author.id) from Book b order by b.id",
        Long.class)).isEqualTo(list("select b.author.id from Book b order by b.id", Long.class));
    assertThat(list("select n.count from Book b join lateral"
        + " (select count(*) as count from Author x where x.id <= b.author.id) n order by b.id", Long.class))
        .isEqualTo(list("select b.author.id from Book b order by b.id", Long.class));
  }
}

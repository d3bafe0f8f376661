package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Author;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MutationTest extends LibraryTest {

  // Updates and deletes

  @Test
  void aBulkUpdateMayUseAnAlias() {
    assertThat(change("update Book b set b.price = b.price + 1, b.title = upper(b.title) where b.year > 1910"))
        .isEqualTo(2);
    assertThat(names("select title from Book where price = 10.9")).containsExactly("ELEGIEN");
  }

  @Test
  void aBulkUpdateMayJoin() {
    assertThat(change("update Book b set b.price = 1 where b.author.name = 'Mann'")).isEqualTo(2);
    assertThat(change("update Book b join b.author a set b.title = b.title || a.name where a.name = 'Rilke'"))
        .isEqualTo(2);
    assertThat(names("select title from Book where year = 1910")).containsExactly("MalteRilke");
  }

  @Test
  void aBulkUpdateMayUseSubqueries() {
    assertThat(change("update Author a set a.version = (select count(*) from Book b where b.author = a)"
        + " where exists (select 1 from Book b where b.author = a)")).isEqualTo(2);
    assertThat(list("select sum(version) from Author", Long.class)).containsExactly(4L);
  }

  @Test
  void aBulkDeleteMayUseAnAliasAndAJoin() {
    assertThat(change("delete from Book b where b.year < 1905")).isEqualTo(1);
    assertThat(change("delete from Book b where b.author.kind = POET and b.author.name = ?1", "Rilke")).isEqualTo(2);
    assertThat(names("select title from Book")).containsExactly("Zauberberg");
  }

  @Test
  void insertFromASelectWorks() {
    assertThat(change("insert into Author(name, kind, alive, version)"
        + " select b.title, ?1, false, 0 from Book b where b.year < 1911", Author.Kind.NOVELIST)).isEqualTo(2);
    assertThat(names("select name from Author where kind = NOVELIST order by name"))
        .containsExactly("Buddenbrooks", "Malte", "Mann");
  }

  @Test
  void insertOfValuesWithConflictsWorks() {
    assertThat(change("insert into Author(name, alive, version) values ('Mann', false, 0), ('Kafka', false, 0)"
        + " on conflict(name) do nothing")).isEqualTo(1);
    assertThat(change("insert into Author(name, alive, version) values ('Mann', true, 5)"
        + " on conflict(name) do update set version = excluded.version where version < 5")).isEqualTo(1);
    assertThat(list("select version from Author where name = 'Mann'", Integer.class)).containsExactly(5);
    assertThat(change("insert into Author(name, alive, version) select a.name, true, 9 from Author a"
        + " on conflict do nothing")).isZero();
  }

  // Upserts

  @Test
  void anUpsertInsertsOrUpdates() throws SQLException {
    var author = factory.fromSession(session -> session.find(Author.class, 2L));
    author.name = "Thomas Mann";
    factory.inStatelessTransaction(session -> session.upsert(author));
    assertThat(selectOne("select name||version from Author where id = 2")).isEqualTo("Thomas Mann1");
    var unknown = new Author("Kafka", Author.Kind.NOVELIST);
    unknown.id = 77L;
    factory.inStatelessTransaction(session -> session.upsert(unknown));
    assertThat(selectOne("select name from Author where id = 77")).isEqualTo("Kafka");
  }
}

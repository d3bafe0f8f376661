package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Author;
import dev.pinion.dialect.domain.Book;
import dev.pinion.dialect.domain.Knot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.junit.jupiter.api.Test;

class SchemaTest extends DialectTest {

  @Entity(name = "Line")
  @IdClass(Line.Key.class)
  @Table(name = "order", indexes = {@Index(name = "by_note", columnList = "note"),
      @Index(name = "by_sum", columnList = "amount desc, note", unique = true)})
  @Comment("Lines of orders; not */ a trap")
  static class Line {

    static class Key implements Serializable {
      private static final long serialVersionUID = 1L;
      long number;
      int position;

      @Override
      public boolean equals(Object other) {
        return other instanceof Key key && key.number == number && key.position == position;
      }

      @Override
      public int hashCode() {
        return Objects.hash(number, position);
      }
    }

    @Id
    long number;

    @Id
    int position;

    @Column(name = "`select`")
    String keyword;

    @ColumnDefault("upper('none')")
    @Comment("For the customer")
    String note;

    @ColumnDefault("7")
    @Check(constraints = "amount < 1000")
    int amount;

    @GeneratedColumn("amount * 2")
    Integer twice;

    @ManyToOne
    @JoinColumn(name = "of_number", referencedColumnName = "number")
    @JoinColumn(name = "of_position", referencedColumnName = "position")
    Line of;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Author.class, Book.class, Line.class, Knot.Left.class, Knot.Right.class);
  }

  @Override
  Map<String, Object> settings() {
    return Map.of("hibernate.auto_quote_keyword", "true");
  }

  @Test
  void anIdentityIsTheRowid() throws SQLException {
    assertThat(ddl("Author")).contains("id integer", "primary key (id)");
    execute("insert into Author(name, alive, version) values ('x', 0, 0)");
    assertThat(selectOne("select rowid = id from Author")).isEqualTo(1);
  }

  @Test
  void everyConstraintStandsInsideCreateTable() throws SQLException {
    assertThat(ddl("Book"))
        .contains("author_id bigint not null")
        .contains("constraint one_title_a_year unique (title, year_)")
        .contains("constraint price_is_no_debt check (price >= 0)")
        .containsPattern("constraint FK\\w+ foreign key \\(author_id\\) references Author \\(id\\) on delete cascade");
  }

  @Test
  void aBooleanIsCheckedToBeZeroOrOne() throws SQLException {
    assertThat(ddl("Author")).contains("alive boolean not null check (alive in (0,1))");
    assertThatThrownBy(() -> execute("insert into Author(name, alive, version) values ('x', 2, 0)"))
        .hasMessageContaining("CHECK constraint failed");
  }

  @Test
  void aForeignKeyIsEnforced() {
    assertThatThrownBy(() -> execute("insert into Book(title, year_, author_id) values ('x', 1, 99)"))
        .hasMessageContaining("FOREIGN KEY constraint failed");
  }

  @Test
  void aUniqueKeyOfTwoColumnsIsEnforced() throws SQLException {
    execute("insert into Author(id, name, alive, version) values (1, 'x', 0, 0)");
    execute("insert into Book(title, year_, author_id) values ('x', 1, 1), ('x', 2, 1)");
    assertThatThrownBy(() -> execute("insert into Book(title, year_, author_id) values ('x', 1, 1)"))
        .hasMessageContaining("UNIQUE constraint failed: Book.title, Book.year_");
  }

  @Test
  void aCompositeKeyMayReferToItsOwnTable() throws SQLException {
    assertThat(ddl("order")).containsPattern("primary key \\((number, position|position, number)\\)")
        .containsPattern("foreign key \\((of_number, of_position\\) references \"order\" \\(number, position"
            + "|of_position, of_number\\) references \"order\" \\(position, number)\\)");
    execute("insert into \"order\"(number, position) values (1, 1)");
    execute("insert into \"order\"(number, position, of_number, of_position, amount) values (1, 2, 1, 1, 8)");
    assertThatThrownBy(() -> execute(
        "insert into \"order\"(number, position, of_number, of_position, amount) values (1, 3, 9, 9, 9)"))
        .hasMessageContaining("FOREIGN KEY");
  }

  @Test
  void keywordsAreQuoted() throws SQLException {
    assertThat(ddl("order")).startsWith("CREATE TABLE \"order\"").contains("\"select\" varchar(255)");
  }

  @Test
  void commentsAreKeptInTheText() throws SQLException {
    assertThat(ddl("order")).contains("/* Lines of orders; not *\\/ a trap */").contains("/* For the customer */");
  }

  @Test
  void defaultsAndGeneratedColumnsWork() throws SQLException {
    execute("insert into \"order\"(number, position) values (1, 1)");
    assertThat(selectOne("select note||amount||twice from \"order\"")).isEqualTo("NONE714");
  }

  @Test
  void anIndexIsCreatedAndAUniqueOneIsAConstraint() throws SQLException {
    assertThat(selectAll("select name from sqlite_schema where type = 'index' and name like 'by_%'"))
        .containsExactly("by_note");
    assertThat(ddl("order")).contains("constraint by_sum unique (amount desc, note)");
  }

  @Test
  void dropRemovesTablesThatReferToEachOtherAndHoldRows() throws SQLException {
    execute("insert into Author(id, name, alive, version) values (1, 'x', 0, 0)");
    execute("insert into Book(title, year_, author_id) values ('x', 1, 1)");
    execute("insert into knot_left(id) values (1)");
    execute("insert into knot_right(id, left_id) values (1, 1)");
    execute("update knot_left set right_id = 1");
    factory.getSchemaManager().dropMappedObjects(false);
    assertThat(selectAll("select name from sqlite_schema where name not like 'sqlite_%'")).isEmpty();
  }

  @Test
  void aForeignKeyMayBeDeferred() throws SQLException {
    assertThat(ddl("knot_right")).contains("constraint knot_of_left foreign key (left_id) references knot_left (id)"
        + " deferrable initially deferred");
    factory.inTransaction(session -> {
      session.createNativeMutationQuery("insert into knot_right(id, left_id) values (1, 1)").executeUpdate();
      session.createNativeMutationQuery("insert into knot_left(id) values (1)").executeUpdate();
    });
    assertThat(selectOne("select count(*) from knot_right join knot_left on left_id = knot_left.id")).isEqualTo(1);
  }

  @Test
  void truncateEmptiesTheTables() throws SQLException {
    execute("insert into \"order\"(number, position) values (1, 1)");
    factory.getSchemaManager().truncateMappedObjects();
    assertThat(selectOne("select count(*) from \"order\"")).isEqualTo(0);
  }

  @Test
  void createTwiceStartsAfresh() throws SQLException {
    execute("insert into Author(id, name, alive, version) values (1, 'x', 0, 0)");
    execute("insert into Book(title, year_, author_id) values ('x', 1, 1)");
    newFactory("create", Map.of(), List.of(Author.class, Book.class)).close();
    assertThat(selectOne("select count(*) from Author")).isEqualTo(0);
  }

  @Test
  void anUnchangedSchemaValidates() {
    newFactory("validate", settings(), entities()).close();
  }

  @Test
  void updateLeavesAnUnchangedSchemaAsItIs() throws SQLException {
    var before = selectAll("select sql from sqlite_schema where type = 'table' order by name");
    newFactory("update", settings(), entities()).close();
    assertThat(selectAll("select sql from sqlite_schema where type = 'table' order by name")).isEqualTo(before);
  }

  @Test
  void updateAddsAMissingTable() throws SQLException {
    execute("drop table Book");
    newFactory("update", settings(), entities()).close();
    execute("insert into Author(id, name, alive, version) values (1, 'x', 0, 0)");
    assertThatThrownBy(() -> execute("insert into Book(title, year_, author_id) values ('x', 1, 1), ('x', 1, 1)"))
        .hasMessageContaining("UNIQUE");
    assertThatThrownBy(() -> execute("insert into Book(title, year_, author_id) values ('y', 1, 2)"))
        .hasMessageContaining("FOREIGN KEY");
  }

  @Test
  void updateAddsAMissingColumn() throws SQLException {
    execute("alter table Author drop column kind");
    newFactory("update", settings(), entities()).close();
    assertThat(selectOne("select count(*) from pragma_table_info('Author') where name = 'kind'")).isEqualTo(1);
  }
}

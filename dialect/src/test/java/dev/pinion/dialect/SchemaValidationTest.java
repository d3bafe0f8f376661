package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Author;
import dev.pinion.dialect.domain.Book;
import dev.pinion.dialect.domain.Everything;
import dev.pinion.dialect.domain.Ids;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SchemaValidationTest extends DialectTest {

  private SchemaActions actions;

  @Override
  List<Class<?>> entities() {
    return List.of(Author.class, Book.class, Everything.class, Ids.Sequenced.class, Ids.Tabled.class);
  }

  @BeforeAll
  void prepare() {
    actions = new SchemaActions(url(), Map.of(), entities());
  }

  @AfterAll
  void release() {
    actions.close();
  }

  private void redeclare(String table, String column, String type) throws SQLException {
    var definition = "([(,] ?)" + column + " [a-z]+(\\([0-9,]+\\))?(?= |,)";
    var ddl = ddl(table).replaceFirst(definition, "$1" + column + " " + type);
    execute("drop table " + table);
    execute(ddl);
    assertThat(selectOne("select lower(type) from pragma_table_xinfo('" + table + "') where name = '" + column + "'"))
        .isEqualTo(type);
  }

  @Test
  void an_unchanged_schema_is_valid() {
    assertThatCode(actions::validate).doesNotThrowAnyException();
  }

  @Test
  void names_that_differ_in_case_only_are_the_same() throws SQLException {
    var ddl = ddl("Book").replace("title", "TITLE").replace("TABLE Book", "TABLE BOOK");
    execute("drop table Book");
    execute(ddl);
    assertThatCode(actions::validate).doesNotThrowAnyException();
  }

  @Test
  void a_missing_table_is_found() throws SQLException {
    execute("drop table Book");
    assertThatThrownBy(actions::validate).isInstanceOf(SchemaManagementException.class)
        .hasMessageContaining("missing table [Book]");
  }

  @Test
  void a_missing_column_is_found() throws SQLException {
    execute("alter table Author drop column kind");
    assertThatThrownBy(actions::validate).hasMessageContaining("missing column [kind] in table [Author]");
  }

  @Test
  void a_missing_sequence_is_found() throws SQLException {
    var sequence = selectOne("select name from sqlite_schema where sql like '%increment_by%'");
    execute("drop table " + sequence);
    assertThatThrownBy(actions::validate).hasMessageContaining("missing sequence [" + sequence + "]");
  }

  @Test
  void a_wrong_type_of_every_column_is_found() throws SQLException {
    var unnoticed = new ArrayList<>();
    for (var column : selectAll("select name from pragma_table_xinfo('Everything') where pk = 0")) {
      var type = selectOne("select lower(type) from pragma_table_xinfo('Everything') where name = '" + column + "'");
      var wrong = type.equals("blob") ? "text" : "blob";
      redeclare("Everything", column.toString(), wrong);
      try {
        actions.validate();
        unnoticed.add(column + " " + wrong);
      } catch (SchemaManagementException e) {
        assertThat(e).hasMessageContaining("wrong column type encountered in column [" + column + "]")
            .hasMessageContaining("found [" + wrong);
      }
      empty();
    }
    assertThat(unnoticed).isEmpty();
  }

  @Test
  void a_date_is_no_timestamp() throws SQLException {
    redeclare("Everything", "aLocalDateTime", "date");
    assertThatThrownBy(actions::validate).hasMessageContaining("aLocalDateTime");
  }

  @Test
  void text_holds_what_is_stored_as_text() throws SQLException {
    redeclare("Everything", "aString", "text");
    redeclare("Everything", "aLocalDateTime", "text");
    redeclare("Everything", "anInstant", "text");
    assertThatCode(actions::validate).doesNotThrowAnyException();
  }

  @Test
  void integers_of_all_sizes_are_the_same() throws SQLException {
    redeclare("Everything", "aByte", "integer");
    redeclare("Everything", "aLong", "int");
    redeclare("Everything", "aBoolean", "integer");
    assertThatCode(actions::validate).doesNotThrowAnyException();
  }

  @Test
  void a_view_validates_as_a_table_does() throws SQLException {
    execute("alter table Author rename to old_author");
    execute("create view Author as select * from old_author");
    try {
      assertThatCode(actions::validate).doesNotThrowAnyException();
    } finally {
      execute("drop view Author");
      execute("drop table old_author");
    }
  }

  @Test
  void a_broken_view_beside_disturbs_nothing() throws SQLException {
    execute("create view broken as select * from nowhere");
    try {
      assertThatCode(actions::validate).doesNotThrowAnyException();
    } finally {
      execute("drop view broken");
    }
  }
}

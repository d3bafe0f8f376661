package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.annotations.RowId;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entity that asks for it is updated and deleted by its rowid, which needs no index. */
class RowIdTest extends DialectTest {

  private final List<String> statements = new CopyOnWriteArrayList<>();

  @RowId
  @Entity(name = "Page")
  static class Page {
    @Id
    String address;

    String text;

    @Version
    int version;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Page.class);
  }

  @Override
  Map<String, Object> settings() {
    return Map.of("hibernate.session_factory.statement_inspector", (StatementInspector) sql -> {
      statements.add(sql);
      return sql;
    });
  }

  @BeforeEach
  void fill() {
    factory.inTransaction(session -> {
      for (var address : List.of("a", "b")) {
        var page = new Page();
        page.address = address;
        page.text = "old";
        session.persist(page);
      }
    });
    statements.clear();
  }

  @Test
  void an_update_finds_the_row_by_its_rowid() {
    factory.inTransaction(session -> session.find(Page.class, "b").text = "new");
    assertThat(statements).filteredOn(sql -> sql.startsWith("update")).singleElement().asString()
        .contains("where _rowid_=?");
    assertThat(single(factory, "select listagg(text, ',') within group (order by address) from Page", String.class))
        .isEqualTo("old,new");
  }

  @Test
  void so_does_a_delete() {
    factory.inTransaction(session -> session.remove(session.find(Page.class, "a")));
    assertThat(statements).filteredOn(sql -> sql.startsWith("delete")).singleElement().asString()
        .contains("_rowid_=?");
    assertThat(single(factory, "select address from Page", String.class)).isEqualTo("b");
  }

  @Test
  void what_was_just_inserted_can_be_updated_too() {
    factory.inTransaction(session -> {
      var page = new Page();
      page.address = "c";
      session.persist(page);
      session.flush();
      page.text = "new";
    });
    assertThat(single(factory, "select text from Page where address = 'c'", String.class)).isEqualTo("new");
  }
}

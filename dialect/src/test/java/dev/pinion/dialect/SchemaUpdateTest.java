package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.junit.jupiter.api.Test;

class SchemaUpdateTest extends DialectTest {

  @Entity(name = "Shelf")
  @Table(name = "Shelf")
  static class Shelf {
    @Id
    long id;
  }

  @Entity(name = "Item")
  @Table(name = "Item", indexes = @Index(name = "item_by_note", columnList = "note"),
      uniqueConstraints = @UniqueConstraint(name = "one_code_a_shelf", columnNames = {"code", "shelf_id"}))
  static class Item {
    @Id
    long id;

    String code;

    String note;

    int amount;

    @ColumnDefault("3")
    int stars;

    @ColumnDefault("current_timestamp")
    String since;

    @GeneratedColumn("stars * 2")
    Integer twice;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    @JoinColumn(name = "shelf_id", foreignKey = @ForeignKey(name = "item_on_shelf"))
    Shelf shelf;

    @ManyToOne
    @JoinColumn(name = "spare_id", foreignKey = @ForeignKey(name = "item_on_spare",
        foreignKeyDefinition = "foreign key (spare_id) references Shelf (id) deferrable initially deferred"))
    Shelf spare;
  }

  @Entity(name = "Tag")
  @Table(name = "Tag")
  static class Tag {
    @Id
    @Column(unique = true)
    String name;

    @Column(unique = true)
    String alias;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Shelf.class, Item.class, Tag.class, Ids.Sequenced.class, Ids.Tabled.class);
  }

  private void update() {
    newFactory("update", Map.of(), entities()).close();
  }

  private void updateLeniently() {
    newFactory("update", Map.of("hibernate.hbm2ddl.halt_on_error", "false"), entities()).close();
  }

  private void replace(String table, String ddl) throws SQLException {
    execute("drop table " + table);
    execute(ddl);
  }

  private List<Object> schema() throws SQLException {
    return selectAll("select name || coalesce(sql, '') from sqlite_schema order by name");
  }

  private List<Object> columns(String table) throws SQLException {
    return selectAll("select name from pragma_table_xinfo('" + table + "')");
  }

  @Test
  void an_unchanged_schema_is_left_as_it_is() throws SQLException {
    var before = schema();
    update();
    assertThat(schema()).isEqualTo(before);
  }

  @Test
  void names_that_differ_in_case_only_are_the_same() throws SQLException {
    replace("Tag", "create table TAG (NAME text primary key, ALIAS text, unique (ALIAS))");
    var before = schema();
    update();
    assertThat(schema()).isEqualTo(before);
  }

  @Test
  void an_empty_table_gets_every_kind_of_column() throws SQLException {
    replace("Item", "create table Item (id integer primary key)");
    update();
    assertThat(columns("Item")).containsExactlyInAnyOrder("id", "code", "note", "amount", "stars", "since", "twice",
        "shelf_id", "spare_id");
    assertThatThrownBy(() -> execute("insert into Item(id) values (1)")).hasMessageContaining("NOT NULL");
    execute("insert into Item(id, amount) values (1, 2)");
    assertThat(selectOne("select twice from Item")).isEqualTo(6);
  }

  @Test
  void a_new_column_brings_its_foreign_key() throws SQLException {
    replace("Item", "create table Item (id integer primary key)");
    update();
    assertThat(selectAll("select \"from\" || ' ' || on_delete from pragma_foreign_key_list('Item') order by 1"))
        .containsExactly("shelf_id CASCADE", "spare_id NO ACTION");
    assertThat(ddl("Item")).contains("constraint item_on_shelf references Shelf (id) on delete cascade")
        .contains("constraint item_on_spare references Shelf (id) deferrable initially deferred");
  }

  @Test
  void a_table_with_rows_gets_what_suits_its_rows() throws SQLException {
    replace("Item", "create table Item (id integer primary key, since text, amount int not null)");
    execute("insert into Item(id, amount) values (1, 1)");
    update();
    assertThat(selectOne("select stars + twice from Item")).isEqualTo(9);
  }

  @Test
  void a_missing_unique_key_becomes_a_unique_index() throws SQLException {
    replace("Tag", "create table Tag (name varchar(255) primary key, alias varchar(255))");
    update();
    execute("insert into Tag values ('a', 'b')");
    assertThatThrownBy(() -> execute("insert into Tag values ('c', 'b')")).hasMessageContaining("UNIQUE");
  }

  @Test
  void a_missing_index_is_created() throws SQLException {
    execute("drop index item_by_note");
    update();
    assertThat(selectAll("select name from sqlite_schema where name = 'item_by_note'")).hasSize(1);
  }

  @Test
  void a_missing_sequence_is_created() throws SQLException {
    var sequence = selectOne("select name from sqlite_schema where sql like '%increment_by%'");
    execute("drop table " + sequence);
    update();
    assertThat(selectOne("select count(*) from " + sequence)).isEqualTo(1);
  }

  @Test
  void a_required_column_without_a_default_is_refused_when_there_are_rows() throws SQLException {
    replace("Item", "create table Item (id integer primary key, since text)");
    execute("insert into Item(id) values (1)");
    assertThatThrownBy(this::update).hasMessageContaining("cannot add the column amount to the table Item")
        .hasMessageContaining("not null").hasMessageContaining("pinion:generate");
  }

  @Test
  void a_refusal_is_found_before_anything_is_written() throws SQLException {
    replace("Item", "create table Item (id integer primary key, since text)");
    execute("insert into Item(id) values (1)");
    execute("drop table Tag");
    assertThatThrownBy(this::update).hasMessageContaining("amount");
    assertThat(selectAll("select name from sqlite_schema where name = 'Tag'")).isEmpty();
  }

  @Test
  void without_halting_the_rest_is_done() throws SQLException {
    replace("Item", "create table Item (id integer primary key)");
    execute("insert into Item(id) values (1)");
    updateLeniently();
    assertThat(columns("Item")).contains("note", "stars", "shelf_id").doesNotContain("amount", "since");
  }

  @Test
  void a_varying_default_is_refused_when_there_are_rows() throws SQLException {
    replace("Item", "create table Item (id integer primary key, amount int not null)");
    execute("insert into Item(id, amount) values (1, 1)");
    assertThatThrownBy(this::update).hasMessageContaining("since").hasMessageContaining("no constant");
  }

  @Test
  void a_foreign_key_of_an_existing_column_is_refused() throws SQLException {
    replace("Item", "create table Item (id integer primary key, shelf_id bigint)");
    assertThatThrownBy(this::update).hasMessageContaining("the foreign key item_on_shelf")
        .hasMessageContaining("pinion:generate");
  }

  @Test
  void a_column_of_the_primary_key_is_refused() throws SQLException {
    replace("Shelf", "create table Shelf (other integer primary key)");
    assertThatThrownBy(this::update).hasMessageContaining("primary key of a table is fixed");
  }

  @Test
  void an_empty_table_without_a_key_gets_a_unique_index_for_one() throws SQLException {
    replace("Tag", "create table Tag (unmapped integer)");
    update();
    execute("insert into Tag(name) values ('a')");
    assertThatThrownBy(() -> execute("insert into Tag(name) values ('a')")).hasMessageContaining("UNIQUE");
    assertThatThrownBy(() -> execute("insert into Tag(name) values (null)")).hasMessageContaining("NOT NULL");
  }

  @Test
  void a_table_without_a_key_that_has_rows_cannot_get_one() throws SQLException {
    replace("Tag", "create table Tag (unmapped integer)");
    execute("insert into Tag values (1)");
    assertThatThrownBy(this::update).hasMessageContaining("primary key of a table is fixed");
  }

  @Test
  void a_view_in_the_place_of_a_table_is_left_alone() throws SQLException {
    replace("Tag", "create view Tag as select 'x' as name, 'y' as alias");
    update();
    var type = selectOne("select type from sqlite_schema where name = 'Tag'");
    execute("drop view Tag");
    assertThat(type).isEqualTo("view");
  }
}

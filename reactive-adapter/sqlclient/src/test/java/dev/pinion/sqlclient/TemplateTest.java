package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.templates.SqlTemplate;
import io.vertx.sqlclient.templates.TupleMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vert.x's {@code SqlTemplate} over our pool. */
class TemplateTest extends DatabaseTest {

  private Pool pool;

  record Person(long id, String name) {
  }

  @BeforeEach
  void createTable() {
    pool = pool(2);
    run(pool, "create table person (id integer primary key, name text, boss integer)");
    run(pool, "insert into person values (1, 'Ahab', null), (2, 'Starbuck', 1), (3, 'Ishmael', 2)");
  }

  @Test
  void parameters_are_bound_by_name_in_whatever_order_and_as_often_as_they_occur() {
    Map<String, Object> parameters = Map.of("id", 1, "name", "Ishmael");
    assertThat(await(SqlTemplate.forQuery(pool,
            "select id from person where name = #{name} or id = #{id} or boss = #{id} order by id")
        .mapTo(row -> row.getInteger("id")).execute(parameters))).containsExactly(1, 2, 3);
  }

  @Test
  void rows_are_mapped_to_records() {
    assertThat(await(SqlTemplate.forQuery(pool, "select id, name from person where id = #{id}")
        .mapTo(row -> new Person(row.getLong("id"), row.getString("name"))).execute(Map.of("id", 2))))
        .containsExactly(new Person(2, "Starbuck"));
  }

  @Test
  void parameters_are_mapped_from_records() {
    await(SqlTemplate.forUpdate(pool, "update person set name = #{name} where id = #{id}")
        .mapFrom(TupleMapper.<Person>mapper(person -> Map.of("id", person.id(), "name", person.name())))
        .execute(new Person(3, "Queequeg")));

    assertThat(single(pool, "select name from person where id = 3")).isEqualTo("Queequeg");
  }

  @Test
  void parameters_are_mapped_from_json() {
    await(SqlTemplate.forUpdate(pool, "insert into person (id, name) values (#{id}, #{name})")
        .mapFrom(TupleMapper.jsonObject()).execute(new JsonObject().put("id", 4).put("name", "Pip")));

    assertThat(single(pool, "select name from person where id = 4")).isEqualTo("Pip");
  }

  @Test
  void an_update_tells_how_many_rows_it_changed() {
    assertThat(await(SqlTemplate.forUpdate(pool, "delete from person where id > #{id}").execute(Map.of("id", 1)))
        .rowCount()).isEqualTo(2);
  }

  @Test
  void a_batch_takes_effect() {
    await(SqlTemplate.forUpdate(pool, "insert into person (id, name) values (#{id}, #{name})")
        .executeBatch(List.of(Map.of("id", 10, "name", "Flask"), Map.of("id", 11, "name", "Stubb"))));

    assertThat(single(pool, "select group_concat(name) from person where id >= 10")).isEqualTo("Flask,Stubb");
  }

  @Test
  void rows_are_collected() {
    assertThat(await(SqlTemplate.forQuery(pool, "select name from person where id < #{id} order by id")
        .collecting(Collectors.mapping(row -> row.getString(0), Collectors.joining(" "))).execute(Map.of("id", 3)))
        .value()).isEqualTo("Ahab Starbuck");
  }

  @Test
  void a_template_runs_inside_of_a_transaction() {
    await(pool.withTransaction(connection -> SqlTemplate
        .forQuery(connection, "insert into person (name) values (#{name}) returning id")
        .mapTo(row -> row.getLong("id")).execute(Map.of("name", "Elijah"))));

    assertThat(single(pool, "select count(*) from person where name = 'Elijah'")).isEqualTo(1L);
  }
}

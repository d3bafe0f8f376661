package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.SqliteConstraint.Kind;
import dev.pinion.sqlclient.testing.DatabaseTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteConstraintTest extends DatabaseTest {

  private SqliteConnection connection;

  @BeforeEach
  void connectAnew() {
    connection = connect();
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        violation("create table t (a not null)", "insert into t values (null)", Kind.NOT_NULL, "t", "a"),
        violation("create table t (a unique)", "insert into t values (1), (1)", Kind.UNIQUE, "t", "a"),
        violation("create table t (a, b, unique (b, a))", "insert into t values (1, 2), (1, 2)",
            Kind.UNIQUE, "t", "b", "a"),
        violation("create table t (a primary key)", "insert into t values (1), (1)", Kind.PRIMARY_KEY, "t", "a"),
        violation("create table t (id integer primary key)", "insert into t values (1), (1)",
            Kind.PRIMARY_KEY, "t", "id"),
        violation("create table t (a, b, primary key (a, b)) without rowid", "insert into t values (1, 2), (1, 2)",
            Kind.PRIMARY_KEY, "t", "a", "b"),
        violation("create table t (a)", "insert into t (rowid) values (1), (1)", Kind.UNIQUE, "t", "rowid"),
        violation("create table t (a int) strict", "insert into t values ('x')", Kind.DATATYPE, "t", "a"),
        violation("create virtual table t using rtree (id, low, high)", "insert into t values (1, 1, 2), (1, 1, 2)",
            Kind.UNIQUE, "t", "id"),
        violation("attach ':memory:' as other; create table other.t (a unique)",
            "insert into other.t values (1), (1)", Kind.UNIQUE, "t", "a"),
        violation("create table \"it's, a\" (\"b, c\" unique)", "insert into \"it's, a\" values (1), (1)",
            Kind.UNIQUE, "it's, a", "b, c"),
        violation("create table \"s.t\" (\"a.b\", c, unique (\"a.b\", c))", "insert into \"s.t\" values (1, 2), (1, 2)",
            Kind.UNIQUE, "s.t", "a.b", "c"),
        violation("create table t (\"a.b\" not null)", "insert into t values (null)", Kind.NOT_NULL, "t", "a.b"));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void a_violation_tells_kind_table_and_columns(
      String schema, String sql, Kind kind, String table, List<String> columns) {
    assertThat(violated(schema, sql)).isEqualTo(new SqliteConstraint(kind, table, columns, null));
  }

  @Test
  void a_named_check_tells_its_name() {
    assertThat(violated("create table t (a, constraint \"a is: big\" check (a > 9))", "insert into t values (1)"))
        .isEqualTo(new SqliteConstraint(Kind.CHECK, null, List.of(), "a is: big"));
  }

  @Test
  void a_check_without_a_name_tells_its_expression() {
    assertThat(violated("create table t (a check (a > 9 and a <> ', t.a'))", "insert into t values (1)").name())
        .isEqualTo("a > 9 and a <> ', t.a'");
  }

  @Test
  void an_index_on_an_expression_tells_its_name() {
    assertThat(violated("create table t (a); create unique index \"it's\" on t (lower(a))",
        "insert into t values ('x'), ('X')"))
        .isEqualTo(new SqliteConstraint(Kind.UNIQUE, null, List.of(), "it's"));
  }

  @Test
  void a_foreign_key_tells_its_kind_only() {
    assertThat(violated("create table t (id integer primary key, parent references t)", "insert into t values (1, 9)"))
        .isEqualTo(new SqliteConstraint(Kind.FOREIGN_KEY, null, List.of(), null));
  }

  @Test
  void a_deferred_foreign_key_tells_its_kind_at_the_commit() {
    run(connection, "create table t (id integer primary key, parent references t deferrable initially deferred)");
    var transaction = await(connection.begin());
    run(connection, "insert into t values (1, 9)");

    SqliteException error = failure(SqliteException.class, transaction.commit());

    assertThat(error.getSqlState()).isEqualTo("23503");
    assertThat(error.constraint().kind()).isEqualTo(Kind.FOREIGN_KEY);
  }

  @Test
  void a_raise_in_a_trigger_has_its_own_text() {
    await(connection.query("create table t (a); create trigger tr before insert on t begin "
        + "select raise(abort, 'UNIQUE constraint failed: not.really'); end").execute());

    SqliteException error = failure(SqliteException.class, connection.query("insert into t values (1)").execute());

    assertThat(error).hasMessageStartingWith("UNIQUE constraint failed: not.really [SQLITE_CONSTRAINT_TRIGGER]");
    assertThat(error.getSqlState()).isEqualTo("23000");
    assertThat(error.constraint()).isEqualTo(new SqliteConstraint(Kind.TRIGGER, null, List.of(), null));
  }

  @Test
  void a_strict_table_refuses_with_a_data_exception() {
    run(connection, "create table t (a int) strict");

    SqliteException error = failure(SqliteException.class, connection.query("insert into t values ('x')").execute());

    assertThat(error.codeName()).isEqualTo("SQLITE_CONSTRAINT_DATATYPE");
    assertThat(error.getSqlState()).isEqualTo("22000");
  }

  @Test
  void a_virtual_table_that_refuses_tells_no_columns() {
    assertThat(violated("create virtual table t using rtree (id, low, high)", "insert into t values (1, 5, 2)"))
        .isEqualTo(new SqliteConstraint(Kind.OTHER, null, List.of(), null));
  }

  private SqliteConstraint violated(String schema, String sql) {
    await(connection.query(schema).execute());
    return failure(SqliteException.class, connection.query(sql).execute()).constraint();
  }

  private static Arguments violation(String schema, String sql, Kind kind, String table, String... columns) {
    return Arguments.of(schema, sql, kind, table, List.of(columns));
  }
}

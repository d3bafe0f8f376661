package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQLite has one code for nearly all that is wrong with a statement; its text says more. */
class GeneralErrorTest extends DatabaseTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "selec 1 | 42601",
      "select from | 42601",
      "select cast('x' as | 42601",
      "select 1 from t where 'abc | 42601",
      "insert into t values (1) | 42601",
      "insert into t (a) values (1, 2) | 42601",
      "select 1 union select 1, 2 | 42601",
      "select * from missing | 42P01",
      "select * from \"a: syntax error\" | 42P01",
      "select * from missing.t | 42P01",
      "drop view missing | 42P01",
      "create trigger z after insert on missing begin select 1; end | 42P01",
      "select missing from t | 42703",
      "select t.missing from t | 42703",
      "insert into t (missing) values (1) | 42703",
      "alter table t drop column missing | 42703",
      "select missing(1) | 42883",
      "select abs() | 42883",
      "drop index missing | 42704",
      "drop trigger missing | 42704",
      "create virtual table q using missing (a) | 42704",
      "select a collate missing from t order by 1 | 42704",
      "release missing | 3B001",
      "detach missing | 3F000",
      "pragma missing.user_version | 3F000",
      "create table t (a) | 42P07",
      "create view v as select 1 | 42P07",
      "create index ix on t (a) | 42P07",
      "alter table v rename to t | 42P07",
      "create trigger tr after insert on t begin select 1; end | 42710",
      "attach ':memory:' as main | 42P06",
      "alter table t add column a | 42701",
      "select * from t, t where a = 1 | 42702",
      "select a from t where max(a) > 1 | 42803",
      "select row_number() from t | 42P20",
      "select 1 from t order by 7 | 42P10",
      "create table z (a primary key, b primary key) | 42P16",
      "insert into v values (1) | 42809",
      "insert into g (b) values (1) | 428C9",
      "update g set b = 1 | 428C9",
      "insert into child values (5) | 42830",
      "create table sqlite_x (a) | 42939",
      "delete from sqlite_schema | 42501",
      "select load_extension('x') | 42501",
      "select abs(-9223372036854775808) | 22003",
      "select 'a' like 'b' escape 'cc' | 22019",
      "select json('{') | 22032",
      "select json_extract('{}', 'x') | 22000",
      "rollback | 25P01",
      "commit | 25P01",
      "select ?999999 | 54000"})
  void the_state_says_what_is_wrong(String sql, String state) {
    SqliteConnection connection = connect();
    await(connection.query("create table t (a, b); create view v as select 1 as a; create index ix on t (b); "
        + "create trigger tr after insert on t begin select 1; end; create table g (a, b as (a + 1)); "
        + "create table parent (a); create table child (a references parent (a))").execute());

    SqliteException error = failure(SqliteException.class, connection.query(sql).execute());

    assertThat(error.getSqlState()).as(error.getMessage()).isEqualTo(state);
    assertThat(error.constraint()).isNull();
    assertThat(error.isRetryable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "begin | 25001",
      "vacuum | 25001",
      "pragma synchronous = off | 25001",
      "pragma journal_mode = delete | 25001"})
  void the_state_says_what_a_transaction_forbids(String sql, String state) {
    SqliteConnection connection = connect();
    await(connection.begin());

    assertThat(failure(SqliteException.class, connection.query(sql).execute()).getSqlState()).isEqualTo(state);
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteExceptionTest extends DatabaseTest {

  private SqliteConnection connection;

  @BeforeEach
  void createTables() {
    connection = connect();
    await(connection.query("create table t (id integer primary key, a text not null, b integer check (b > 0), "
        + "c unique, d references t); create table w (k text primary key) without rowid; "
        + "insert into t values (1, 'a', 1, 1, 1); insert into w values ('k')").execute());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "insert into t values (2, null, 1, 2, 1) | SQLITE_CONSTRAINT_NOTNULL | 1299 | 23502 | NOT NULL constraint",
      "insert into t values (2, 'a', 1, 2, 9) | SQLITE_CONSTRAINT_FOREIGNKEY | 787 | 23503 | FOREIGN KEY",
      "insert into t values (2, 'a', 1, 1, 1) | SQLITE_CONSTRAINT_UNIQUE | 2067 | 23505 | constraint failed: t.c",
      "insert into t values (1, 'a', 1, 2, 1) | SQLITE_CONSTRAINT_PRIMARYKEY | 1555 | 23505 | failed: t.id",
      "insert into w values ('k') | SQLITE_CONSTRAINT_PRIMARYKEY | 1555 | 23505 | UNIQUE constraint failed: w.k",
      "insert into t values (2, 'a', 0, 2, 1) | SQLITE_CONSTRAINT_CHECK | 275 | 23514 | CHECK constraint failed: b > 0",
      "insert into t values ('x', 'a', 1, 2, 1) | SQLITE_MISMATCH | 20 | 22000 | datatype mismatch",
      "select from | SQLITE_ERROR | 1 | 42601 | syntax error",
      "select * from missing | SQLITE_ERROR | 1 | 42P01 | no such table: missing"})
  void an_error_has_code_name_state_text_and_sql(String sql, String name, int code, String state, String text) {
    SqliteException error = failure(SqliteException.class, connection.preparedQuery(sql).execute());

    assertThat(error.codeName()).isEqualTo(name);
    assertThat(error.getErrorCode()).isEqualTo(code);
    assertThat(error.primaryCode()).isEqualTo(code & 0xFF);
    assertThat(error.getSqlState()).isEqualTo(state);
    assertThat(error.sql()).isEqualTo(sql);
    assertThat(error).hasMessageContaining(text).hasMessageContaining("[" + name + "]").hasMessageEndingWith(sql);
  }
}

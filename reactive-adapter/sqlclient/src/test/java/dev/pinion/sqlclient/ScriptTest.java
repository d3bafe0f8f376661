package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several statements in one simple query, and several tuples for one statement. */
class ScriptTest extends DatabaseTest {

  private SqliteConnection connection;

  @BeforeEach
  void createTable() {
    connection = connect();
    run(connection, "create table t (x unique)");
  }

  @Test
  void each_statement_has_its_result_and_comments_have_none() {
    List<Integer> counts = new ArrayList<>();
    RowSet<Row> result = await(connection.query("""
        -- first; not a statement
        insert into t values ('a;b'), (2); /* ; */ ;
        create trigger tr after insert on t begin
          update t set x = case when x = 3 then 'three' end where x = 3; -- ; inside
          select 1;
        end;
        insert into t values (3);
        select * from t;;
        """).execute());
    for (RowSet<Row> next = result; next != null; next = next.next()) {
      counts.add(next.rowCount());
    }

    assertThat(counts).containsExactly(2, 0, 1, 3);
    assertThat(run(connection, "select x from t")).extracting(row -> row.getValue(0))
        .containsExactlyInAnyOrder("a;b", 2L, "three");
  }

  @Test
  void an_error_tells_which_statement_it_was_and_what_became_of_the_others() {
    SqliteException error = failure(SqliteException.class, connection.query(
        "insert into t values (1); insert into t values (2); insert into t values (1); insert into t values (4)")
        .execute());

    assertThat(error).hasMessageStartingWith("UNIQUE constraint failed: t.x [SQLITE_CONSTRAINT_UNIQUE]")
        .hasMessageContaining("statement 3 of 4 of a script: those before it have run, those after it have not")
        .hasMessageEndingWith("SQL: insert into t values (1)");
    assertThat(error.sql()).isEqualTo("insert into t values (1)");
    assertThat(error.constraint().columns()).containsExactly("x");
    assertThat(error.getSqlState()).isEqualTo("23505");
    assertThat(single(connection, "select group_concat(x) from t")).isEqualTo("1,2");
  }

  @Test
  void a_script_with_its_own_transaction_can_undo_what_it_did() {
    failure(SqliteException.class, connection.query(
        "begin; insert into t values (1); insert into t values (1); commit").execute());
    await(connection.query("rollback").execute());

    assertThat(single(connection, "select count(*) from t")).isEqualTo(0L);
  }

  @Test
  void one_statement_alone_is_no_script() {
    assertThat(failure(SqliteException.class, connection.query("select * from missing;").execute()))
        .hasMessageNotContaining("script");
  }

  @Test
  void an_error_in_a_batch_tells_which_tuple_it_was() {
    SqliteException error = failure(SqliteException.class, connection.preparedQuery("insert into t values (?)")
        .executeBatch(List.of(Tuple.of(1), Tuple.of(2), Tuple.of(1), Tuple.of(4))));

    assertThat(error).hasMessageStartingWith("UNIQUE constraint failed: t.x [SQLITE_CONSTRAINT_UNIQUE]")
        .hasMessageContaining("tuple 3 of 4 of a batch, none of which takes effect")
        .hasMessageEndingWith("SQL: insert into t values (?)");
    assertThat(error.constraint().columns()).containsExactly("x");
    assertThat(single(connection, "select count(*) from t")).isEqualTo(0L);
  }
}

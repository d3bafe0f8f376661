package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code max_page_count} stands for the size of the disk: SQLite answers both by SQLITE_FULL. */
class FullDiskTest extends DatabaseTest {

  private static final String INSERT = "insert into t values (?, randomblob(3000))";

  private Pool pool;

  @BeforeEach
  void openPool() {
    pool = pool(options().addPragma("max_page_count", "64"), 4);
    run(pool, "create table t (id integer primary key, x)");
  }

  @Test
  void a_write_without_room_says_so() {
    assertFull(failure(SqliteException.class, fill()));
  }

  @Test
  void what_was_acknowledged_is_there_and_nothing_else() {
    List<Future<Integer>> writes = IntStream.range(0, 200)
        .mapToObj(id -> pool.preparedQuery(INSERT).execute(Tuple.of(id)).map(id)).toList();
    await(Future.join(writes).otherwiseEmpty());
    List<Integer> acknowledged = writes.stream().filter(Future::succeeded).map(Future::result).sorted().toList();

    assertThat(ids()).isEqualTo(acknowledged).isNotEmpty();
    assertThat(single(pool, "pragma integrity_check")).isEqualTo("ok");
  }

  @Test
  void a_transaction_without_room_leaves_nothing_behind() {
    SqliteException error = failure(SqliteException.class, pool.withTransaction(connection ->
        connection.preparedQuery(INSERT).execute(Tuple.of(1))
            .compose(first -> connection.query("insert into t values (2, zeroblob(1000000))").execute())));

    assertFull(error);
    assertThat(ids()).isEmpty();
  }

  @Test
  void a_transaction_that_goes_on_after_it_found_no_room_is_refused() {
    SqliteException error = failure(SqliteException.class, pool.withTransaction(connection ->
        connection.preparedQuery(INSERT).execute(Tuple.of(1))
            .compose(first -> connection.query("insert into t values (2, zeroblob(1000000))").execute())
            .otherwiseEmpty()
            .compose(full -> connection.preparedQuery(INSERT).execute(Tuple.of(3)))));

    assertThat(error.getSqlState()).isEqualTo("40000");
    assertThat(ids()).isEmpty();
  }

  @Test
  void a_batch_without_room_leaves_nothing_behind() {
    List<Tuple> rows = IntStream.range(0, 200).mapToObj(Tuple::of).toList();

    assertFull(failure(SqliteException.class, pool.preparedQuery(INSERT).executeBatch(rows)));
    assertThat(ids()).isEmpty();
  }

  @Test
  void the_pool_goes_on_when_there_is_room_again() {
    await(fill().otherwiseEmpty());
    run(pool, "delete from t");
    run(pool, INSERT, 1);

    assertThat(ids()).containsExactly(1);
  }

  private Future<?> fill() {
    return Future.join(IntStream.range(0, 200)
        .mapToObj(id -> pool.preparedQuery(INSERT).execute(Tuple.of(id))).toList());
  }

  private List<Integer> ids() {
    return StreamSupport.stream(run(pool, "select id from t order by id").spliterator(), false)
        .map(row -> row.getInteger(0)).toList();
  }

  private static void assertFull(SqliteException error) {
    assertThat(error.codeName()).isEqualTo("SQLITE_FULL");
    assertThat(error.getSqlState()).isEqualTo("53100");
    assertThat(error).hasMessageContaining("database or disk is full").hasMessageContaining("make room");
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.WriteAheadLog;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupCommitTest extends DatabaseTest {

  private static final int WRITES = 50;
  private static final int BAD = 17;

  private Pool pool;
  private SqliteConnection other;

  @BeforeEach
  void createTables() {
    other = connect();
    await(other.query("create table t (id integer primary key, x unique); create table parent (id integer primary key);"
        + "create table child (id integer primary key, parent references parent deferrable initially deferred);"
        + "create table guarded (id integer primary key); create trigger guard before insert on guarded "
        + "when new.id = " + BAD + " begin select raise(rollback, 'not this one'); end").execute());
    pool = pool(3);
  }

  @Test
  void writes_that_wait_share_a_commit() {
    assertThat(commitsOf(() -> inserts("insert into t values (?, null)"))).isLessThanOrEqualTo(2);
    assertThat(count("t")).isEqualTo(WRITES);
  }

  @Test
  void pipelined_writes_of_one_connection_share_a_commit() {
    SqliteConnection connection = connect();
    int commits = commitsOf(() -> writes(id ->
        connection.preparedQuery("insert into t values (?, null)").execute(Tuple.of(id))));

    assertThat(commits).isLessThanOrEqualTo(2);
    assertThat(count("t")).isEqualTo(WRITES);
  }

  @Test
  void switched_off_each_write_has_a_commit_of_its_own() {
    pool = pool(options().setGroupCommitSize(1), 3);

    assertThat(commitsOf(() -> inserts("insert into t values (?, null)"))).isEqualTo(WRITES);
  }

  @Test
  void no_more_writes_share_a_commit_than_the_bound_allows() {
    pool = pool(options().setGroupCommitSize(10), 3);

    assertThat(commitsOf(() -> inserts("insert into t values (?, null)"))).isBetween(5, 6);
  }

  @Test
  void with_a_delay_a_write_waits_for_those_that_come_soon() {
    pool = pool(options().setGroupCommitDelay(500_000), 3);
    single(pool, "select 1");
    int before = WriteAheadLog.commits(file());
    Future<?> first = pool.query("insert into t values (1, null)").execute();
    await(vertx.timer(20));
    await(Future.all(first, pool.query("insert into t values (2, null)").execute()));

    assertThat(WriteAheadLog.commits(file()) - before).isEqualTo(1);
  }

  @Test
  void a_write_that_violates_a_constraint_fails_alone() {
    List<Future<RowSet<Row>>> writes = behindTheGate(() -> inserts("insert into t values (?1, nullif(?1, 3) % 16)"));

    assertThat(failed(writes)).hasSize(WRITES - 17).allMatch(error -> error.getSqlState().equals("23505"));
    assertThat(count("t")).isEqualTo(17);
  }

  @Test
  void a_deferred_foreign_key_fails_the_one_command_that_breaks_it() {
    run(other, "insert into parent values (1)");
    List<Future<RowSet<Row>>> writes =
        behindTheGate(() -> inserts("insert into child values (?1, iif(?1 = " + BAD + ", 99, 1))"));

    assertOnlyTheBadOneFailed(writes, "child");
  }

  @Test
  void a_deferred_foreign_key_is_not_saved_by_a_later_write() {
    List<Future<RowSet<Row>>> writes = behindTheGate(() -> List.of(
        pool.query("insert into t values (1, null)").execute(),
        pool.query("insert into child values (1, 1)").execute(),
        pool.query("insert into parent values (1)").execute()));

    assertThat(failed(writes)).hasSize(1);
    assertThat(count("child")).isZero();
    assertThat(count("parent")).isEqualTo(1);
  }

  @Test
  void a_statement_that_rolls_back_on_conflict_takes_nobody_along() {
    run(other, "insert into t values (" + BAD + ", null)");
    List<Future<RowSet<Row>>> writes = behindTheGate(() -> inserts("insert or rollback into t values (?, null)"));

    assertOnlyTheBadOneFailed(writes, "t where id <> " + BAD);
  }

  @Test
  void a_trigger_that_rolls_back_takes_nobody_along() {
    assertOnlyTheBadOneFailed(behindTheGate(() -> inserts("insert into guarded values (?)")), "guarded");
  }

  @Test
  void the_time_limit_of_transactions_holds_after_a_group_was_lost() {
    pool = pool(options().setTransactionTimeout(100), 1);
    await(pool.query("select 1").execute());
    behindTheGate(() -> List.of(pool.query("insert into guarded values (1)").execute(),
        pool.query("insert into guarded values (" + BAD + ")").execute()));
    SqlConnection connection = await(pool.getConnection());
    await(connection.begin());
    run(connection, "insert into t values (1, null)");
    await(vertx.timer(300));

    assertThat(failure(SqliteException.class, connection.query("select 1").execute()).getSqlState()).isEqualTo("40000");
  }

  @Test
  void a_statement_that_fails_on_conflict_keeps_what_it_had_done_as_it_does_alone() {
    run(other, "insert into t values (3, null)");
    List<Future<RowSet<Row>>> writes = behindTheGate(() -> List.of(
        pool.query("insert into t values (10, null)").execute(),
        pool.query("insert or fail into t values (1, null), (2, null), (3, null), (4, null)").execute(),
        pool.query("insert into t values (11, null)").execute()));

    assertThat(failed(writes)).hasSize(1);
    assertThat(ids("t")).containsExactly(1L, 2L, 3L, 10L, 11L);
  }

  @Test
  void a_batch_that_fails_is_undone_alone() {
    List<Future<RowSet<Row>>> writes = behindTheGate(() -> List.of(
        pool.query("insert into t values (1, null)").execute(),
        pool.preparedQuery("insert into t values (?, null)").executeBatch(List.of(Tuple.of(2), Tuple.of(1))),
        pool.preparedQuery("insert into t values (?, null)").executeBatch(List.of(Tuple.of(3), Tuple.of(4)))));

    assertThat(failed(writes)).hasSize(1);
    assertThat(ids("t")).containsExactly(1L, 3L, 4L);
  }

  @Test
  void a_write_that_finds_no_room_takes_nobody_along() {
    pool = pool(options().addPragma("max_page_count", "100"), 3);
    await(pool.query("select 1").execute());
    List<Future<RowSet<Row>>> writes =
        behindTheGate(() -> inserts("insert into t values (?1, iif(?1 = " + BAD + ", zeroblob(1000000), null))"));

    assertOnlyTheBadOneFailed(writes, "t");
    assertThat(failed(writes).get(0).codeName()).isEqualTo("SQLITE_FULL");
  }

  @Test
  void a_statement_that_takes_too_long_fails_alone() {
    pool = pool(options().setStatementTimeout(200), 3);
    await(pool.query("select 1").execute());
    List<Future<RowSet<Row>>> writes = behindTheGate(20, () -> List.of(
        pool.query("insert into t values (1, null)").execute(),
        pool.query("insert into t with recursive n(i) as (select 2 union all select i + 1 from n where i > 0) "
            + "select max(i), null from n").execute(),
        pool.query("insert into t values (3, null)").execute()));

    assertThat(failed(writes)).singleElement().satisfies(error -> assertThat(error.getSqlState()).isEqualTo("57014"));
    assertThat(ids("t")).containsExactly(1L, 3L);
  }

  @Test
  void each_write_gets_its_own_rowid_row_count_and_returned_rows() {
    run(other, "insert into parent values (1), (2), (3)");
    List<Future<RowSet<Row>>> writes = behindTheGate(() -> List.of(
        pool.query("insert into t values (41, null)").execute(),
        pool.query("insert into t values (42, null), (43, null)").execute(),
        pool.query("update parent set id = id + 10 where id > 1").execute(),
        pool.query("delete from parent where id = 1 returning id").execute(),
        pool.query("delete from parent where id = 1").execute()));
    writes.forEach(DatabaseTest::await);

    assertThat(writes).extracting(write -> write.result().rowCount()).containsExactly(1, 2, 2, 1, 0);
    assertThat(writes).extracting(write -> write.result().property(SqliteClient.LAST_INSERTED_ID))
        .containsExactly(41L, 43L, null, null, null);
    assertThat(writes.get(3).result().iterator().next().getLong(0)).isEqualTo(1);
  }

  @Test
  void what_cannot_run_in_a_transaction_runs_in_its_turn() {
    List<Future<RowSet<Row>>> writes = behindTheGate(() -> {
      List<Future<RowSet<Row>>> all = new ArrayList<>(inserts("insert into t values (?, null)"));
      all.add(10, pool.query("vacuum").execute());
      all.add(20, pool.query("pragma user_version = 7").execute());
      all.add(30, pool.query("create table late (x)").execute());
      return all;
    });

    assertThat(failed(writes)).isEmpty();
    assertThat(count("t")).isEqualTo(WRITES);
    assertThat(single(pool, "pragma user_version")).isEqualTo(7L);
  }

  @Test
  void the_order_of_one_caller_is_kept() {
    List<Integer> answered = new CopyOnWriteArrayList<>();
    List<Future<RowSet<Row>>> writes = behindTheGate(() -> writes(id ->
        pool.preparedQuery("insert into t (x) values (?)").execute(Tuple.of(id)).onSuccess(done -> answered.add(id))));
    writes.forEach(DatabaseTest::await);

    assertThat(answered).isSorted().hasSize(WRITES);
    assertThat(run(pool, "select x from t order by id")).extracting(row -> row.getInteger(0)).isSorted();
  }

  @Test
  void nothing_is_acknowledged_before_it_is_committed() {
    List<Future<Long>> seen = new ArrayList<>();
    behindTheGate(() -> writes(id -> pool.preparedQuery("insert into t values (?, null)").execute(Tuple.of(id))
        .onSuccess(done -> seen.add(other.preparedQuery("select id from t where id = ?").execute(Tuple.of(id))
            .map(rows -> rows.iterator().next().getLong(0)))))).forEach(DatabaseTest::await);
    await(Future.all(new ArrayList<Future<?>>(seen)));

    assertThat(seen).hasSize(WRITES);
  }

  @Test
  void a_transaction_gets_its_turn_between_the_groups() {
    List<String> order = new CopyOnWriteArrayList<>();
    behindTheGate(() -> {
      List<Future<RowSet<Row>>> all = new ArrayList<>(inserts("insert into t values (?, null)"));
      Future<RowSet<Row>> turn = pool.withTransaction(connection -> connection.query("select 1").execute())
          .onSuccess(done -> order.add("transaction"));
      all.add(turn);
      all.add(chain(200).onSuccess(done -> order.add("writes")));
      return all;
    }).forEach(DatabaseTest::await);

    assertThat(order).containsExactly("transaction", "writes");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void a_bound_below_one_is_refused(int size) {
    assertThatThrownBy(() -> options().setGroupCommitSize(size)).hasMessageContaining("must be at least 1");
  }

  private Future<RowSet<Row>> chain(int left) {
    Future<RowSet<Row>> write = pool.query("insert into parent default values").execute();
    return left == 1 ? write : write.compose(done -> chain(left - 1));
  }

  private List<Future<RowSet<Row>>> inserts(String sql) {
    return writes(id -> pool.preparedQuery(sql).execute(Tuple.of(id)));
  }

  private static List<Future<RowSet<Row>>> writes(IntFunction<Future<RowSet<Row>>> write) {
    return IntStream.rangeClosed(1, WRITES).mapToObj(write).toList();
  }

  private int commitsOf(Supplier<List<Future<RowSet<Row>>>> writes) {
    single(pool, "select 1");
    int before = WriteAheadLog.commits(file());
    behindTheGate(writes).forEach(DatabaseTest::await);
    return WriteAheadLog.commits(file()) - before;
  }

  private List<Future<RowSet<Row>>> behindTheGate(Supplier<List<Future<RowSet<Row>>>> writes) {
    return behindTheGate(50, writes);
  }

  /** So that all of them wait when the first can run. */
  private List<Future<RowSet<Row>>> behindTheGate(int millis, Supplier<List<Future<RowSet<Row>>>> writes) {
    Transaction gate = await(other.begin());
    List<Future<RowSet<Row>>> sent = writes.get();
    await(vertx.timer(millis));
    await(gate.commit());
    await(Future.join(sent).otherwiseEmpty());
    return sent;
  }

  private void assertOnlyTheBadOneFailed(List<Future<RowSet<Row>>> writes, String rows) {
    assertThat(writes.get(BAD - 1).failed()).isTrue();
    assertThat(failed(writes)).hasSize(1);
    assertThat(count(rows)).isEqualTo(WRITES - 1);
  }

  private static List<SqliteException> failed(List<Future<RowSet<Row>>> writes) {
    return writes.stream().filter(Future::failed).map(write -> (SqliteException) write.cause()).toList();
  }

  private long count(String rows) {
    return (Long) single(pool, "select count(*) from " + rows);
  }

  private List<Long> ids(String table) {
    return StreamSupport.stream(run(pool, "select id from " + table + " order by id").spliterator(), false)
        .map(row -> row.getLong(0)).toList();
  }
}

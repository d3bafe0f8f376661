package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.Jdbc;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A database file that is deleted, renamed or replaced while a pool has it open. */
class MovedFileTest extends DatabaseTest {

  private static final String INSERT = "insert into t values ('written')";

  private Pool pool;

  /** Of one connection: a pool of several could open a new one for the write, rightly into the new file. */
  @BeforeEach
  void openPool() {
    pool = pool(1);
    run(pool, "create table t (x)");
    run(pool, "insert into t values ('old')");
  }

  @Test
  void a_write_after_the_file_was_deleted_is_not_acknowledged() throws IOException {
    Files.delete(file());

    assertMoved(failure(SqliteException.class, pool.query(INSERT).execute()));
  }

  @Test
  void a_write_after_the_file_was_replaced_is_not_acknowledged() throws Exception {
    replace();

    assertMoved(failure(SqliteException.class, pool.query(INSERT).execute()));
  }

  @Test
  void a_transaction_in_which_the_file_was_replaced_is_not_acknowledged() throws Exception {
    SqliteException error = failure(SqliteException.class, pool.withTransaction(connection ->
        connection.query(INSERT).execute().compose(done -> vertx.executeBlocking(() -> {
          replace();
          return null;
        }))));

    assertMoved(error);
  }

  @Test
  void a_batch_after_the_file_was_deleted_is_not_acknowledged() throws IOException {
    Files.delete(file());

    assertMoved(failure(SqliteException.class, pool.preparedQuery("insert into t values (?)")
        .executeBatch(List.of(Tuple.of(1), Tuple.of(2)))));
  }

  @Test
  void the_pool_goes_on_with_the_file_that_has_taken_the_place() throws Exception {
    replace();
    failure(SqliteException.class, pool.query(INSERT).execute());
    run(pool, INSERT);

    assertThat(single(pool, "select group_concat(x) from t")).isEqualTo("new,written");
    assertThat(single(pool, "pragma integrity_check")).isEqualTo("ok");
  }

  @Test
  void all_connections_of_all_pools_go_on_with_the_file_that_has_taken_the_place() throws Exception {
    Pool other = pool(4);
    SqlConnection one = await(other.getConnection());
    SqlConnection two = await(other.getConnection());
    run(one, INSERT);
    run(two, INSERT);
    await(one.close());
    await(two.close());
    replace();
    failure(SqliteException.class, pool.query(INSERT).execute());

    Awaitility.await().atMost(Duration.ofSeconds(10)).ignoreExceptionsInstanceOf(SqliteException.class)
        .until(() -> single(other, "select group_concat(x) from t"), "new"::equals);
    assertThat(single(pool, "select group_concat(x) from t")).isEqualTo("new");
  }

  @Test
  void a_new_connection_finds_out_too() throws Exception {
    replace();

    assertThat(single(connect(), "select group_concat(x) from t")).isEqualTo("new");
  }

  @Test
  void the_next_connection_creates_a_deleted_file_as_the_mode_says() throws IOException {
    Files.delete(file());
    failure(SqliteException.class, pool.query(INSERT).execute());

    assertThat(single(pool, "select count(*) from sqlite_schema")).isEqualTo(0L);
  }

  @Test
  void what_was_acknowledged_is_in_the_file_that_was_renamed() throws Exception {
    Path renamed = Files.move(file(), directory.resolve("renamed.db"));
    failure(SqliteException.class, pool.query(INSERT).execute());

    assertThat(Jdbc.value(renamed.toString(), "select x from t")).isEqualTo("old");
    assertThat(Jdbc.value(renamed.toString(), "pragma integrity_check")).isEqualTo("ok");
  }

  @Test
  void a_read_finds_out_after_a_quarter_of_a_second() throws Exception {
    replace();
    await(vertx.timer(300).mapEmpty());

    assertMoved(failure(SqliteException.class, pool.query("select * from t").execute()));
  }

  @Test
  void a_leased_connection_says_that_it_is_closed() throws Exception {
    SqlConnection connection = await(pool.getConnection());
    Promise<Void> closed = Promise.promise();
    connection.closeHandler(closed::complete);
    replace();
    failure(SqliteException.class, connection.query(INSERT).execute());
    await(closed.future());

    SqliteException next = failure(SqliteException.class, connection.query("select 1").execute());
    assertThat(next.getSqlState()).isEqualTo("08006");
    assertThat(next).hasMessageContaining("This was not run").hasMessageContaining("renamed or replaced");
    await(connection.close());
  }

  @Test
  void a_connection_outside_of_any_pool_says_that_it_is_closed() throws Exception {
    SqliteConnection connection = connect();
    Promise<Void> closed = Promise.promise();
    connection.closeHandler(closed::complete);
    Files.delete(file());
    failure(SqliteException.class, connection.query(INSERT).execute());

    await(closed.future());
    await(connection.close());
  }

  @Test
  void a_file_deleted_with_all_that_lies_beside_it_is_created_anew() throws Exception {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.delete(Path.of(file() + suffix));
    }
    assertMoved(failure(SqliteException.class, pool.query(INSERT).execute()));
    run(pool, "create table t (x)");
    run(pool, INSERT);

    assertThat(single(connect(), "select group_concat(x) from t")).isEqualTo("written");
  }

  @Test
  void a_symbolic_link_that_leads_elsewhere_counts_as_replaced() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link.db"), file());
    SqlClient linked = pool(new SqliteConnectOptions().setPath(link.toString()), 2);
    run(linked, INSERT);
    Files.delete(link);
    Files.createSymbolicLink(link, newFile());

    assertMoved(failure(SqliteException.class, linked.query(INSERT).execute()));
    assertThat(single(linked, "select x from t")).isEqualTo("new");
  }

  @Test
  void a_write_after_the_log_was_deleted_is_not_acknowledged() throws IOException {
    Files.delete(Path.of(file() + "-wal"));

    assertMoved(failure(SqliteException.class, pool.query(INSERT).execute()));
  }

  @Test
  void nothing_that_was_acknowledged_is_lost_with_a_deleted_log() throws IOException {
    Files.delete(Path.of(file() + "-wal"));
    failure(SqliteException.class, pool.query(INSERT).execute());

    assertThat(single(pool, "select x from t")).isEqualTo("old");
    assertThat(single(pool, "pragma integrity_check")).isEqualTo("ok");
  }

  @Test
  void a_new_connection_finds_out_that_the_log_was_deleted() throws IOException {
    Files.delete(Path.of(file() + "-wal"));

    assertThat(single(connect(), "select x from t")).isEqualTo("old");
  }

  @Test
  void giving_the_log_up_is_no_loss() {
    SqliteConnection connection = await(pool.close().compose(done -> SqliteConnection.connect(vertx, options())));
    run(connection, INSERT);
    await(connection.query("pragma journal_mode=delete").execute());
    run(connection, INSERT);
    await(connection.query("pragma journal_mode=wal").execute());
    run(connection, INSERT);

    assertThat(single(connection, "select count(*) from t")).isEqualTo(4L);
  }

  @RepeatedTest(10)
  void pools_that_come_and_go_are_not_taken_for_moved_files() {
    await(pool.close());
    Future<?> pools = Future.join(IntStream.range(0, 6).mapToObj(i -> {
      Pool brief = pool(2);
      return Future.join(brief.query(INSERT).execute(), brief.query("select * from t").execute())
          .compose(done -> brief.close());
    }).toList());

    await(pools);
  }

  private static void assertMoved(SqliteException error) {
    assertThat(error.codeName()).isEqualTo("SQLITE_READONLY_DBMOVED");
    assertThat(error.getSqlState()).isEqualTo("58P01");
    assertThat(error).hasMessageContaining("deleted, renamed or replaced while it was open");
  }

  private void replace() throws SQLException, IOException {
    Files.move(newFile(), file(), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path newFile() throws SQLException {
    Path file = directory.resolve("new.db");
    Jdbc.run(file.toString(), "create table t (x)", "insert into t values ('new')");
    return file;
  }
}

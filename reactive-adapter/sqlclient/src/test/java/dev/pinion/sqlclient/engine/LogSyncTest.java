package dev.pinion.sqlclient.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.Durability;
import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteException;
import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.WriteAheadLog;
import dev.pinion.storage.gate.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogSyncTest extends DatabaseTest {

  /** A log whose syncs wait to be allowed, are counted, and can fail. */
  private static final class WatchedLog extends LogFile {
    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger begun = new AtomicInteger();
    private volatile boolean broken;

    WatchedLog(Path path) {
      super(path);
    }

    @Override
    void sync() throws IOException {
      begun.incrementAndGet();
      allowed.acquireUninterruptibly();
      if (broken) {
        throw new IOException("no such luck");
      }
      super.sync();
    }
  }

  private WatchedLog log;
  private Database database;
  private LogSync sync;
  private Pool pool;

  /** Whoever comes first brings the log file along. */
  @BeforeEach
  void watchTheLog() throws IOException {
    SqlConnection setUp = connect();
    run(setUp, "create table t (id integer primary key)");
    database = Database.of(file());
    log = new WatchedLog(Database.logOf(file().toRealPath()));
    sync = LogSync.of(database, "watched", () -> log);
    pool = pool(options(), 4);
  }

  @AfterEach
  void letGo() {
    log.allowed.release(1_000_000);
    await(pool.close());
    sync.release(database);
    database.release();
  }

  @Override
  protected SqliteConnectOptions options() {
    return super.options().setDurability(database == null ? Durability.STRICT : Durability.GROUPED);
  }

  @Test
  void nothing_is_acknowledged_before_its_sync() {
    Future<?> write = pool.query("insert into t values (1)").execute();
    Awaitility.await().until(() -> log.begun.get() == 1);
    await(vertx.timer(20));
    assertThat(write.isComplete()).isFalse();

    log.allowed.release();
    await(write);
  }

  @Test
  void others_see_it_a_moment_before() {
    Future<?> write = pool.query("insert into t values (1)").execute();
    Awaitility.await().until(() -> log.begun.get() == 1);

    assertThat(single(pool, "select count(*) from t")).isEqualTo(1L);
    assertThat(write.isComplete()).isFalse();
  }

  @Test
  void one_sync_serves_all_transactions_that_wait_then() {
    List<Future<RowSet<Row>>> transactions = IntStream.range(0, 20).mapToObj(id -> pool.withTransaction(connection ->
        connection.preparedQuery("insert into t values (?)").execute(Tuple.of(id)))).toList();
    int before = WriteAheadLog.commits(file());
    Awaitility.await().until(() -> log.begun.get() == 1 && WriteAheadLog.commits(file()) - before >= 3);
    log.allowed.release(100);
    await(Future.all(transactions));

    assertThat(log.begun.get()).isLessThan(20);
  }

  @Test
  void a_transaction_that_only_reads_waits_for_no_sync() {
    await(pool.withTransaction(connection -> connection.query("select * from t").execute()));

    assertThat(log.begun).hasValue(0);
  }

  @Test
  void what_a_connection_is_asked_after_its_commit_is_answered_after_it() {
    SqlConnection connection = await(pool.getConnection());
    Future<?> write = connection.query("insert into t values (1)").execute();
    Future<?> read = connection.query("select * from t").execute();
    Awaitility.await().until(() -> log.begun.get() == 1);
    await(vertx.timer(20));
    assertThat(read.isComplete()).isFalse();

    log.allowed.release(2);
    await(read.onSuccess(done -> assertThat(write.isComplete()).isTrue()));
    await(connection.close());
  }

  @Test
  void a_sync_that_fails_fails_every_commit_that_waits() {
    log.broken = true;
    log.allowed.release(100);
    SqlConnection gate = await(pool.getConnection());
    await(gate.begin());
    List<Future<RowSet<Row>>> writes = IntStream.range(0, 50).mapToObj(id ->
        pool.preparedQuery("insert into t values (?)").execute(Tuple.of(id))).toList();
    await(gate.transaction().rollback());
    await(gate.close());

    writes.forEach(write -> assertThat(failure(SqliteException.class, write))
        .satisfies(error -> assertThat(error.codeName()).isEqualTo("SQLITE_IOERR_FSYNC"))
        .hasMessageContaining("no such luck"));
  }

  @Test
  void after_a_sync_has_failed_every_later_write_is_refused_and_reads_go_on() {
    breakSync();

    assertThat(failure(SqliteException.class, pool.query("insert into t values (2)").execute()))
        .hasMessageContaining("Nothing was written").hasMessageContaining("open it anew");
    assertThat(failure(SqliteException.class, pool.withTransaction(connection ->
        connection.query("insert into t values (3)").execute()))).hasMessageContaining("Nothing was written");
    assertThat(single(pool, "select count(*) from t where id > 1")).isEqualTo(0L);
  }

  @Test
  void a_transaction_that_was_open_when_a_sync_failed_is_rolled_back() {
    SqlConnection open = await(pool.getConnection());
    Future<?> write = pool.query("insert into t values (1)").execute();
    Awaitility.await().until(() -> log.begun.get() == 1);
    await(open.begin());
    run(open, "insert into t values (2)");
    log.broken = true;
    log.allowed.release(100);
    failure(SqliteException.class, write);

    assertThat(failure(SqliteException.class, open.transaction().commit())).hasMessageContaining("Nothing was written");
    assertThat(single(pool, "select count(*) from t where id = 2")).isEqualTo(0L);
    await(open.close());
  }

  @Test
  void closing_the_pool_waits_for_the_sync() {
    Future<?> write = pool.query("insert into t values (1)").execute();
    Awaitility.await().until(() -> log.begun.get() == 1);
    Future<Void> closed = pool.close();
    await(vertx.timer(20));
    assertThat(closed.isComplete()).isFalse();

    log.allowed.release(10);
    await(closed);
    assertThat(write.succeeded()).isTrue();
  }

  @Test
  void it_needs_a_write_ahead_log_and_a_database_that_asks_for_the_disk() {
    String url = "sqlite:" + directory.resolve("other.db") + "?durability=grouped&";
    for (String contradiction : List.of("journal_mode=delete", "synchronous=off", "synchronous=normal")) {
      SqliteConnectOptions options = SqliteConnectOptions.fromUri(url + contradiction);

      assertThatThrownBy(() -> single(pool(options, 1), "select 1"))
          .hasMessageContaining("durability=grouped needs journal_mode=wal and synchronous=full");
    }
    assertThat(directory.resolve("other.db")).doesNotExist();
  }

  private void breakSync() {
    log.broken = true;
    log.allowed.release(100);
    failure(SqliteException.class, pool.query("insert into t values (1)").execute());
  }
}

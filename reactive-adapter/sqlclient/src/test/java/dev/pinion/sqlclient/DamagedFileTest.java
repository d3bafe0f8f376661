package dev.pinion.sqlclient;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.Jdbc;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database file whose bytes are not what SQLite wrote. */
class DamagedFileTest extends DatabaseTest {

  private static final int PAGE_SIZE = 4096;

  @BeforeEach
  void createFile() throws SQLException {
    Jdbc.run(file().toString(), "pragma journal_mode=wal", "create table good (x)", "insert into good values ('kept')",
        "create table bad (x)", "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000) "
            + "insert into bad select randomblob(500) from n");
  }

  @Test
  void a_corrupt_page_is_a_clear_error() throws IOException {
    overwrite(100L * PAGE_SIZE, 20 * PAGE_SIZE);

    SqliteException error = failure(SqliteException.class, pool(1).query("select sum(length(x)) from bad").execute());
    assertThat(error.codeName()).startsWith("SQLITE_CORRUPT");
    assertThat(error.getSqlState()).isEqualTo("XX001");
    assertThat(error).hasMessageContaining("malformed").hasMessageContaining("restore it from a backup");
  }

  @Test
  void a_corrupt_page_hinders_nobody_who_needs_others() throws IOException {
    overwrite(100L * PAGE_SIZE, 20 * PAGE_SIZE);
    Pool pool = pool(1);
    failure(SqliteException.class, pool.query("select sum(length(x)) from bad").execute());
    run(pool, "insert into good values ('new')");

    assertThat(single(pool, "select group_concat(x) from good")).isEqualTo("kept,new");
  }

  @Test
  void a_transaction_that_meets_a_corrupt_page_is_rolled_back() throws IOException {
    overwrite(100L * PAGE_SIZE, 20 * PAGE_SIZE);
    Pool pool = pool(1);
    SqliteException error = failure(SqliteException.class, pool.withTransaction(connection ->
        connection.query("insert into good values ('new')").execute()
            .compose(done -> connection.query("update bad set x = null").execute())));

    assertThat(error.codeName()).startsWith("SQLITE_CORRUPT");
    assertThat(single(pool, "select group_concat(x) from good")).isEqualTo("kept");
  }

  @Test
  void a_truncated_file_cannot_be_opened() throws IOException {
    truncate(50L * PAGE_SIZE);

    SqliteException error = failure(SqliteException.class, pool(1).query("select 1").execute());
    assertThat(error.codeName()).isEqualTo("SQLITE_CORRUPT");
    assertThat(error).hasMessageContaining("Cannot open the SQLite database").hasMessageContaining("from a backup");
  }

  @Test
  void a_file_truncated_under_its_pool_is_a_clear_error() throws IOException {
    Pool pool = pool(1);
    single(pool, "select x from good");
    truncate(50L * PAGE_SIZE);

    SqliteException error = failure(SqliteException.class, pool.query("select sum(length(x)) from bad").execute());
    assertThat(error.codeName()).matches("SQLITE_(CORRUPT|IOERR).*");
  }

  @Test
  void a_file_of_garbage_cannot_be_opened() throws IOException {
    overwrite(0, 10 * PAGE_SIZE);

    SqliteException error = failure(SqliteException.class, pool(1).query("select 1").execute());
    assertThat(error.codeName()).isEqualTo("SQLITE_NOTADB");
    assertThat(error).hasMessageContaining("Cannot open the SQLite database").hasMessageContaining("check the path");
  }

  @Test
  void a_pool_whose_file_was_overwritten_goes_on_when_it_is_restored() throws IOException {
    byte[] backup = Files.readAllBytes(file());
    Pool pool = pool(2);
    single(pool, "select x from good");
    overwrite(0, 10 * PAGE_SIZE);
    SqliteException error = failure(SqliteException.class, pool.query("select * from bad").execute()
        .compose(rows -> pool.query("insert into good values ('new')").execute())
        .compose(rows -> pool.query("select * from sqlite_schema").execute()));
    assertThat(error.codeName()).matches("SQLITE_(CORRUPT|NOTADB).*");
    await(pool.close());
    Files.write(file(), backup);

    assertThat(single(pool(2), "select x from good")).isEqualTo("kept");
  }

  /** Never where this process has connections that it goes on with: closing the file drops their locks. */
  private void overwrite(long position, int length) throws IOException {
    byte[] garbage = new byte[length];
    new Random(1).nextBytes(garbage);
    try (FileChannel channel = FileChannel.open(file(), WRITE)) {
      channel.write(ByteBuffer.wrap(garbage), position);
    }
  }

  private void truncate(long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file(), WRITE)) {
      channel.truncate(length);
    }
  }
}

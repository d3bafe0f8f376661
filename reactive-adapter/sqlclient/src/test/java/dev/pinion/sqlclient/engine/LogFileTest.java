package dev.pinion.sqlclient.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.Durability;
import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.OpenFiles;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LogFileTest extends DatabaseTest {

  @Override
  protected SqliteConnectOptions options() {
    return super.options().setDurability(Durability.GROUPED);
  }

  @Test
  void a_log_that_is_not_there_needs_no_sync() throws IOException {
    LogFile log = new LogFile(directory.resolve("none-wal"));
    log.sync();
    log.close();

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_log_that_was_replaced_is_opened_anew() throws IOException {
    Path path = Files.writeString(directory.resolve("x-wal"), "old");
    LogFile log = new LogFile(path);
    log.sync();
    Files.move(path, directory.resolve("y-wal"));
    Files.writeString(path, "new");
    log.sync();

    assertThat(OpenFiles.in(directory)).contains(path).doesNotContain(directory.resolve("y-wal"));
    log.close();
    assertThat(OpenFiles.in(directory)).isEmpty();
  }

  @Test
  void a_log_that_cannot_be_opened_is_told_of() throws IOException {
    Path path = Files.createDirectory(directory.resolve("x-wal"));

    assertThatThrownBy(() -> new LogFile(path).sync()).isInstanceOf(IOException.class);
  }

  @Test
  void writing_goes_on_when_the_log_begins_anew() {
    Pool pool = pool(2);
    run(pool, "create table t (x)");
    for (int i = 0; i < 20; i++) {
      run(pool, "insert into t values (?)", i);
      run(pool, "pragma wal_checkpoint(truncate)");
    }

    assertThat(single(pool, "select count(*) from t")).isEqualTo(20L);
  }

  @Test
  void writing_goes_on_without_a_log_and_with_the_next_one() {
    SqlConnection connection = connect();
    run(connection, "create table t (x)");
    run(connection, "pragma journal_mode=delete");
    run(connection, "insert into t values (1)");
    run(connection, "pragma journal_mode=wal");
    run(connection, "insert into t values (2)");
    await(connection.close());

    assertThat(single(connect(), "select count(*) from t")).isEqualTo(2L);
    assertThat(OpenFiles.in(directory)).noneMatch(file -> file.toString().endsWith("(deleted)"));
  }
}

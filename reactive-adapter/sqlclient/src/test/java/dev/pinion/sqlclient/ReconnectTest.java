package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReconnectTest extends DatabaseTest {

  private SqliteConnectOptions retrying(int attempts, long interval) {
    SqliteConnectOptions options = options().setOpenMode(OpenMode.READ_WRITE);
    options.setReconnectAttempts(attempts).setReconnectInterval(interval);
    return options;
  }

  @Test
  void opening_is_tried_again_until_the_file_is_there() throws IOException {
    Future<SqliteConnection> connection = SqliteConnection.connect(vertx, retrying(-1, 20));
    sleep(100);
    assertThat(connection.isComplete()).isFalse();

    Files.createFile(file());
    assertThat(single(await(connection), "select 1")).isEqualTo(1L);
  }

  @Test
  void opening_fails_once_all_attempts_have_failed() {
    long start = System.nanoTime();
    SqliteException error = failure(SqliteException.class, SqliteConnection.connect(vertx, retrying(3, 20)));

    assertThat(error).hasMessageContaining("it does not exist");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
  }

  @Test
  void bad_options_are_not_tried_again() {
    SqliteConnectOptions options = retrying(1, 3_600_000).setPath(" ");

    failure(IllegalArgumentException.class, SqliteConnection.connect(vertx, options));
  }

  @Test
  void closing_a_pool_ends_the_wait_of_who_would_try_again() {
    Pool pool = pool(retrying(1, 3_600_000), 1);
    Future<?> connection = pool.getConnection();
    sleep(100);
    await(pool.close());

    failure(Throwable.class, connection);
  }

  @Test
  void a_host_is_refused_because_a_file_has_none() {
    SqliteConnectOptions options = options();
    options.setHost("db.example.com");

    assertThat(failure(IllegalArgumentException.class, SqliteConnection.connect(vertx, options)))
        .hasMessageContaining("db.example.com").hasMessageContaining("has no host");
  }

  private void sleep(long milliseconds) {
    await(Future.<Void>future(promise -> vertx.setTimer(milliseconds, id -> promise.complete())));
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.OtherProcess;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several processes on one file, which know nothing of each other's write gate. */
class ProcessesTest extends DatabaseTest {

  @BeforeEach
  void createCounter() {
    SqliteConnection connection = connect();
    run(connection, "create table counter (n integer)");
    run(connection, "insert into counter values (0)");
    await(connection.close());
  }

  @Test
  void transactions_of_two_processes_that_read_and_then_write_lose_no_update() {
    try (OtherProcess one = OtherProcess.counting(file(), 200);
        OtherProcess two = OtherProcess.counting(file(), 200)) {
      one.awaitReady();
      two.awaitReady();
      one.go();
      two.go();

      assertThat(one.readLine()).isEqualTo("counted 200");
      assertThat(two.readLine()).isEqualTo("counted 200");
    }
    assertThat(single(connect(), "select n from counter")).isEqualTo(400L);
  }

  @Test
  void a_process_killed_while_it_holds_the_write_lock_hinders_nobody() {
    Pool pool = pool(4);
    try (OtherProcess other = OtherProcess.holding(file())) {
      other.awaitReady();
      other.go();
      assertThat(other.readLine()).isEqualTo("holding");
      Future<?> waiting = Future.join(IntStream.range(0, 10).mapToObj(i -> OtherProcess.increment(pool)).toList());
      other.kill();
      await(waiting);
    }

    assertThat(single(pool, "select n from counter")).isEqualTo(10L);
  }
}

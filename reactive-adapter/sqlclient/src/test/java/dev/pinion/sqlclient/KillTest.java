package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.OtherProcess;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class KillTest extends DatabaseTest {

  private static final Logger log = LoggerFactory.getLogger(KillTest.class);

  private static final int KILLS = 20;
  private static final int WRITES = 1_000;

  private final Random random = new Random(20);

  @Test
  void a_process_killed_in_the_middle_of_its_writes_loses_none_that_was_acknowledged() {
    SqliteConnection connection = connect();
    run(connection, "create table w (round integer, id integer)");
    await(connection.close());
    int acknowledged = 0;
    int extra = 0;
    OtherProcess next = OtherProcess.writing(file(), 0);
    for (int round = 0; round < KILLS; round++) {
      try (OtherProcess victim = next) {
        next = OtherProcess.writing(file(), round + 1);
        List<Integer> told = tellsUntilKilled(victim, 1 + random.nextInt(WRITES - 1));
        Set<Integer> written = writtenIn(round);

        assertThat(written).as("round %d", round).containsAll(told);
        assertThat(written).as("transactions of two writes are whole in round %d", round)
            .allMatch(id -> id % 2 == 0 || written.contains(-id));
        acknowledged += told.size();
        extra += (int) written.stream().filter(id -> id > 0).count() - told.size();
      }
    }
    next.close();

    log.warn("{} kills: {} writes acknowledged, none lost; {} more were committed and not yet acknowledged",
        KILLS, acknowledged, extra);
  }

  private static List<Integer> tellsUntilKilled(OtherProcess victim, int writes) {
    victim.awaitReady();
    victim.go();
    List<String> told = new ArrayList<>();
    while (told.size() < writes) {
      String line = victim.readLine();
      assertThat(line).as("The process ended by itself").isNotNull();
      told.add(line);
    }
    told.addAll(victim.kill());
    return told.stream().map(Integer::valueOf).toList();
  }

  /** As the next start of the program finds it. */
  private Set<Integer> writtenIn(int round) {
    Pool pool = pool(2);
    assertThat(single(pool, "pragma integrity_check")).isEqualTo("ok");
    Stream<Row> rows =
        StreamSupport.stream(run(pool, "select id from w where round = ?", round).spliterator(), false);
    Set<Integer> written = rows.map(row -> row.getInteger(0)).collect(Collectors.toSet());
    await(pool.close());
    return written;
  }
}

package dev.pinion.sqlclient.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerSeatTest extends DatabaseTest {

  @Test
  void who_leaves_a_seat_that_is_left_already_is_told_so() {
    ContextInternal context = ((VertxInternal) vertx).getOrCreateContext();
    Worker worker = await(Worker.open(context, options()));
    WorkerSeat seat = new SharedMailbox("test", 10).seat(worker);
    AtomicInteger left = new AtomicInteger();
    seat.leave(left::incrementAndGet);
    seat.leave(left::incrementAndGet);

    assertThat(left).hasValue(2);
    await(worker.close(context));
  }
}

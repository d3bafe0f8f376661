package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.hibernate.reactive.model.Account;
import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.NoBlockingCalls;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.blockhound.BlockingOperationError;

class BlockHoundTest {

  @TempDir
  Path dir;

  @Test
  void aBlockingCallInASessionIsNoticedAndWouldFailTheTest() {
    try (SessionFactory factory = Factories.reactive(dir.resolve("hound.db"), Account.class)) {
      assertThatThrownBy(() -> await(factory.unwrap(Mutiny.SessionFactory.class)
          .withSession(session -> session.find(Account.class, 1L).invoke(() -> LockSupport.parkNanos(1)))))
          .hasStackTraceContaining("Blocking call");
    }

    assertThat(NoBlockingCalls.take()).isNotEmpty().allMatch(BlockingOperationError.class::isInstance);
  }
}

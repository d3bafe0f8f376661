package dev.pinion.hibernate.reactive.session;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.support.Store;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of one entity in sessions of both APIs. */
class StatesTest {

  @RegisterExtension
  static final Store STORE = new Store(Coin.class);

  @BeforeEach
  void fill() {
    STORE.has(new Coin(1, 10));
  }

  @Test
  void a_stage_session_locks_refreshes_and_removes() {
    await(STORE.stage().withTransaction(session -> session.find(Coin.class, 1L, LockModeType.PESSIMISTIC_WRITE)
        .thenCompose(coin -> session.lock(coin, LockModeType.PESSIMISTIC_FORCE_INCREMENT)
            .thenCompose(locked -> session.refresh(coin))
            .thenCompose(refreshed -> session.remove(coin)))));

    assertThat(STORE.rows("select * from Coin")).isEmpty();
  }

  @Test
  void a_detached_entity_is_written_by_merge_only() {
    Coin coin = STORE.inSession(session -> session.find(Coin.class, 1L));
    coin.value = 12;

    Coin merged = STORE.inTransaction(session -> session.merge(coin));

    assertThat(merged).isNotSameAs(coin);
    assertThat(STORE.value("select value || ',' || version from Coin")).isEqualTo("12,1");
  }

  @Test
  void a_stateless_stage_session_upserts() {
    await(STORE.stage().withStatelessTransaction(session -> session.get(Coin.class, 1L)
        .thenCompose(coin -> {
          coin.value = 13;
          return session.upsert(coin);
        })));

    assertThat(STORE.rows("select id, value, version from Coin")).containsExactly("1|13|1");
  }

  @Test
  void an_upsert_inserts_a_row_with_a_version() {
    Coin coin = new Coin(5, 50);
    coin.version = 3;

    STORE.inStatelessTransaction(session -> session.upsert(coin));

    assertThat(STORE.rows("select id, value from Coin order by id")).containsExactly("1|10", "5|50");
  }

  @Test
  void a_failure_undoes_the_transaction() {
    Uni<Void> failing = STORE.mutiny().withTransaction(session -> session.persist(new Coin(7, 70))
        .call(session::flush).invoke(() -> {
          throw new IllegalArgumentException("no");
        }));

    assertThat(await(failing.onFailure(IllegalArgumentException.class).recoverWithNull())).isNull();
    assertThat(STORE.rows("select id from Coin")).containsExactly("1");
  }

  @Entity(name = "Coin")
  static class Coin {
    @Id
    long id;
    int value;
    @Version
    Integer version;

    Coin() {
    }

    Coin(long id, int value) {
      this.id = id;
      this.value = value;
    }
  }
}

package dev.pinion.docs.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.SqliteBuilder;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.junit.jupiter.api.Test;

class SqlClientSnippetsTest {

  @Test
  void a_transfer_moves_the_amount() {
    Vertx vertx = Vertx.vertx();
    Pool pool = SqliteBuilder.pool().connectingTo("sqlite::memory:").using(vertx).build();
    long balance = pool.query("create table account (id integer primary key, balance integer); "
        + "insert into account values (1, 100), (2, 0)").execute()
        .compose(created -> new SqlClientSnippets().transfer(pool, 1, 2, 30))
        .map(rows -> rows.iterator().next().getLong("balance"))
        .toCompletionStage().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();

    assertThat(balance).isEqualTo(30);
  }
}

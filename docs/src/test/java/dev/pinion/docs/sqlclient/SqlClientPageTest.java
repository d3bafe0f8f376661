package dev.pinion.docs.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.SqliteBuilder;
import dev.pinion.sqlclient.SqliteException;
import dev.pinion.sqlclient.Synchronous;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the page do what the page says. */
class SqlClientPageTest {

  @TempDir
  Path directory;

  private final Vertx vertx = Vertx.vertx();
  private final QuerySnippets queries = new QuerySnippets();
  private final TransactionSnippets transactions = new TransactionSnippets();
  private final TemplateSnippets templates = new TemplateSnippets();
  private Pool pool;

  @BeforeEach
  void createTable() {
    pool = SqliteBuilder.pool().connectingTo("sqlite:" + directory.resolve("app.db"))
        .with(new PoolOptions().setMaxSize(2)).using(vertx).build();
    await(queries.script(pool));
  }

  @AfterEach
  void closeVertx() {
    await(vertx.close());
  }

  @Test
  void a_first_query_is_answered() {
    assertThat(await(new ConnectingSnippets().gettingStarted(vertx)).columnsNames()).containsExactly("version");
  }

  @Test
  void options_are_read_from_a_url_and_from_json() {
    assertThat(new ConnectingSnippets().url().getPath()).isEqualTo("/data/app.db");
    assertThat(new ConnectingSnippets().url().getStatementTimeout()).isEqualTo(10_000);
    assertThat(new ConnectingSnippets().json().getPath()).isEqualTo("app.db");
    assertThat(new ConnectingSnippets().json().getSynchronous()).isEqualTo(Synchronous.NORMAL);
  }

  @Test
  void queries_give_what_was_stored() {
    await(queries.batch(pool));

    assertThat(await(queries.simple(pool))).containsExactly("1 Ahab", "2 Ishmael");
    assertThat(await(queries.prepared(pool, "Ahab")).size()).isEqualTo(1);
    assertThat(await(queries.update(pool, 5))).isEqualTo(2);
    assertThat(await(queries.collector(pool))).containsEntry(2L, "Ishmael").hasSize(2);
    assertThat(await(queries.connection(pool)).iterator().next().getInteger(0)).isEqualTo(2);
    assertThat(await(queries.json(pool, 1)).getString("theme")).isEqualTo("dark");
  }

  @Test
  void each_statement_has_its_result() {
    assertThat(await(queries.severalStatements(pool))).containsExactly(1, 2, 3);
  }

  @Test
  void generated_keys_are_told() {
    assertThat(await(queries.returning(pool, "Ahab"))).isEqualTo(1);
    assertThat(await(queries.lastInsertedId(pool, "Ishmael"))).isEqualTo(2);
  }

  @Test
  void rows_are_read_in_parts() {
    await(queries.batch(pool));
    await(queries.update(pool, 5));
    List<String> owners = new ArrayList<>();
    await(queries.stream(pool, row -> owners.add(row.getString("owner"))));

    assertThat(owners).containsExactly("Ahab", "Ishmael");
    assertThat(await(pool.withConnection(queries::cursor)).size()).isEqualTo(2);
  }

  @Test
  void a_transaction_by_hand_is_committed() {
    await(queries.batch(pool));
    await(queries.update(pool, 5));
    await(pool.withConnection(transactions::byHand));

    assertThat(await(pool.query("select sum(balance) from account").execute()).iterator().next().getInteger(0))
        .isZero();
  }

  @Test
  void a_savepoint_undoes_only_what_came_after_it() {
    await(transactions.savepoint(pool));

    assertThat(await(queries.simple(pool))).containsExactly("1 Ahab");
  }

  @Test
  void only_what_can_succeed_is_tried_again() {
    List<SqlConnection> attempts = new ArrayList<>();
    assertThat(catchThrowable(transactions.retrying(pool, 3, connection -> {
      attempts.add(connection);
      return Future.failedFuture(attempts.size() < 3
          ? new SqliteException("busy", "SQLITE_BUSY", 5, "55P03", null, null)
          : new IllegalStateException("no"));
    }))).isInstanceOf(IllegalStateException.class);

    assertThat(attempts).hasSize(3);
  }

  @Test
  void a_report_that_takes_too_long_is_stopped() {
    assertThat(catchThrowable(transactions.interrupt(vertx, pool,
        "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n")))
        .isInstanceOfSatisfying(SqliteException.class, error -> assertThat(error.getSqlState()).isEqualTo("57014"));
  }

  @Test
  void a_violated_constraint_is_told_by_its_column() {
    await(queries.batch(pool));

    assertThatThrownBy(() -> await(transactions.constraint(pool, "Elijah", "ahab@example.org")))
        .hasCauseInstanceOf(TransactionSnippets.EmailTaken.class);
  }

  @Test
  void templates_map_records() {
    await(templates.insert(pool, List.of(new TemplateSnippets.Account(7, "Ahab"))));

    assertThat(await(templates.find(pool, "Ahab"))).containsExactly(new TemplateSnippets.Account(7, "Ahab"));
  }

  @Test
  void mutiny_has_unis_and_multis() {
    await(queries.batch(pool));
    io.vertx.mutiny.sqlclient.Pool mutiny = io.vertx.mutiny.sqlclient.Pool.newInstance(pool);

    assertThat(new MutinySnippets().transfer(mutiny, 1, 2, 30).await().atMost(Duration.ofSeconds(60))
        .iterator().next().getInteger("balance")).isEqualTo(30);
    assertThat(new MutinySnippets().owners(mutiny).collect().asList().await().atMost(Duration.ofSeconds(60)))
        .containsExactly("Ahab", "Ishmael");
  }

  private static Throwable catchThrowable(Future<?> future) {
    return org.assertj.core.api.Assertions.catchThrowable(() -> await(future)).getCause();
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }
}

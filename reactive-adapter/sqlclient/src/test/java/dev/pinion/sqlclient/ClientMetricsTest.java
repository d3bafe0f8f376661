package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.RecordedMetrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.SqlClientInternal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientMetricsTest extends DatabaseTest {

  private final RecordedMetrics metrics = new RecordedMetrics();

  @Override
  protected Vertx newVertx() {
    return metrics.vertx();
  }

  @Test
  void queries_that_a_pool_runs_are_counted() {
    Pool pool = pool(1);
    List<String> statements = runAll(pool);

    assertCounted(statements);
  }

  @Test
  void queries_on_a_connection_of_a_pool_are_counted() {
    SqlConnection connection = await(pool(1).getConnection());

    assertCounted(runAllOn(connection));
  }

  @Test
  void queries_on_a_single_connection_are_counted() {
    assertCounted(runAllOn(connect()));
  }

  @Test
  void queries_in_a_transaction_of_a_pool_are_counted() {
    List<String> statements = new ArrayList<>();
    await(pool(1).withTransaction(connection -> {
      statements.add("select 'in a transaction'");
      return connection.query(statements.get(0)).execute();
    }));

    assertCounted(statements);
  }

  @Test
  void queries_in_a_transaction_of_a_single_connection_are_counted() {
    SqliteConnection connection = connect();
    await(connection.begin());

    assertCounted(runAllOn(connection));
  }

  @Test
  void each_query_of_a_group_is_counted() {
    Pool pool = pool(1);
    List<Future<?>> outcomes = new ArrayList<>();
    ((SqlClientInternal) pool).group(client -> {
      outcomes.add(client.query("select 1").execute());
      outcomes.add(client.preparedQuery("select ?").execute(Tuple.of(2)));
    });
    outcomes.forEach(DatabaseTest::await);

    assertCounted(List.of("select 1", "select ?"));
  }

  @Test
  void each_reading_of_a_cursor_is_counted() {
    SqliteConnection connection = connect();
    String sql = "select 1 union all select 2";
    Cursor cursor = await(connection.prepare(sql)).cursor();
    await(cursor.read(1));
    await(cursor.read(1));

    assertCounted(List.of(sql, sql));
  }

  @Test
  void a_statement_that_fails_is_reset_and_not_ended() {
    SqliteConnection connection = connect();
    failure(SqliteException.class, connection.query("select * from nowhere").execute());

    assertThat(metrics.reset).containsExactly("select * from nowhere");
    assertThat(metrics.ended).isEmpty();
  }

  @Test
  void a_statement_whose_parameters_are_refused_is_reset() {
    Pool pool = pool(1);
    failure(IllegalArgumentException.class, pool.preparedQuery("select ?").execute(Tuple.of(Double.NaN)));

    assertThat(metrics.reset).containsExactly("select ?");
  }

  @Test
  void the_address_is_the_path_of_the_file() {
    connect();

    assertThat(metrics.clients).containsExactly("sql " + file());
  }

  @Test
  void the_address_of_a_database_in_memory_is_its_name() {
    await(SqliteConnection.connect(vertx, new SqliteConnectOptions().setPath(SqliteConnectOptions.MEMORY)));

    assertThat(metrics.clients).containsExactly("sql :memory:");
  }

  @Test
  void each_connection_closes_its_metrics_once() {
    SqliteConnection connection = connect();
    Pool pool = pool(2);
    SqlConnection first = await(pool.getConnection());
    SqlConnection second = await(pool.getConnection());
    await(first.close());
    await(second.close());
    assertThat(metrics.closedClients).hasValue(0);

    await(pool.close());
    await(connection.close());
    assertThat(metrics.clients).hasSize(3);
    assertThat(metrics.closedClients).hasValue(3);
  }

  private void assertCounted(List<String> statements) {
    assertThat(metrics.begun).isEqualTo(statements);
    assertThat(metrics.ended).isEqualTo(statements);
    assertThat(metrics.reset).isEmpty();
  }

  private static List<String> runAll(SqlClient client) {
    await(client.query("select 'simple'").execute());
    await(client.preparedQuery("select 'prepared', ?").execute(Tuple.of(1)));
    await(client.preparedQuery("select 'batch', ?").executeBatch(List.of(Tuple.of(1), Tuple.of(2))));
    return List.of("select 'simple'", "select 'prepared', ?", "select 'batch', ?");
  }

  private static List<String> runAllOn(SqlConnection connection) {
    List<String> statements = new ArrayList<>(runAll(connection));
    statements.add("select 'by a prepared statement'");
    await(connection.prepare("select 'by a prepared statement'").compose(statement -> statement.query().execute()));
    return statements;
  }
}

package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.RecordedSpans;
import io.vertx.core.Vertx;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

class TracingTest extends DatabaseTest {

  private final RecordedSpans tracer = new RecordedSpans();

  @Override
  protected Vertx newVertx() {
    return tracer.vertx();
  }

  @Test
  void a_span_names_the_system_the_file_and_the_statement() {
    await(pool(1).preparedQuery("select ?").execute(Tuple.of("secret")));

    assertThat(tracer.spans).singleElement().satisfies(span -> assertThat(span.tags)
        .containsEntry("db.system", "sqlite")
        .containsEntry("db.type", "sql")
        .containsEntry("db.instance", file().toString())
        .containsEntry("db.statement", "select ?")
        .containsEntry("span.kind", "client")
        .doesNotContainValue("secret"));
  }

  @Test
  void a_span_ends_with_the_failure_of_its_statement() {
    SqliteException error = failure(SqliteException.class, connect().query("select * from nowhere").execute());

    assertThat(tracer.spans).singleElement().satisfies(span -> {
      assertThat(span.ended).isTrue();
      assertThat(span.failure).isSameAs(error);
    });
  }

  @Test
  void statements_in_a_transaction_of_a_single_connection_have_spans() {
    SqliteConnection connection = connect();
    await(connection.begin());
    await(connection.query("select 1").execute());
    await(connection.prepare("select 2").compose(statement -> statement.query().execute()));

    assertThat(tracer.statements()).containsExactly("select 1", "select 2");
    assertThat(tracer.spans).allMatch(span -> span.ended);
  }

  @Test
  void the_policy_of_the_options_goes_to_the_tracer() {
    SqliteConnectOptions options = options();
    options.setTracingPolicy(TracingPolicy.ALWAYS);
    await(pool(options, 1).query("select 1").execute());

    assertThat(tracer.spans).extracting(span -> span.policy).containsExactly(TracingPolicy.ALWAYS);
  }
}

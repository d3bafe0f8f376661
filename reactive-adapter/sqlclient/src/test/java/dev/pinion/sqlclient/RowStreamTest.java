package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.StreamingProcess;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowStreamTest extends DatabaseTest {

  private static final String NUMBERS =
      "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?) select i from n";

  private final List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
  private final Promise<Void> ended = Promise.promise();
  private SqliteConnection connection;

  @BeforeEach
  void open() {
    connection = connect();
  }

  @Test
  void a_stream_gives_every_row_once_in_order() {
    collect(stream(1000, 7));
    await(ended.future());

    assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 1000).boxed().toList());
  }

  @Test
  void an_empty_stream_ends() {
    collect(await(connection.prepare("select 1 where false")).createStream(10));
    await(ended.future());

    assertThat(seen).isEmpty();
  }

  @Test
  void a_paused_stream_gives_only_what_is_fetched() {
    RowStream<Row> stream = stream(1000, 7);
    stream.pause();
    collect(stream);
    stream.fetch(10);
    Awaitility.await().until(() -> seen.size() == 10);
    run(connection, "select 1");

    assertThat(seen).hasSize(10);
  }

  @Test
  void a_resumed_stream_goes_on_where_it_was() {
    RowStream<Row> stream = stream(1000, 7);
    stream.pause();
    collect(stream);
    stream.fetch(10);
    Awaitility.await().until(() -> seen.size() == 10);
    stream.resume();
    await(ended.future());

    assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 1000).boxed().toList());
  }

  @Test
  void a_paused_stream_over_endless_rows_computes_no_more_than_it_was_asked_for() {
    RowStream<Row> stream = stream(Long.MAX_VALUE, 10);
    stream.pause();
    collect(stream);
    stream.fetch(25);
    Awaitility.await().until(() -> seen.size() == 25);

    assertThat(single(connection, "select 1")).isEqualTo(1L);
    await(stream.close());
  }

  @Test
  void a_stream_that_is_closed_early_gives_no_more_rows() {
    RowStream<Row> stream = stream(Long.MAX_VALUE, 10);
    stream.pause();
    collect(stream);
    stream.fetch(5);
    Awaitility.await().until(() -> seen.size() == 5);
    await(stream.close());
    stream.fetch(100);
    run(connection, "select 1");

    assertThat(seen).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void an_error_in_the_middle_reaches_the_exception_handler() {
    Promise<Throwable> failure = Promise.promise();
    RowStream<Row> stream = await(connection.prepare("with recursive n(i) as (select 1 union all select i + 1 from n) "
        + "select case when i = 30 then abs(-9223372036854775807 - 1) else i end from n")).createStream(10);
    stream.exceptionHandler(failure::complete);
    collect(stream);

    assertThat(await(failure.future())).isInstanceOf(SqliteException.class).hasMessageContaining("integer overflow");
    assertThat(seen).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void two_streams_run_side_by_side_on_one_connection() {
    Promise<Integer> other = Promise.promise();
    int[] count = {0};
    RowStream<Row> second = stream(500, 11);
    second.endHandler(end -> other.complete(count[0]));
    collect(stream(1000, 7));
    second.handler(row -> count[0]++);

    assertThat(await(other.future())).isEqualTo(500);
    await(ended.future());
    assertThat(seen).hasSize(1000);
  }

  @Test
  void five_million_rows_pass_through_a_small_heap() throws Exception {
    assertThat(StreamingProcess.rowsStreamed(5_000_000, "-Xmx24m")).isEqualTo(5_000_000L);
  }

  private RowStream<Row> stream(long rows, int fetch) {
    return await(connection.prepare(NUMBERS)).createStream(fetch, Tuple.of(rows));
  }

  private void collect(RowStream<Row> stream) {
    stream.endHandler(end -> ended.complete());
    stream.handler(row -> seen.add(row.getInteger(0)));
  }
}

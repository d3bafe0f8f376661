package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadOnlyTransactionTest extends DatabaseTest {

  private Pool pool;
  private SqliteConnection reader;
  private Transaction reading;

  @BeforeEach
  void beginReading() {
    pool = pool(2);
    run(pool, "create table counter (n integer)");
    run(pool, "insert into counter values (1)");
    reader = SqliteConnection.cast(await(pool.getConnection()));
    reading = await(reader.beginReadOnly());
  }

  @Test
  void it_does_not_wait_for_a_writer_and_sees_one_moment() {
    SqliteConnection writer = SqliteConnection.cast(await(pool.getConnection()));
    Transaction writing = await(writer.begin());
    run(writer, "update counter set n = 2");
    assertThat(single(reader, "select n from counter")).isEqualTo(1L);

    await(writing.commit());
    assertThat(single(reader, "select n from counter")).isEqualTo(1L);
    await(reading.commit());
    assertThat(single(reader, "select n from counter")).isEqualTo(2L);
  }

  @Test
  void a_statement_that_writes_is_refused_and_the_transaction_goes_on() {
    SqliteException refused =
        failure(SqliteException.class, reader.query("update counter set n = 3").execute());

    assertThat(refused.getSqlState()).isEqualTo("25006");
    assertThat(refused).hasMessageContaining("read only");
    assertThat(single(reader, "select n from counter")).isEqualTo(1L);
  }

  @Test
  void temporary_tables_may_be_written() {
    run(reader, "create temp table chosen as select n from counter");

    assertThat(single(reader, "select n from chosen")).isEqualTo(1L);
  }

  @Test
  void the_next_transaction_of_the_connection_may_write() {
    await(reading.rollback());
    Transaction writing = await(reader.begin());
    run(reader, "update counter set n = 3");
    await(writing.commit());

    assertThat(single(pool, "select n from counter")).isEqualTo(3L);
  }

  @Test
  void transactions_do_not_nest() {
    assertThatThrownBy(() -> reader.beginReadOnly())
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("savepoint");
  }
}

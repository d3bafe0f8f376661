package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeValueTest extends DatabaseTest {

  private static final int MEGABYTE = 1 << 20;

  private SqliteConnection connection;

  @BeforeEach
  void createTable() {
    connection = await(SqliteConnection.connect(vertx, options().setSynchronous(Synchronous.OFF)));
    run(connection, "create table t (x)");
  }

  @Test
  void a_blob_of_fifty_megabytes_comes_back_as_it_went() {
    byte[] bytes = new byte[50 * MEGABYTE];
    new Random(1).nextBytes(bytes);
    run(connection, "insert into t values (?)", Buffer.buffer(bytes));

    Buffer stored = run(connection, "select x from t").iterator().next().getBuffer(0);

    assertThat(Arrays.equals(stored.getBytes(), bytes)).isTrue();
  }

  @Test
  void a_text_of_many_megabytes_comes_back_as_it_went() {
    String text = "käse \uD83E\uDDC0\0".repeat(MEGABYTE);
    run(connection, "insert into t values (?)", text);
    Row row = run(connection, "select x, length(cast(x as blob)) from t").iterator().next();

    assertThat(row.getString(0).equals(text)).isTrue();
    assertThat(row.getInteger(1)).isEqualTo(11 * MEGABYTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "select zeroblob(2147483648)",
      "insert into t values (zeroblob(2147483648))",
      "select hex(zeroblob(2000000000))"})
  void what_is_longer_than_sqlites_limit_is_too_big(String sql) {
    SqliteException error = failure(SqliteException.class, connection.query(sql).execute());

    assertThat(error.codeName()).isEqualTo("SQLITE_TOOBIG");
    assertThat(error.getErrorCode()).isEqualTo(18);
    assertThat(error.getSqlState()).isEqualTo("54000");
    assertThat(error).hasMessageStartingWith("string or blob too big").hasMessageContaining("store it in parts");
    assertThat(single(connection, "select 1")).isEqualTo(1L);
  }

  @Test
  void an_empty_text_and_an_empty_blob_are_not_null() {
    Row row = run(connection, "select ?, ?", "", Buffer.buffer()).iterator().next();

    assertThat(row.getString(0)).isEmpty();
    assertThat(row.getBuffer(1).length()).isZero();
  }
}

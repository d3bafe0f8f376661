package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.SqlConnectOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteConnectOptionsTest {

  @ParameterizedTest
  @CsvSource({
      "sqlite:app.db, app.db",
      "SQLITE:app.db, app.db",
      "jdbc:sqlite:app.db, app.db",
      "jdbc:sqlite:/data/app.db, /data/app.db",
      "sqlite:///data/app.db, /data/app.db",
      "sqlite:dir/with space.db, dir/with space.db",
      "sqlite:100%.db, 100%.db",
      "jdbc:sqlite:file:app.db, app.db",
      "sqlite::memory:, :memory:",
      "jdbc:sqlite:C:/data/app.db, C:/data/app.db"})
  void a_url_names_a_path(String uri, String path) {
    assertThat(SqliteConnectOptions.fromUri(uri).getPath()).isEqualTo(path);
  }

  @Test
  void parameters_of_a_url_set_options_and_pragmas() {
    SqliteConnectOptions options = SqliteConnectOptions.fromUri("sqlite:app.db?mode=ro&transaction_mode=deferred"
        + "&journal_mode=delete&synchronous=normal&foreign_keys=off&trusted_schema=1&busy_timeout=7&cache_size=-64000");

    assertThat(options.getOpenMode()).isEqualTo(OpenMode.READ_ONLY);
    assertThat(options.getTransactionMode()).isEqualTo(TransactionMode.DEFERRED);
    assertThat(options.getJournalMode()).isEqualTo(JournalMode.DELETE);
    assertThat(options.getSynchronous()).isEqualTo(Synchronous.NORMAL);
    assertThat(options.isForeignKeys()).isFalse();
    assertThat(options.isTrustedSchema()).isTrue();
    assertThat(options.getBusyTimeout()).isEqualTo(7);
    assertThat(options.getPragmas()).isEqualTo(Map.of("cache_size", "-64000"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "postgresql://localhost/app | is not a SQLite URL",
      "app.db | is not a SQLite URL",
      "sqlite: | names no file",
      "sqlite:// | has no host",
      "sqlite://server/app.db | has no host",
      "sqlite::memory | is called :memory:",
      "sqlite:app.db?cachesize=1 | parameter 'cachesize' is not known",
      "sqlite:app.db?mode=memory | use mode=ro, mode=rw or mode=rwc; a database in memory is sqlite::memory:",
      "sqlite:app.db?busy_timeout=soon | not a number of milliseconds",
      "sqlite:app.db?busy_timeout=-1 | must not be negative",
      "sqlite:app.db?foreign_keys=maybe | neither on nor off",
      "sqlite:app.db?synchronous=sometimes | is none of",
      "sqlite:app.db?group_commit_size=0 | must be at least 1",
      "sqlite:app.db?group_commit_delay=long | not a number of microseconds",
      "sqlite:app.db?durability=some | is none of",
      "sqlite:app.db?cache_size | has no value",
      "sqlite:app.db?cache_size=1;DROP TABLE t | a number or a word"})
  void a_bad_url_is_refused_with_the_reason(String uri, String reason) {
    assertThatThrownBy(() -> SqliteConnectOptions.fromUri(uri))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(uri)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void no_url_is_refused(String uri) {
    assertThatThrownBy(() -> SqliteConnectOptions.fromUri(uri)).hasMessageContaining("No SQLite URL was given");
  }

  @Test
  void the_defaults_are_durable_and_concurrent() {
    SqliteConnectOptions options = new SqliteConnectOptions();

    assertThat(options.getJournalMode()).isEqualTo(JournalMode.WAL);
    assertThat(options.getSynchronous()).isEqualTo(Synchronous.FULL);
    assertThat(options.isForeignKeys()).isTrue();
    assertThat(options.isTrustedSchema()).isFalse();
    assertThat(options.getBusyTimeout()).isEqualTo(5000);
    assertThat(options.getTransactionMode()).isEqualTo(TransactionMode.IMMEDIATE);
    assertThat(options.getCachePreparedStatements()).isTrue();
  }

  @Test
  void a_copy_is_equal_and_independent() {
    SqliteConnectOptions options = everythingChanged();
    SqliteConnectOptions copy = new SqliteConnectOptions(options);
    options.addPragma("threads", "2");

    assertThat(copy.toJson()).isEqualTo(everythingChanged().toJson());
  }

  @Test
  void json_keeps_everything() {
    assertThat(new SqliteConnectOptions(everythingChanged().toJson()).toJson())
        .isEqualTo(everythingChanged().toJson());
  }

  @Test
  void generic_options_name_the_path_by_their_database_and_parameters_by_their_properties() {
    SqliteConnectOptions options = new SqliteConnectOptions(
        new SqlConnectOptions().setDatabase("app.db").addProperty("mmap_size", "1000"));

    assertThat(options.getPath()).isEqualTo("app.db");
    assertThat(options.getPragmas()).isEqualTo(Map.of("mmap_size", "1000"));
  }

  private static SqliteConnectOptions everythingChanged() {
    return new SqliteConnectOptions().setPath("app.db").setOpenMode(OpenMode.READ_WRITE)
        .setTransactionMode(TransactionMode.EXCLUSIVE).setJournalMode(JournalMode.PERSIST)
        .setSynchronous(Synchronous.EXTRA).setForeignKeys(false).setTrustedSchema(true).setBusyTimeout(1)
        .setDurability(Durability.GROUPED)
        .setGroupCommitSize(7).setGroupCommitDelay(8)
        .setWriteGateTimeout(2).setMaxPendingCommands(3).addPragma("cache_size", "4");
  }
}

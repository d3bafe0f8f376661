package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.Jdbc;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BadInputTest extends DatabaseTest {

  @Test
  void a_directory_that_does_not_exist_is_named_and_not_created() {
    Path missing = directory.resolve("missing");
    SqliteException error = failure(SqliteException.class, open(missing.resolve("app.db")));

    assertThat(error).hasMessageContaining("the directory " + missing + " does not exist; create it");
    assertThat(missing).doesNotExist();
  }

  @Test
  void a_directory_is_no_database() {
    assertThat(failure(SqliteException.class, open(directory))).hasMessageContaining("it is a directory");
  }

  @Test
  void a_file_that_is_no_database_is_refused_and_left_as_it_is() throws Exception {
    Files.writeString(file(), "Dear diary, this is a text file and it is longer than one header of SQLite.".repeat(9));
    byte[] before = Files.readAllBytes(file());
    SqliteException error = failure(SqliteException.class, open(file()));

    assertThat(error).hasMessageContaining(file().toString()).hasMessageContaining("is not a SQLite database");
    assertThat(error.codeName()).isEqualTo("SQLITE_NOTADB");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    assertThat(directory).isDirectoryNotContaining("glob:**-{wal,shm,journal}");
  }

  @Test
  void a_read_only_file_is_not_opened_for_writing() throws Exception {
    Jdbc.run(file().toString(), "create table t(x)");
    assertThat(file().toFile().setWritable(false, false)).isTrue();
    SqliteException error = failure(SqliteException.class, open(file()));

    assertThat(error).hasMessageContaining("is read-only; make it writable, or open it with mode=ro");
    assertThat(error.codeName()).isEqualTo("SQLITE_READONLY");
  }

  @Test
  void a_read_only_file_can_be_read() throws Exception {
    Jdbc.run(file().toString(), "create table t(x)", "insert into t values (42)");
    assertThat(file().toFile().setWritable(false, false)).isTrue();
    Pool pool = pool(options().setOpenMode(OpenMode.READ_ONLY), 1);

    assertThat(single(pool, "select x from t")).isEqualTo(42L);
  }

  @Test
  void writing_through_a_read_only_connection_is_refused() throws Exception {
    Jdbc.run(file().toString(), "create table t(x)");
    Pool pool = pool(options().setOpenMode(OpenMode.READ_ONLY), 1);
    SqliteException error = failure(SqliteException.class, pool.query("insert into t values (1)").execute());

    assertThat(error.codeName()).startsWith("SQLITE_READONLY");
  }

  @Test
  void a_missing_file_is_not_created_when_it_must_exist() {
    SqliteException error = failure(SqliteException.class,
        pool(options().setOpenMode(OpenMode.READ_WRITE), 1).getConnection());

    assertThat(error).hasMessageContaining("it does not exist, and mode=rw does not create it");
    assertThat(file()).doesNotExist();
  }

  @Test
  void no_path_is_refused() {
    assertThat(failure(IllegalArgumentException.class, SqliteConnection.connect(vertx, new SqliteConnectOptions())))
        .hasMessageContaining("No path of a SQLite database was set");
  }

  @Test
  void a_user_or_password_is_refused() {
    SqliteConnectOptions options = options();
    options.setPassword("secret");

    assertThat(failure(IllegalArgumentException.class, SqliteConnection.connect(vertx, options)))
        .hasMessageContaining("SQLite has neither")
        .hasMessageNotContaining("secret");
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_closed_pool_says_that_it_is_closed() {
    Pool pool = pool(1);
    run(pool, "select 1");
    await(pool.close());

    assertThat(failure(IllegalStateException.class, pool.query("select 1").execute()))
        .hasMessageContaining("The pool on " + file() + " is closed");
    assertThat(failure(IllegalStateException.class, pool.getConnection()))
        .hasMessageContaining("The pool on " + file() + " is closed");
  }

  @Test
  void a_closed_connection_says_that_it_is_closed() {
    SqliteConnection connection = connect();
    await(connection.close());

    assertThat(failure(SqliteException.class, connection.query("select 1").execute()))
        .hasMessageContaining("is closed; get a new one from the pool or connect again");
  }

  @Test
  void a_simple_query_with_parameters_is_refused() {
    assertThat(failure(IllegalArgumentException.class, connect().query("select ?").execute()))
        .hasMessageContaining("expected number of parameters = [1]");
  }

  @Test
  void several_statements_cannot_be_prepared() {
    assertThat(failure(IllegalArgumentException.class, connect().preparedQuery("select 1; select 2").execute()))
        .hasMessageContaining("A prepared statement is one statement, here are 2");
  }

  private Future<SqliteConnection> open(Path path) {
    return SqliteConnection.connect(vertx, new SqliteConnectOptions().setPath(path.toString()));
  }
}

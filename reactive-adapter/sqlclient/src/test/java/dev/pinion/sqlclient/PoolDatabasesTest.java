package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.sqlclient.testing.DatabaseTest;
import dev.pinion.sqlclient.testing.OtherDriver;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.ClientBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.spi.Driver;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolDatabasesTest extends DatabaseTest {

  @Test
  void a_supplier_is_asked_for_each_connection() {
    AtomicInteger asked = new AtomicInteger();
    Pool pool = build(SqliteBuilder.pool().with(new PoolOptions().setMaxSize(2)).connectingTo(() -> {
      asked.incrementAndGet();
      return Future.succeededFuture(options());
    }));
    await(Future.all(pool.getConnection(), pool.getConnection()));

    assertThat(asked).hasValue(2);
  }

  @Test
  void a_supplier_may_take_its_time() {
    Pool pool = build(SqliteBuilder.pool().connectingTo(() -> vertx.timer(20).map(fired -> options())));

    assertThat(single(pool, "select 1")).isEqualTo(1L);
  }

  @Test
  void a_supplier_that_fails_or_throws_costs_no_connection() {
    AtomicInteger asked = new AtomicInteger();
    Pool pool = build(SqliteBuilder.pool().with(new PoolOptions().setMaxSize(1)).connectingTo(() -> {
      switch (asked.incrementAndGet()) {
        case 1:
          throw new UnsupportedOperationException("thrown");
        case 2:
          return Future.failedFuture(new UnsupportedOperationException("failed"));
        case 3:
          return Future.succeededFuture(null);
        default:
          return Future.succeededFuture(options());
      }
    }));

    assertThat(failure(UnsupportedOperationException.class, pool.getConnection())).hasMessage("thrown");
    assertThat(failure(UnsupportedOperationException.class, pool.getConnection())).hasMessage("failed");
    assertThat(failure(IllegalArgumentException.class, pool.getConnection())).hasMessageContaining("are null");
    assertThat(single(pool, "select 1")).isEqualTo(1L);
  }

  @Test
  void a_supplier_that_never_answers_costs_no_connection() {
    AtomicInteger asked = new AtomicInteger();
    Pool pool = build(SqliteBuilder.pool()
        .with(new PoolOptions().setMaxSize(1).setConnectionTimeout(50).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
        .connectingTo(() -> asked.incrementAndGet() == 1
            ? Promise.<SqlConnectOptions>promise().future() : Future.succeededFuture(options())));

    assertThat(failure(CompletionException.class, pool.getConnection())).hasCauseInstanceOf(TimeoutException.class);
    assertThat(single(lease(pool), "select 1")).isEqualTo(1L);
  }

  @Test
  void a_pool_can_be_closed_while_its_supplier_is_asked() {
    Pool pool = build(SqliteBuilder.pool().connectingTo(() -> Promise.<SqlConnectOptions>promise().future()));
    Future<?> query = pool.query("select 1").execute();
    await(pool.close());

    assertThat(failure(IllegalStateException.class, query)).hasMessageContaining("is closed");
  }

  @Test
  void several_databases_are_opened_in_turn() {
    List<SqlConnectOptions> databases = IntStream.range(0, 3).<SqlConnectOptions>mapToObj(i ->
        new SqliteConnectOptions().setPath(directory.resolve(i + ".db").toString())).toList();
    Pool pool = build(SqliteBuilder.pool().with(new PoolOptions().setMaxSize(3)).connectingTo(databases));
    for (int i = 0; i < 3; i++) {
      assertThat((String) single(await(pool.getConnection()), "select file from pragma_database_list"))
          .endsWith(i + ".db");
    }
  }

  @Test
  void no_database_is_refused() {
    assertThatThrownBy(() -> build(SqliteBuilder.pool())).hasMessageContaining("call connectingTo before build");
    assertThatThrownBy(() -> SqliteBuilder.pool().connectingTo(List.of())).hasMessageContaining("is empty");
  }

  @Test
  void a_url_of_another_database_is_refused() {
    assertThatThrownBy(() -> SqliteBuilder.pool().connectingTo("postgresql://localhost/app"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is not a SQLite URL");
  }

  @Test
  void options_of_another_driver_are_refused_wherever_they_come_from() {
    SqlConnectOptions other = new OtherDriver.Options().setDatabase(file().toString());
    Pool pool = build(SqliteBuilder.pool().connectingTo(() -> Future.succeededFuture(other)));

    assertThatThrownBy(() -> SqliteBuilder.pool().connectingTo(other)).hasMessageContaining("are not for SQLite");
    assertThat(failure(IllegalArgumentException.class, pool.getConnection()))
        .hasMessageContaining("are not for SQLite");
    assertThat(file()).doesNotExist();
  }

  @Test
  void options_of_no_driver_name_the_file_by_their_database() {
    SqlConnectOptions options = new SqlConnectOptions().setDatabase(file().toString());
    Pool pool = Pool.pool(vertx, options, new PoolOptions());

    assertThat(single(pool, "select 1")).isEqualTo(1L);
    assertThat(file()).exists();
  }

  @Test
  void a_pool_keeps_the_options_as_they_were_when_it_was_built() {
    SqliteConnectOptions options = options();
    Pool pool = build(SqliteBuilder.pool().connectingTo(options));
    options.setPath(directory.resolve("changed.db").toString());
    run(pool, "select 1");

    assertThat(directory.resolve("changed.db")).doesNotExist();
  }

  @Test
  void a_supplier_of_memory_databases_is_refused_for_more_than_one_connection() {
    Pool pool = build(SqliteBuilder.pool().connectingTo(
        () -> Future.succeededFuture(SqliteConnectOptions.fromUri("sqlite::memory:"))));

    assertThat(failure(IllegalArgumentException.class, pool.getConnection()))
        .hasMessageContaining("each of its 4 connections would be another database; set its maxSize to 1");
  }

  @Test
  void the_options_choose_this_driver_among_several() throws Exception {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(Driver.class.getName()), OtherDriver.class.getName());
    withClassPathEntry(directory, () -> {
      assertThat(ServiceLoader.load(Driver.class)).hasSize(2);
      Pool pool = Pool.pool(vertx, options(), new PoolOptions());

      assertThat(pool).isInstanceOf(SqlitePool.class);
      assertThat(Pool.pool(vertx, SqlConnectOptions.fromUri("sqlite:" + file()), new PoolOptions()))
          .isInstanceOf(SqlitePool.class);
    });
  }

  @Test
  void a_pool_without_vertx_makes_one_and_closes_it() {
    Pool pool = Pool.pool(options(), new PoolOptions());

    assertThat(single(pool, "select 1")).isEqualTo(1L);
    await(pool.close());
  }

  private Pool build(ClientBuilder<Pool> builder) {
    return builder.using(vertx).build();
  }

  private static void withClassPathEntry(Path entry, Runnable test) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {entry.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      test.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}

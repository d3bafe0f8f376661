package dev.pinion.sqlclient.testing;

import dev.pinion.sqlclient.SqliteBuilder;
import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteConnection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests on a real file share: Vert.x, a fresh directory, and a way to wait. */
public abstract class DatabaseTest {

  @TempDir
  protected Path directory;

  protected Vertx vertx;

  @BeforeEach
  void startVertx() {
    vertx = newVertx();
  }

  protected Vertx newVertx() {
    return Vertx.vertx();
  }

  @AfterEach
  void closeVertx() {
    await(vertx.close());
  }

  protected Path file() {
    return directory.resolve("test.db");
  }

  protected SqliteConnectOptions options() {
    return new SqliteConnectOptions().setPath(file().toString());
  }

  protected Pool pool(int size) {
    return pool(options(), size);
  }

  protected Pool pool(SqliteConnectOptions options, int size) {
    return SqliteBuilder.pool().connectingTo(options).with(new PoolOptions().setMaxSize(size)).using(vertx).build();
  }

  protected Pool pool(PoolOptions poolOptions) {
    return SqliteBuilder.pool().connectingTo(options()).with(poolOptions).using(vertx).build();
  }

  protected SqliteConnection connect() {
    return await(SqliteConnection.connect(vertx, options()));
  }

  /** Asks again until there is one, because opening it may take longer than the pool lets its callers wait. */
  protected static SqlConnection lease(Pool pool) {
    return Awaitility.await().atMost(30, TimeUnit.SECONDS).ignoreExceptions()
        .until(() -> await(pool.getConnection()), Objects::nonNull);
  }

  protected static RowSet<Row> run(SqlClient client, String sql, Object... parameters) {
    return await(client.preparedQuery(sql).execute(Tuple.wrap(parameters)));
  }

  protected static Object single(SqlClient client, String sql, Object... parameters) {
    return run(client, sql, parameters).iterator().next().getValue(0);
  }

  /** By the future's own limit: one set with orTimeout is cancelled on the event loop, and that can block there. */
  protected static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new CompletionException(e);
    }
  }

  protected static <X extends Throwable> X failure(Class<X> type, Future<?> future) {
    return Assertions.assertThrows(type, () -> await(future));
  }
}

package dev.pinion.benchmarks;

import dev.pinion.sqlclient.SqliteBuilder;
import dev.pinion.sqlclient.SqliteConnection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One row by its primary key: a blocking loop over sqlite-jdbc, which is the floor, against Pinion with one and with
 * 64 queries in flight.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PointSelectBenchmark {

  private static final int ROWS = 10_000;
  private static final int IN_FLIGHT = 64;
  private static final String QUERY = "select id, name, amount from item where id = ?";

  private Path file;
  private Connection jdbc;
  private PreparedStatement statement;
  private Vertx vertx;
  private Pool pool;
  private SqliteConnection connection;
  private int next;

  /**
   * Fills a table and opens both clients.
   *
   * @throws IOException if there is no temporary file to be had
   * @throws SQLException if the file cannot be filled
   */
  @Setup
  public void open() throws IOException, SQLException {
    file = Files.createTempFile("pinion-benchmark", ".db");
    jdbc = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (var setUp = jdbc.createStatement()) {
      setUp.execute("pragma journal_mode=wal");
      setUp.execute("create table item (id integer primary key, name text, amount real)");
      setUp.execute("with recursive n(i) as (select 1 union all select i + 1 from n where i < " + ROWS + ") "
          + "insert into item select i, 'item ' || i, i / 7.0 from n");
    }
    statement = jdbc.prepareStatement(QUERY);
    vertx = Vertx.vertx();
    pool = SqliteBuilder.pool().connectingTo("sqlite:" + file).with(new PoolOptions().setMaxSize(2)).using(vertx)
        .build();
    connection = await(SqliteConnection.connect(vertx, "sqlite:" + file));
  }

  /**
   * Closes everything and deletes the file.
   *
   * @throws IOException if the file cannot be deleted
   * @throws SQLException if the connection cannot be closed
   */
  @TearDown
  public void close() throws IOException, SQLException {
    jdbc.close();
    await(pool.close());
    await(vertx.close());
    Files.delete(file);
  }

  /**
   * The floor: a loop on this thread.
   *
   * @return the name found
   * @throws SQLException if the query fails
   */
  @Benchmark
  public String blockingLoop() throws SQLException {
    statement.setInt(1, nextId());
    try (ResultSet result = statement.executeQuery()) {
      result.next();
      result.getInt(1);
      result.getDouble(3);
      return result.getString(2);
    }
  }

  /**
   * Pinion, one query at a time on one connection, the round trip included.
   *
   * @return the name found
   */
  @Benchmark
  public String pinionOneAtATime() {
    return name(await(connection.preparedQuery(QUERY).execute(Tuple.of(nextId()))));
  }

  /**
   * Pinion, 64 queries in flight on one connection.
   *
   * @return the names found
   */
  @Benchmark
  @OperationsPerInvocation(IN_FLIGHT)
  public List<String> pinion64InFlight() {
    return inFlight(connection.preparedQuery(QUERY));
  }

  /**
   * Pinion, 64 queries in flight through a pool of two.
   *
   * @return the names found
   */
  @Benchmark
  @OperationsPerInvocation(IN_FLIGHT)
  public List<String> pinionPool64InFlight() {
    return inFlight(pool.preparedQuery(QUERY));
  }

  private List<String> inFlight(PreparedQuery<RowSet<Row>> query) {
    List<Future<RowSet<Row>>> results = new ArrayList<>(IN_FLIGHT);
    for (int i = 0; i < IN_FLIGHT; i++) {
      results.add(query.execute(Tuple.of(nextId())));
    }
    await(Future.all(results));
    return results.stream().map(result -> name(result.result())).toList();
  }

  private static String name(RowSet<Row> rows) {
    return rows.iterator().next().getString(1);
  }

  private int nextId() {
    next = (next + 7919) % ROWS;
    return next + 1;
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}

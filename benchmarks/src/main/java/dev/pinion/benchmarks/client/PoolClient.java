package dev.pinion.benchmarks.client;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A pool of Vert.x's SQL client, Pinion's or another, used from one event loop. */
final class PoolClient implements QueryClient {

  private static final Tuple ENTRY = Tuple.of(SampleFile.TEXT);

  private final Pool pool;
  private final Context context;
  private final Map<Integer, List<Tuple>> batches = new ConcurrentHashMap<>();

  PoolClient(Vertx vertx, Pool pool) {
    this.pool = pool;
    this.context = ((VertxInternal) vertx).createEventLoopContext();
  }

  @Override
  public int inFlight(int wanted) {
    return wanted;
  }

  @Override
  public void start(Runnable lane) {
    context.runOnContext(nothing -> lane.run());
  }

  @Override
  public Future<?> query(Query query, int parameter) {
    return pool.preparedQuery(query.sql()).execute(Tuple.of(parameter)).onSuccess(rows -> read(query, rows));
  }

  private static void read(Query query, RowSet<Row> rows) {
    for (Row row : rows) {
      query.read(row);
    }
  }

  @Override
  public Future<?> insert() {
    return pool.preparedQuery(SampleFile.INSERT).execute(ENTRY);
  }

  @Override
  public Future<?> transaction(int inserts) {
    return pool.withTransaction(connection -> insert(connection, inserts));
  }

  private static Future<RowSet<Row>> insert(SqlConnection connection, int inserts) {
    Future<RowSet<Row>> first = connection.preparedQuery(SampleFile.INSERT).execute(ENTRY);
    return inserts == 1 ? first : first.compose(done -> insert(connection, inserts - 1));
  }

  @Override
  public Future<?> batch(int rows) {
    List<Tuple> tuples = batches.computeIfAbsent(rows,
        count -> Stream.generate(() -> Tuple.of(SampleFile.TEXT)).limit(count).toList());
    return pool.withTransaction(connection -> connection.preparedQuery(SampleFile.INSERT).executeBatch(tuples));
  }

  @Override
  public Future<?> connections(int count) {
    List<Future<SqlConnection>> leases = IntStream.range(0, count).mapToObj(i -> pool.getConnection()).toList();
    return Future.all(leases).compose(all -> Future.join(leases.stream().map(this::useAndClose).toList()));
  }

  private Future<Void> useAndClose(Future<SqlConnection> lease) {
    SqlConnection connection = lease.result();
    return connection.preparedQuery(Query.POINT.sql()).execute(Tuple.of(1)).compose(done -> connection.close());
  }

  @Override
  public void close() {
    pool.close().toCompletionStage().toCompletableFuture().join();
  }
}

package dev.pinion.sqlclient.tck;

import dev.pinion.sqlclient.SqliteBuilder;
import dev.pinion.sqlclient.testing.RecordedMetrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.unit.Async;
import io.vertx.ext.unit.TestContext;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.ClientBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.tck.MetricsTestBase;
import java.util.concurrent.TimeUnit;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class MetricsTest extends MetricsTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  protected SqlConnectOptions connectOptions() {
    return DATABASE.options();
  }

  @Override
  protected ClientBuilder<Pool> poolBuilder() {
    return SqliteBuilder.pool().connectingTo(connectOptions());
  }

  @Override
  protected String statement(String... parts) {
    return TckDatabase.placeholders(parts);
  }

  /** No proxy can cut a file off; what ends a connection under its user and those who wait is the end of the pool. */
  @Override
  public void testConnectionLost(TestContext ctx) throws Exception {
    RecordedMetrics metrics = new RecordedMetrics();
    Vertx recorded = metrics.vertx();
    Pool pool = poolBuilder().with(new PoolOptions().setMaxSize(1)).using(recorded).build();
    SqlConnection connection = Future.await(pool.getConnection(), 20, TimeUnit.SECONDS);
    Async lost = ctx.async(17);
    connection.closeHandler(closed -> lost.countDown());
    for (int i = 0; i < 16; i++) {
      pool.withConnection(waiting -> waiting.query("SELECT * FROM immutable WHERE id=1").execute())
          .onComplete(ctx.asyncAssertFailure(error -> lost.countDown()));
    }
    ctx.assertEquals(16, metrics.queued.get());
    pool.close();
    lost.await(20_000);
    ctx.assertEquals(0, metrics.queued.get());
    Future.await(recorded.close(), 20, TimeUnit.SECONDS);
  }
}

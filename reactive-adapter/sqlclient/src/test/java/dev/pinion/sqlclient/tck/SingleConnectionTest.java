package dev.pinion.sqlclient.tck;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteConnection;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.ext.unit.TestContext;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import io.vertx.sqlclient.tck.ConnectionTestBase;
import io.vertx.sqlclient.tck.Connector;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class SingleConnectionTest extends ConnectionTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  public void setUp() throws Exception {
    super.setUp();
    options = DATABASE.options();
    connector = new Connector<>() {
      @Override
      public void connect(Handler<AsyncResult<SqlConnection>> handler) {
        SqliteConnection.connect(vertx, (SqliteConnectOptions) options)
            .<SqlConnection>map(connection -> connection).onComplete(handler);
      }

      @Override
      public void close() {
        // Each connection is closed by its test or with the Vert.x instance.
      }
    };
  }

  @Override
  protected void validateDatabaseMetaData(TestContext ctx, DatabaseMetadata metadata) {
    ctx.assertEquals("SQLite", metadata.productName());
    ctx.assertEquals(3, metadata.majorVersion());
    ctx.assertTrue(metadata.minorVersion() >= 45, metadata.fullVersion());
  }
}

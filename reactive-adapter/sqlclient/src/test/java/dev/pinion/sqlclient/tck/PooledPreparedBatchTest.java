package dev.pinion.sqlclient.tck;

import io.vertx.ext.unit.TestContext;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.tck.PreparedBatchTestBase;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class PooledPreparedBatchTest extends PreparedBatchTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  protected void initConnector() {
    connector = DATABASE.poolConnector(vertx);
  }

  @Override
  protected String statement(String... parts) {
    return TckDatabase.placeholders(parts);
  }

  @Override
  protected void cleanTestTable(TestContext ctx) {
    DATABASE.clearMutable();
  }
}

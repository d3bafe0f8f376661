package dev.pinion.sqlclient.tck;

import io.vertx.ext.unit.TestContext;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.tck.TransactionTestBase;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class TransactionTest extends TransactionTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  protected Pool createPool() {
    return DATABASE.pool(vertx, 1);
  }

  @Override
  protected Pool nonTxPool() {
    return DATABASE.pool(vertx, 1);
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

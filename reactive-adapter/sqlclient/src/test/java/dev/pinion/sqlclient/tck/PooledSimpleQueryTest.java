package dev.pinion.sqlclient.tck;

import io.vertx.ext.unit.TestContext;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.tck.SimpleQueryTestBase;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class PooledSimpleQueryTest extends SimpleQueryTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  protected void initConnector() {
    connector = DATABASE.poolConnector(vertx);
  }

  @Override
  protected void cleanTestTable(TestContext ctx) {
    DATABASE.clearMutable();
  }
}

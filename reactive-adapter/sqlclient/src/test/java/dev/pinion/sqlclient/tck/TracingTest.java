package dev.pinion.sqlclient.tck;

import io.vertx.core.Vertx;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.tck.TracingTestBase;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class TracingTest extends TracingTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  protected Pool createPool(Vertx vertx) {
    return DATABASE.pool(vertx, 1);
  }

  @Override
  protected String statement(String... parts) {
    return TckDatabase.placeholders(parts);
  }

  @Override
  protected boolean isValidDbSystem(String dbSystem) {
    return "sqlite".equals(dbSystem);
  }
}

package dev.pinion.sqlclient.tck;

import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.tck.CollectorTestBase;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class SingleCollectorTest extends CollectorTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  protected void initConnector() {
    connector = DATABASE.connectionConnector(vertx);
  }
}

package dev.pinion.sqlclient.tck;

import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.tck.NullValueEncodeTestBase;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class NullValueEncodeTest extends NullValueEncodeTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  protected void initConnector() {
    connector = DATABASE.connectionConnector(vertx);
  }

  @Override
  protected String statement(String... parts) {
    return TckDatabase.placeholders(parts);
  }
}

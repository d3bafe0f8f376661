package dev.pinion.sqlclient.tck;

import io.vertx.ext.unit.junit.VertxUnitRunner;
import org.junit.runner.RunWith;

/** The same on connections of a pool. */
@RunWith(VertxUnitRunner.class)
public class PooledPreparedQueryCachedTest extends SinglePreparedQueryCachedTest {

  @Override
  protected void initConnector() {
    options = DATABASE.options();
    connector = TckDatabase.poolConnector(vertx, options);
  }
}

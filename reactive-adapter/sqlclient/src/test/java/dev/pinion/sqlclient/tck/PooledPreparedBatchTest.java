package dev.pinion.sqlclient.tck;

import io.vertx.ext.unit.junit.VertxUnitRunner;
import org.junit.runner.RunWith;

/** The same on connections of a pool. */
@RunWith(VertxUnitRunner.class)
public class PooledPreparedBatchTest extends SinglePreparedBatchTest {

  @Override
  protected void initConnector() {
    connector = DATABASE.poolConnector(vertx);
  }
}

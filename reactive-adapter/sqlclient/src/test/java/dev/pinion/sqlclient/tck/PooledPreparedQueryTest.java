package dev.pinion.sqlclient.tck;

import io.vertx.ext.unit.junit.VertxUnitRunner;
import org.junit.runner.RunWith;

/** The same on connections of a pool. */
@RunWith(VertxUnitRunner.class)
public class PooledPreparedQueryTest extends SinglePreparedQueryTest {

  @Override
  protected void initConnector() {
    connector = DATABASE.poolConnector(vertx);
  }
}

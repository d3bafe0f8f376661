package dev.pinion.sqlclient.tck;

import io.vertx.ext.unit.TestContext;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.tck.PreparedQueryCachedTestBase;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class SinglePreparedQueryCachedTest extends PreparedQueryCachedTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  protected void initConnector() {
    options = DATABASE.options();
    connector = TckDatabase.connectionConnector(vertx, options);
  }

  @Override
  protected String statement(String... parts) {
    return TckDatabase.placeholders(parts);
  }

  @Override
  protected void cleanTestTable(TestContext ctx) {
    DATABASE.clearMutable();
  }

  /** SQLite is dynamically typed: a parameter has no type that a value could contradict. */
  @Override
  public void testPreparedQueryParamCoercionTypeError(TestContext ctx) {
    connect(ctx.asyncAssertSuccess(connection -> connection.prepare("SELECT * FROM immutable WHERE id=?")
        .compose(statement -> statement.query().execute(Tuple.of("1")))
        .onComplete(ctx.asyncAssertSuccess(rows -> ctx.assertEquals(1, rows.size())))));
  }
}

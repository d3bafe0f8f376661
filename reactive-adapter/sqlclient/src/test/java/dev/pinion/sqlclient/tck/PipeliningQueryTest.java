package dev.pinion.sqlclient.tck;

import dev.pinion.sqlclient.SqliteBuilder;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.tck.Connector;
import io.vertx.sqlclient.tck.PipeliningQueryTestBase;
import java.lang.reflect.Proxy;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class PipeliningQueryTest extends PipeliningQueryTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  protected void init() {
    options = DATABASE.options();
    connectionConnector = deletingInsteadOfTruncating(TckDatabase.connectionConnector(vertx, options));
    pooledConnectionConnector = TckDatabase.poolConnector(vertx, options);
    pooledClientSupplier = () -> SqliteBuilder.client()
        .connectingTo(options).with(new PoolOptions().setMaxSize(8)).using(vertx).build();
  }

  @Override
  protected String statement(String... parts) {
    return TckDatabase.placeholders(parts);
  }

  /** The test empties its table by {@code TRUNCATE TABLE}, in a private method, and SQLite has no such statement. */
  private static Connector<SqlConnection> deletingInsteadOfTruncating(Connector<SqlConnection> connector) {
    return new Connector<>() {
      @Override
      public void connect(Handler<AsyncResult<SqlConnection>> handler) {
        connector.connect(connected -> handler.handle(connected.map(PipeliningQueryTest::deletingInsteadOfTruncating)));
      }

      @Override
      public void close() {
        connector.close();
      }
    };
  }

  private static SqlConnection deletingInsteadOfTruncating(SqlConnection connection) {
    return (SqlConnection) Proxy.newProxyInstance(SqlConnection.class.getClassLoader(),
        new Class<?>[] {SqlConnection.class}, (proxy, method, arguments) -> {
          boolean truncates = method.getName().equals("query") && "TRUNCATE TABLE mutable;".equals(arguments[0]);
          return truncates ? connection.query("DELETE FROM mutable") : method.invoke(connection, arguments);
        });
  }
}

package dev.pinion.sqlclient.tck;

import dev.pinion.sqlclient.OpenMode;
import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.tck.ConnectionAutoRetryTestBase;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.TestName;
import org.junit.runner.RunWith;

/** No proxy stands before a file; what makes opening fail for a while is that the file is not there yet. */
@RunWith(VertxUnitRunner.class)
public class ConnectionAutoRetryTest extends ConnectionAutoRetryTestBase {

  private static final long INTERVAL = 50;

  @Rule
  public final TemporaryFolder folder = new TemporaryFolder();

  @Rule
  public final TestName test = new TestName();

  @Override
  public void setUp() throws Exception {
    super.setUp();
    options = new SqliteConnectOptions()
        .setPath(folder.getRoot().toPath().resolve("retry.db").toString()).setOpenMode(OpenMode.READ_WRITE);
    if (test.getMethodName().endsWith("WithoutRetry")) {
      vertx.fileSystem().writeFileBlocking(options.getDatabase(), Buffer.buffer());
    }
  }

  /** When the file appears depends on the machine, so the number of attempts is left generous where it does. */
  @Override
  protected void initialConnector(int proxyPort) {
    options.setReconnectInterval(INTERVAL);
    if (test.getMethodName().endsWith("RetrySuccess")) {
      options.setReconnectAttempts(1_000);
      vertx.setTimer(INTERVAL, id -> vertx.fileSystem().writeFile(options.getDatabase(), Buffer.buffer()));
    }
    connectionConnector = TckDatabase.connectionConnector(vertx, options);
    poolConnector = TckDatabase.poolConnector(vertx, options);
  }
}

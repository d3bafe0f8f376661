package dev.pinion.sqlclient.testing;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.SqliteConnection;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A JVM that does nothing but stream rows; it prints how many came. */
public final class StreamingProcess {

  private static final String ROWS = "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?) "
      + "select i, 'some text with the number ' || i from n";

  private StreamingProcess() {
  }

  public static long rowsStreamed(long rows, String heap) throws Exception {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap,
        "-cp", System.getProperty("java.class.path"), StreamingProcess.class.getName(), String.valueOf(rows))
        .redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("The streaming process failed:\n" + output);
    }
    return Long.parseLong(output.strip().lines().reduce((first, last) -> last).orElseThrow());
  }

  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx();
    long[] count = {0};
    SqliteConnection.connect(vertx, new SqliteConnectOptions().setPath(":memory:"))
        .compose(connection -> connection.prepare(ROWS))
        .onFailure(StreamingProcess::fail)
        .onSuccess(statement -> {
          RowStream<Row> stream = statement.createStream(1000, Tuple.of(Long.parseLong(arguments[0])));
          stream.exceptionHandler(StreamingProcess::fail);
          stream.endHandler(end -> {
            System.out.println(count[0]);
            vertx.close();
          });
          stream.handler(row -> count[0] += row.getString(1).isEmpty() ? 0 : 1);
        });
  }

  private static void fail(Throwable error) {
    error.printStackTrace(System.out);
    System.exit(1);
  }
}

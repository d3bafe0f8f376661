package dev.pinion.sqlclient.testing;

import dev.pinion.sqlclient.SqliteBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A JVM of its own with a pool on a file; it says "ready", begins when told to, and tells what it has done. */
public final class OtherProcess implements AutoCloseable {

  private static final int IN_FLIGHT = 16;

  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** Adds one to {@code counter.n}, so many times, in transactions that read and then write; says how many it did. */
  public static OtherProcess counting(Path file, int times) {
    return start("count", file, times);
  }

  /** Inserts into {@code w(round, id)} until it is killed, and tells each id once its write is complete. */
  public static OtherProcess writing(Path file, int round) {
    return start("write", file, round);
  }

  /** Takes the write lock, says so, and never lets it go. */
  public static OtherProcess holding(Path file) {
    return start("hold", file, 0);
  }

  private static OtherProcess start(String task, Path file, int number) {
    try {
      return new OtherProcess(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
          "-Djava.io.tmpdir=" + file.getParent(), "-cp", System.getProperty("java.class.path"),
          OtherProcess.class.getName(), task, file.toString(), String.valueOf(number))
          .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next thing that it says, or null when it is gone. */
  public String readLine() {
    try {
      return output.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void awaitReady() {
    String line = readLine();
    if (!"ready".equals(line)) {
      throw new IllegalStateException("The process did not get ready but said: " + line);
    }
  }

  public void go() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code kill -9}, and what it had still said. */
  public List<String> kill() {
    process.toHandle().destroyForcibly(); // the process itself would close its output too
    return output.lines().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The program of the process. */
  public static void main(String[] arguments) throws IOException {
    int number = Integer.parseInt(arguments[2]);
    Vertx vertx = Vertx.vertx();
    System.out.println("ready");
    waitForGo();
    Pool pool = SqliteBuilder.pool().connectingTo("sqlite:" + arguments[1] + durability(arguments[0], number))
        .with(new PoolOptions().setMaxSize(4)).using(vertx).build();
    Future<?> done = switch (arguments[0]) {
      case "count" -> count(pool, number).onSuccess(counted -> say("counted " + number));
      case "write" -> write(pool, number);
      default -> hold(pool);
    };
    done.onFailure(Throwable::printStackTrace).eventually(() -> vertx.close());
  }

  /** Each second round of writing brings its commits to the disk in groups. */
  private static String durability(String task, int number) {
    return task.equals("write") && number % 2 == 1 ? "?durability=grouped" : "";
  }

  private static void waitForGo() throws IOException {
    while (System.in.read() >= 0) {
      // until the other side closes
    }
  }

  private static Future<?> count(Pool pool, int times) {
    return Future.join(IntStream.range(0, times).mapToObj(i -> increment(pool)).toList());
  }

  /** One transaction that reads the counter and then writes it. */
  public static Future<Void> increment(Pool pool) {
    return pool.withTransaction(connection -> connection.query("select n from counter").execute()
        .compose(rows -> connection.preparedQuery("update counter set n = ?")
            .execute(Tuple.of(rows.iterator().next().getLong(0) + 1)))
        .<Void>mapEmpty());
  }

  private static Future<?> write(Pool pool, int round) {
    AtomicInteger ids = new AtomicInteger();
    List<Future<?>> lanes = new ArrayList<>();
    for (int lane = 0; lane < IN_FLIGHT; lane++) {
      lanes.add(writeNext(pool, round, ids));
    }
    return Future.join(lanes);
  }

  /** Half of the writes are single statements, half are transactions of two. */
  private static Future<Void> writeNext(Pool pool, int round, AtomicInteger ids) {
    int id = ids.incrementAndGet();
    Tuple row = Tuple.of(round, id);
    String insert = "insert into w values (?, ?)";
    Future<?> written = id % 2 == 0
        ? pool.preparedQuery(insert).execute(row)
        : pool.withTransaction(connection -> connection.preparedQuery(insert).execute(row)
            .compose(first -> connection.preparedQuery(insert).execute(Tuple.of(round, -id))));
    return written.compose(done -> {
      say(String.valueOf(id));
      return writeNext(pool, round, ids);
    });
  }

  private static Future<?> hold(Pool pool) {
    return pool.getConnection().compose(connection -> connection.begin()
        .compose(begun -> connection.query("update counter set n = -1").execute())
        .onSuccess(done -> say("holding")))
        .compose(done -> Future.future(never -> { }));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}

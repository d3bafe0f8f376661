package dev.pinion.flyway;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;

/** A JVM of its own that says when it is ready, and goes on when told to. */
final class MigratorProcess implements AutoCloseable {

  static final String LOCATION = "classpath:migrations/race";

  private final Process process;
  private final BufferedReader output;

  private MigratorProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** A JVM that migrates a file when told to, and says how many migrations it applied. */
  static MigratorProcess start(Path database) {
    return start("migrate", database);
  }

  /** A JVM that holds the lock on a file until told to let go. */
  static MigratorProcess startHolding(Path lockFile) {
    return start("hold", lockFile);
  }

  private static MigratorProcess start(String task, Path path) {
    try {
      return new MigratorProcess(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx128m", "-cp", System.getProperty("java.class.path"), MigratorProcess.class.getName(), task,
          path.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String readLine() {
    try {
      return output.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void go() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** The program of the process. */
  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[1]);
    if (arguments[0].equals("migrate")) {
      System.out.println("ready");
      waitForGo();
      System.out.println(PinionFlyway.migrate("sqlite:" + path, LOCATION).await().indefinitely().migrationsExecuted);
    } else {
      try (FileChannel channel = FileChannel.open(path, CREATE, WRITE)) {
        FileLock lock = channel.lock();
        System.out.println("ready");
        waitForGo();
        lock.release();
      }
    }
  }

  private static void waitForGo() throws IOException {
    while (System.in.read() >= 0) {
      // until the other side closes
    }
  }
}

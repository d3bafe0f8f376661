package dev.pinion.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Another JVM that increments the counter of a file when it is told to, each time in a transaction of its own. */
final class OtherProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static OtherProcess start(String url, int transactions) throws IOException {
    return new OtherProcess(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
        OtherProcess.class.getName(), url, String.valueOf(transactions))
        .redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  String readLine() throws IOException {
    return output.readLine();
  }

  void go() throws IOException {
    process.getOutputStream().close();
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** The program of the process. */
  public static void main(String[] arguments) throws IOException {
    try (PinionDataSource dataSource = new PinionDataSource(arguments[0])) {
      System.out.println("ready");
      while (System.in.read() >= 0) {
        // until the other side closes
      }
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        WriteGateTest.incrementOn(dataSource);
      }
      System.out.println("done");
    }
  }
}

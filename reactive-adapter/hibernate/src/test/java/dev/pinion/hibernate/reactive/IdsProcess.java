package dev.pinion.hibernate.reactive;

import dev.pinion.hibernate.reactive.support.Factories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;

/** A JVM of its own that persists rows of each kind into a file that others write too. */
final class IdsProcess {

  private IdsProcess() {
  }

  static Process start(Path file) throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + file.getParent(),
        "-cp", System.getProperty("java.class.path"), IdsProcess.class.getName(), file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  public static void main(String... args) throws IOException {
    try (SessionFactory factory = Factories.reactive(
        Path.of(args[0]), Map.of("hibernate.hbm2ddl.auto", "none"), ReactiveIdsTest.ENTITIES)) {
      System.out.println("ready");
      // Until this end is closed by the one that begins at the same time.
      System.in.read();
      ReactiveIdsTest.persistAndRollBack(factory.unwrap(Mutiny.SessionFactory.class));
    }
    System.exit(0);
  }
}

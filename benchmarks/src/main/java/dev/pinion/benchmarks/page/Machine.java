package dev.pinion.benchmarks.page;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.pinion.benchmarks.contest.Spread;
import io.vertx.core.impl.launcher.commands.VersionCommand;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.hibernate.Version;
import org.hibernate.reactive.stage.Stage;
import org.sqlite.SQLiteJDBCLoader;

/** What the figures depend on. */
public final class Machine {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final int SYNCS = 51;

  private Machine() {
  }

  /**
   * Looks at machine and libraries, now.
   *
   * @param directory where the database is
   * @return names and values
   * @throws IOException if the disk cannot be written to
   */
  public static Map<String, String> facts(Path directory) throws IOException {
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Processor", system.getAvailableProcessors() + " × " + processor());
    facts.put("Memory", (system.getTotalMemorySize() >> 30) + " GiB, heap of "
        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
    facts.put("System", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("Disk", Files.getFileStore(directory).type() + ", " + Figures.median(syncMicros(directory))
        + " µs to write and sync 4 KiB");
    facts.put("Load before", Figures.of(system.getSystemLoadAverage()));
    facts.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    facts.put("SQLite", "sqlite-jdbc " + SQLiteJDBCLoader.getVersion());
    facts.put("Vert.x", VersionCommand.getVersion());
    facts.put("Hibernate", "ORM " + Version.getVersionString() + ", Reactive "
        + Stage.class.getPackage().getImplementationVersion());
    facts.put("HikariCP", hikariVersion());
    return facts;
  }

  /** Its manifest does not say it, Maven's properties in the jar do. */
  private static String hikariVersion() throws IOException {
    try (InputStream properties =
        HikariDataSource.class.getResourceAsStream("/META-INF/maven/com.zaxxer/HikariCP/pom.properties")) {
      Properties maven = new Properties();
      maven.load(properties);
      return maven.getProperty("version");
    }
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(CPU_INFO)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines.filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst().orElse(System.getProperty("os.arch"));
    }
  }

  private static Spread syncMicros(Path directory) throws IOException {
    Path file = Files.createTempFile(directory, "sync", null);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      double[] micros = new double[SYNCS];
      for (int i = 0; i < SYNCS; i++) {
        long startedAt = System.nanoTime();
        channel.write(ByteBuffer.allocate(4096), i * 4096L);
        channel.force(false);
        micros[i] = (System.nanoTime() - startedAt) / 1e3;
      }
      return Spread.of(Arrays.stream(micros));
    } finally {
      Files.delete(file);
    }
  }
}

package dev.pinion.examples.quickstart;

import dev.pinion.flyway.PinionFlyway;
import io.netty.util.concurrent.EventExecutorGroup;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hibernate.reactive.common.spi.Implementor;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.vertx.VertxInstance;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Migrates a SQLite file, imports the Unicode character database into it and queries it, all without blocking an
 * event loop.
 */
@Command(name = "quickstart", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Imports every Unicode code point that this JDK knows into a SQLite file through Hibernate Reactive, "
        + "reads it meanwhile, and then runs five queries. A second run finds the data there.")
public final class Quickstart implements Callable<Integer> {

  @Option(names = "--db", paramLabel = "PATH", defaultValue = "unicode.db",
      description = "The database file; created if it does not exist (default: ${DEFAULT-VALUE}).")
  private Path db;

  @Option(names = "--fresh", description = "Delete the database file first.")
  private boolean fresh;

  private final PrintStream out;

  private Quickstart(PrintStream out) {
    this.out = out;
  }

  Quickstart(PrintStream out, Path db) {
    this(out);
    this.db = db;
  }

  /**
   * Runs the program.
   *
   * @param arguments {@code --db PATH}, {@code --fresh}, {@code --help}
   */
  public static void main(String[] arguments) {
    int status = execute(System.out, System.err, arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int execute(PrintStream out, PrintStream err, String... arguments) {
    // The results are what this program has to say; Hibernate's log goes where SLF4J sends it, which is nowhere.
    System.getProperties().putIfAbsent("org.jboss.logging.provider", "slf4j");
    return new CommandLine(new Quickstart(out))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler((failure, commandLine, parsed) -> {
          commandLine.getErr().println("quickstart: " + failure.getMessage());
          return CommandLine.ExitCode.SOFTWARE;
        })
        .execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    if (fresh) {
      deleteDatabase();
    }
    String url = "jdbc:sqlite:" + db;
    var migrated = PinionFlyway.migrate(url, "classpath:db/migration").await().indefinitely();
    out.printf("%s: %d migrations applied, schema version %s%n", db, migrated.migrationsExecuted,
        migrated.targetSchemaVersion == null ? migrated.initialSchemaVersion : migrated.targetSchemaVersion);
    try (EntityManagerFactory entities =
        Persistence.createEntityManagerFactory("unicode", Map.of("jakarta.persistence.jdbc.url", url))) {
      Mutiny.SessionFactory sessions = entities.unwrap(Mutiny.SessionFactory.class);
      importUnlessThere(sessions);
      new Queries(sessions, out).all().await().indefinitely();
    }
    return CommandLine.ExitCode.OK;
  }

  private void importUnlessThere(Mutiny.SessionFactory sessions) {
    UnicodeData data = new UnicodeData();
    EventExecutorGroup loops = eventLoops(sessions);
    Importer importer = new Importer(sessions, data, loops);
    long assigned = data.assigned();
    long there = importer.imported().await().indefinitely();
    if (there == assigned) {
      out.printf("all %,d code points are there already; --fresh imports them again%n", there);
      return;
    }
    if (there > 0) {
      out.printf("%,d code points are there already, the rest follows%n", there);
    }
    try (LoopProbe probe = new LoopProbe(loops)) {
      Importer.Outcome outcome;
      try (Progress progress = Progress.of(out, assigned - there)) {
        outcome = importer.run(progress);
      }
      double seconds = outcome.time().toNanos() / 1e9;
      out.printf("imported %,d code points in %.1f s: %,.0f rows/s, with %,d reads by other sessions meanwhile%n",
          outcome.rows(), seconds, outcome.rows() / seconds, outcome.reads());
      out.printf("longest event-loop stall: %.1f ms%n", probe.longestStallMillis());
    }
  }

  private static EventExecutorGroup eventLoops(Mutiny.SessionFactory sessions) {
    Vertx vertx = ((Implementor) sessions).getServiceRegistry().requireService(VertxInstance.class).getVertx();
    return ((VertxInternal) vertx).getEventLoopGroup();
  }

  void deleteDatabase() throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(Path.of(db + suffix));
    }
  }
}

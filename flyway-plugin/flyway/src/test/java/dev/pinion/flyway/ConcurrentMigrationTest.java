package dev.pinion.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConcurrentMigrationTest {

  private static final int MIGRATIONS = 8;

  @TempDir
  private Path directory;

  @Test
  void callsOfOneJvmApplyEachMigrationOnce() {
    Path file = directory.resolve("app.db");

    List<CompletableFuture<MigrateResult>> calls = Stream.generate(() -> start(file)).limit(4).toList();

    assertThat(calls.stream().mapToInt(call -> call.join().migrationsExecuted).sum()).isEqualTo(MIGRATIONS);
  }

  @Test
  void callsThroughASymbolicLinkWaitForEachOther() throws IOException {
    Path real = Files.createDirectory(directory.resolve("real"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), real);

    CompletableFuture<MigrateResult> direct = start(real.resolve("app.db"));
    CompletableFuture<MigrateResult> throughLink = start(link.resolve("app.db"));

    assertThat(direct.join().migrationsExecuted + throughLink.join().migrationsExecuted).isEqualTo(MIGRATIONS);
  }

  @Test
  void processesApplyEachMigrationOnce() {
    List<MigratorProcess> processes = Stream.generate(() -> MigratorProcess.start(directory.resolve("app.db")))
        .limit(3).toList();
    processes.forEach(process -> assertThat(process.readLine()).isEqualTo("ready"));
    processes.forEach(MigratorProcess::go);

    List<String> executed = processes.stream().map(MigratorProcess::readLine).toList();

    assertThat(executed).containsExactlyInAnyOrder("0", "0", String.valueOf(MIGRATIONS));
  }

  @Test
  void aMigrationWaitsForTheProcessThatHasTheLock() throws Exception {
    Path file = directory.resolve("app.db");
    try (MigratorProcess holder = MigratorProcess.startHolding(directory.resolve("app.db-migration.lock"));
        LogLines log = LogLines.of(MigrationLock.class)) {
      assertThat(holder.readLine()).isEqualTo("ready");

      CompletableFuture<MigrateResult> migration = start(file);
      log.awaitLine("Waiting for another process that migrates " + file);
      assertThat(file).doesNotExist();
      holder.go();

      assertThat(migration.join().migrationsExecuted).isEqualTo(MIGRATIONS);
    }
  }

  private static CompletableFuture<MigrateResult> start(Path file) {
    return PinionFlyway.on("sqlite:" + file).locations(MigratorProcess.LOCATION).migrateStage().toCompletableFuture();
  }
}

package dev.pinion.flyway;

import dev.pinion.sqlclient.SqliteConnectOptions;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/** One run of the migrations, on a thread of its own. */
final class MigrationRun {

  private final SqliteConnectOptions options;
  private final Consumer<FluentConfiguration> settings;

  MigrationRun(SqliteConnectOptions options, Consumer<FluentConfiguration> settings) {
    this.options = options;
    this.settings = settings;
  }

  /** Starts the thread; the future is completed on it. */
  CompletableFuture<MigrateResult> start() {
    CompletableFuture<MigrateResult> outcome = new CompletableFuture<>();
    Thread thread = new Thread(() -> {
      try {
        outcome.complete(migrate());
      } catch (Throwable e) {
        outcome.completeExceptionally(e);
      }
    }, "pinion-flyway-" + Path.of(options.getPath()).getFileName());
    thread.setDaemon(true);
    thread.start();
    return outcome;
  }

  private MigrateResult migrate() {
    FluentConfiguration configuration = Flyway.configure().failOnMissingLocations(true);
    settings.accept(configuration);
    MigrationLocations.check(configuration);
    DatabaseFile file = DatabaseFile.check(options);
    configuration.dataSource(file.dataSource());
    return MigrationLock.holding(file.path(), () -> flyway(configuration).migrate());
  }

  /** Flyway's constructor replaces the callbacks by those that it finds in the package db.callback; here all stay. */
  private static Flyway flyway(FluentConfiguration configuration) {
    Flyway flyway = new Flyway(configuration);
    ClassicConfiguration effective = (ClassicConfiguration) flyway.getConfiguration();
    Set<Callback> callbacks = new LinkedHashSet<>(List.of(configuration.getCallbacks()));
    callbacks.addAll(List.of(effective.getCallbacks()));
    callbacks.add(new ForeignKeyCheck());
    effective.setCallbacks(callbacks.toArray(Callback[]::new));
    return flyway;
  }
}

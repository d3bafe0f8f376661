package dev.pinion.flyway;

import dev.pinion.sqlclient.OpenMode;
import dev.pinion.sqlclient.SqliteConnectOptions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.future.PromiseInternal;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Migrates a SQLite file with Flyway, off the event loop.
 *
 * <pre>{@code
 * PinionFlyway.migrate("sqlite:app.db")                      // scripts in classpath:db/migration
 *     .invoke(result -> log.info("{} migrations", result.migrationsExecuted))
 *     .chain(() -> sessionFactory.withTransaction(session -> …))
 * }</pre>
 *
 * <p><b>Connections.</b> Flyway gets its own, unpooled: foreign keys are not enforced, because rebuilding a table
 * that others reference would otherwise delete their rows ({@code ON DELETE CASCADE}; lang_altertable.html, section
 * 7, asks for the same); instead {@code PRAGMA foreign_key_check} runs after each migration and fails it when a row
 * has lost its parent. Transactions are {@code BEGIN IMMEDIATE}. Journal mode, busy timeout and pragmas are those of
 * the options, so a new file is in WAL mode from its first page.
 *
 * <p><b>Concurrency.</b> A call holds a lock on the empty file {@code <database>-migration.lock} beside the database,
 * so that processes and threads that migrate the same file do it one after the other. That file stays: removing it
 * while another process waits for it would let two in at once.
 *
 * <p><b>Threads.</b> Each call has a daemon thread of its own, gone when the call is done. The outcome is delivered
 * on the Vert.x context of the caller if there is one, else on that thread.
 *
 * <p><b>Cancelling</b> a {@code Uni} or a stage drops the outcome only: a migration that has begun runs to its end,
 * because stopping it half-way is what a migration must never do.
 *
 * <p><b>Errors.</b> A bad URL or options that cannot be migrated are an {@link IllegalArgumentException}; all else is
 * a {@link org.flywaydb.core.api.FlywayException}. What can be found out beforehand (no such directory, no such
 * location, no database, not writable) is refused before anything is created.
 *
 * <p>Immutable and thread-safe; each call of {@code migrate} is a run of its own.
 */
public final class PinionFlyway {

  private final SqliteConnectOptions options;
  private final Consumer<FluentConfiguration> settings;

  private PinionFlyway(SqliteConnectOptions options, Consumer<FluentConfiguration> settings) {
    this.options = options;
    this.settings = settings;
  }

  /**
   * Migrates a file with Flyway's defaults.
   *
   * @param url {@code sqlite:app.db} or {@code jdbc:sqlite:app.db}, with parameters if need be
   * @param locations where the migrations are, as Flyway writes it ({@code classpath:db/migration},
   *     {@code filesystem:/srv/migrations}); none for {@code classpath:db/migration}
   * @return a lazy {@code Uni}: each subscription is one run
   */
  public static Uni<MigrateResult> migrate(String url, String... locations) {
    return Uni.createFrom().deferred(() -> on(url).locations(locations).migrate());
  }

  /**
   * Migrates a file with Flyway's defaults.
   *
   * @param options the file and its pragmas
   * @param locations as for {@link #migrate(String, String...)}
   * @return a lazy {@code Uni}: each subscription is one run
   */
  public static Uni<MigrateResult> migrate(SqliteConnectOptions options, String... locations) {
    return Uni.createFrom().deferred(() -> on(options).locations(locations).migrate());
  }

  /**
   * The migrations of a file; nothing happens before {@code migrate} is called.
   *
   * @param url {@code sqlite:app.db} or {@code jdbc:sqlite:app.db}, with parameters if need be
   * @return migrations with Flyway's default settings
   * @throws IllegalArgumentException if it is no SQLite URL, or one of a database in memory or read-only
   */
  public static PinionFlyway on(String url) {
    return on(SqliteConnectOptions.fromUri(url));
  }

  /**
   * The migrations of a file; nothing happens before {@code migrate} is called.
   *
   * @param options the file and its pragmas; copied
   * @return migrations with Flyway's default settings
   * @throws IllegalArgumentException if they name no file, a database in memory, or open it read-only
   */
  public static PinionFlyway on(SqliteConnectOptions options) {
    if (options.getPath() == null || options.getPath().isBlank()) {
      throw new IllegalArgumentException("The options name no database file to migrate; call setPath(\"app.db\")");
    }
    if (options.isInMemory()) {
      throw new IllegalArgumentException("A database in memory cannot be migrated: the migration's connection would "
          + "see a database of its own, gone when it closes; use a file, for example in a temporary directory");
    }
    if (options.getOpenMode() == OpenMode.READ_ONLY) {
      throw new IllegalArgumentException("Cannot migrate " + options.getPath()
          + ": the options open it read-only (mode=ro); use mode=rw or mode=rwc");
    }
    return new PinionFlyway(new SqliteConnectOptions(options), configuration -> { });
  }

  /**
   * Looks for migrations in other places than {@code classpath:db/migration}.
   *
   * @param locations as Flyway writes them; none to leave the setting as it is
   * @return new migrations with this setting
   */
  public PinionFlyway locations(String... locations) {
    return locations.length == 0 ? this : configure(configuration -> configuration.locations(locations));
  }

  /**
   * Changes any setting of Flyway: placeholders, baseline, callbacks, target and so on.
   *
   * @param setting gets Flyway's configuration at the start of each run, on the thread of the run; a data source
   *     that it sets is not used
   * @return new migrations with this setting after the ones already made
   */
  public PinionFlyway configure(Consumer<FluentConfiguration> setting) {
    return new PinionFlyway(options, settings.andThen(Objects.requireNonNull(setting, "setting")));
  }

  /**
   * Applies what is pending.
   *
   * @return a lazy {@code Uni} of Flyway's result: each subscription is one run
   */
  public Uni<MigrateResult> migrate() {
    return Uni.createFrom().completionStage(this::migrateOnCallersContext);
  }

  /**
   * Applies what is pending, from now on.
   *
   * @param vertx gives the context of the future: the caller's, or a new one if the caller is on none
   * @return a future of Flyway's result
   */
  public Future<MigrateResult> migrate(Vertx vertx) {
    ContextInternal context = ((VertxInternal) vertx).getOrCreateContext();
    PromiseInternal<MigrateResult> promise = context.promise();
    run().whenComplete((result, failure) -> {
      if (failure == null) {
        promise.complete(result);
      } else {
        promise.fail(failure);
      }
    });
    return promise.future();
  }

  /**
   * Applies what is pending, from now on.
   *
   * @return a stage of Flyway's result
   */
  public CompletionStage<MigrateResult> migrateStage() {
    return migrateOnCallersContext();
  }

  private CompletableFuture<MigrateResult> migrateOnCallersContext() {
    Context context = Vertx.currentContext();
    CompletableFuture<MigrateResult> outcome = new CompletableFuture<>();
    run().whenComplete((result, failure) -> {
      Runnable delivery = () -> {
        if (failure == null) {
          outcome.complete(result);
        } else {
          outcome.completeExceptionally(failure);
        }
      };
      deliver(context, delivery);
    });
    return outcome;
  }

  private static void deliver(Context context, Runnable delivery) {
    if (context == null) {
      delivery.run();
      return;
    }
    try {
      context.runOnContext(ignored -> delivery.run());
    } catch (RejectedExecutionException e) {
      delivery.run(); // Vert.x was closed meanwhile; better here than never
    }
  }

  private CompletableFuture<MigrateResult> run() {
    return new MigrationRun(options, settings).start();
  }
}

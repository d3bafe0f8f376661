package dev.pinion.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MigrationThreadTest {

  @TempDir
  private Path directory;
  private Vertx vertx;
  private PinionFlyway migrations;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    migrations = PinionFlyway.on("sqlite:" + directory.resolve("app.db"));
  }

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  @Test
  void theCallersEventLoopGoesOnWhileAMigrationRuns() {
    CountDownLatch loopTicked = new CountDownLatch(1);
    Context context = vertx.getOrCreateContext();
    Promise<MigrateResult> outcome = Promise.promise();

    context.runOnContext(start -> {
      migrations.configure(flyway -> flyway.callbacks(new Waiting(loopTicked))).migrate(vertx).onComplete(outcome);
      context.runOnContext(tick -> loopTicked.countDown());
    });

    assertThat(await(outcome.future()).migrationsExecuted).isEqualTo(2);
  }

  @Test
  void aFutureCompletesOnTheCallersContext() {
    Context context = vertx.getOrCreateContext();
    Promise<Context> completedOn = Promise.promise();

    context.runOnContext(start -> migrations.migrate(vertx)
        .onSuccess(result -> completedOn.complete(Vertx.currentContext())));

    assertThat(await(completedOn.future())).isSameAs(context);
  }

  @Test
  void aUniCompletesOnTheContextOfItsSubscriber() {
    Context context = vertx.getOrCreateContext();
    Promise<Context> completedOn = Promise.promise();

    context.runOnContext(start -> migrations.migrate().subscribe()
        .with(result -> completedOn.complete(Vertx.currentContext()), completedOn::fail));

    assertThat(await(completedOn.future())).isSameAs(context);
  }

  @Test
  void aStageCompletesOnTheCallersContext() {
    Context context = vertx.getOrCreateContext();
    Promise<Context> completedOn = Promise.promise();

    context.runOnContext(start -> migrations.migrateStage()
        .thenAccept(result -> completedOn.complete(Vertx.currentContext())));

    assertThat(await(completedOn.future())).isSameAs(context);
  }

  @Test
  void aFailureIsDeliveredOnTheCallersContextToo() {
    Context context = vertx.getOrCreateContext();
    Promise<Context> failedOn = Promise.promise();

    context.runOnContext(start -> migrations.locations("classpath:nowhere").migrate(vertx)
        .onFailure(failure -> failedOn.complete(Vertx.currentContext())));

    assertThat(await(failedOn.future())).isSameAs(context);
  }

  @Test
  void aStageCompletesThoughItsVertxWasClosedMeanwhile() {
    Vertx closed = Vertx.vertx();
    CountDownLatch vertxClosed = new CountDownLatch(1);
    CompletableFuture<CompletionStage<MigrateResult>> stage = new CompletableFuture<>();

    closed.runOnContext(start -> stage.complete(
        migrations.configure(flyway -> flyway.callbacks(new Waiting(vertxClosed))).migrateStage()));
    CompletionStage<MigrateResult> migration = stage.join();
    await(closed.close());
    vertxClosed.countDown();

    assertThat(migration.toCompletableFuture().join().migrationsExecuted).isEqualTo(2);
  }

  @Test
  void itsThreadEndsWithTheMigration() throws InterruptedException {
    Promise<Thread> thread = Promise.promise();

    migrations.configure(flyway -> thread.complete(Thread.currentThread())).migrate().await().indefinitely();
    Thread migrationThread = await(thread.future());
    migrationThread.join();

    assertThat(migrationThread.getName()).isEqualTo("pinion-flyway-app.db");
    assertThat(migrationThread.isAlive()).isFalse();
  }

  @Test
  void cancellingLetsTheMigrationThatHasBegunRunToItsEnd() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    Promise<Thread> thread = Promise.promise();

    migrations.configure(flyway -> {
      thread.complete(Thread.currentThread());
      flyway.callbacks(new Waiting(cancelled));
    }).migrate().subscribe().with(result -> { }).cancel();
    cancelled.countDown();
    await(thread.future()).join();

    assertThat(Database.tables(directory.resolve("app.db"))).containsExactly("author", "book");
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  /** Keeps each migration waiting for a sign. */
  private static final class Waiting extends BaseCallback {

    private final CountDownLatch sign;

    private Waiting(CountDownLatch sign) {
      this.sign = sign;
    }

    @Override
    public boolean supports(Event event, org.flywaydb.core.api.callback.Context context) {
      return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, org.flywaydb.core.api.callback.Context context) {
      try {
        if (!sign.await(30, TimeUnit.SECONDS)) {
          throw new IllegalStateException("no sign came");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

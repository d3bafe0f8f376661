package dev.pinion.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import db.callback.SeenByFlyway;
import dev.pinion.sqlclient.SqliteBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationSafetyTest {

  private static final String TITLES = "SELECT title FROM book ORDER BY id";

  @TempDir
  private Path directory;
  private Path file;

  @BeforeEach
  void migrateAuthorsAndBooks() {
    file = directory.resolve("app.db");
    PinionFlyway.migrate("sqlite:" + file).await().indefinitely();
  }

  @Test
  void rebuildingAParentKeepsTheRowsThatCascadeFromIt() throws Exception {
    migrateWith("rebuild");

    assertThat(Database.query(file, TITLES)).containsExactly("The Dispossessed", "The Lathe of Heaven");
  }

  @Test
  void foreignKeysInTheOptionsDoNotChangeThat() throws Exception {
    PinionFlyway.on("sqlite:" + file + "?foreign_keys=on")
        .locations("classpath:db/migration", "classpath:migrations/rebuild").migrate().await().indefinitely();

    assertThat(Database.query(file, TITLES)).hasSize(2);
  }

  @Test
  void rowsThatLostTheirParentFailTheMigrationAndAreNamed() {
    assertThatThrownBy(() -> migrateWith("orphans")).isInstanceOf(FlywayException.class)
        .hasMessageContaining("V3__forget_the_author.sql leaves 2 rows whose foreign key has no parent: "
            + "table book rowid 1 -> parent author, table book rowid 2 -> parent author");
  }

  @Test
  void aMigrationThatLeavesOrphansIsRolledBack() throws Exception {
    assertThatThrownBy(() -> migrateWith("orphans")).isInstanceOf(FlywayException.class);

    assertThat(Database.query(file, "SELECT name FROM author")).containsExactly("Ursula K. Le Guin");
    assertThat(Database.query(file, "SELECT max(version) FROM flyway_schema_history")).containsExactly("2");
  }

  @Test
  void onlyTheFirstOrphansAreListed() throws Exception {
    Database.execute(file, "INSERT INTO book (author_id, title) SELECT 1, 'x' FROM sqlite_schema LIMIT 1",
        "INSERT INTO book (author_id, title) SELECT 1, title FROM book",
        "INSERT INTO book (author_id, title) SELECT 1, title FROM book");

    assertThatThrownBy(() -> migrateWith("orphans")).hasMessageContaining("leaves 12 rows")
        .hasMessageContaining("and 7 more");
  }

  @Test
  void aForeignKeyThatReferencesNoKeyFailsTheMigration() {
    assertThatThrownBy(() -> migrateWith("noforeignkey")).isInstanceOf(FlywayException.class)
        .hasMessageContaining("V3__reference_no_key.sql").hasMessageContaining("foreign key mismatch");
  }

  @Test
  void aFailingScriptIsReportedWithItsNameLineAndReason() {
    assertThatThrownBy(() -> migrateWith("failing")).isInstanceOf(FlywayException.class)
        .hasMessageContaining("V3__half_right.sql")
        .hasMessageMatching("(?s).*Line *: 2.*")
        .hasMessageContaining("table shelf has no column named room");
  }

  @Test
  void aFailingScriptLeavesNothing() throws Exception {
    assertThatThrownBy(() -> migrateWith("failing")).isInstanceOf(FlywayException.class);

    assertThat(Database.tables(file)).containsExactly("author", "book");
  }

  @Test
  void theMendedScriptRunsAfterTheFailure() throws Exception {
    Path scripts = Files.createDirectory(directory.resolve("scripts"));
    Path script = scripts.resolve("V3__shelf.sql");
    PinionFlyway migrations = PinionFlyway.on("sqlite:" + file)
        .locations("classpath:db/migration", "filesystem:" + scripts);
    Files.writeString(script, "CREATE TABLE shelf (id INTEGER PRIMARY KEY); INSERT INTO shelf VALUES ('a', 2);");
    assertThatThrownBy(() -> migrations.migrate().await().indefinitely()).isInstanceOf(FlywayException.class);

    Files.writeString(script, "CREATE TABLE shelf (id INTEGER PRIMARY KEY);");
    MigrateResult result = migrations.migrate().await().indefinitely();

    assertThat(result.migrationsExecuted).isEqualTo(1);
  }

  @Test
  void aScriptMayRunOutsideATransaction() throws Exception {
    migrateWith("nontransactional");

    assertThat(Database.tables(file)).contains("shelf");
  }

  @Test
  void aPoolThatIsOpenSeesTheNewSchemaAndGoesOnWriting() {
    Vertx vertx = Vertx.vertx();
    Pool pool = SqliteBuilder.pool().connectingTo("sqlite:" + file).using(vertx).build();
    String insert = "INSERT INTO author (name) VALUES (?) RETURNING *";
    assertThat(await(pool.preparedQuery(insert).execute(Tuple.of("Octavia"))).columnsNames()).hasSize(2);

    PinionFlyway.migrate("sqlite:" + file, "classpath:db/migration", "classpath:migrations/column")
        .await().indefinitely();

    assertThat(await(pool.preparedQuery(insert).execute(Tuple.of("Iain"))).columnsNames()).contains("born");
    await(pool.close());
    await(vertx.close());
  }

  @Test
  void callbacksThatFlywayFindsByItselfRunAndDoNotDisplaceTheForeignKeyCheck() {
    SeenByFlyway.SCRIPTS.clear();

    assertThatThrownBy(() -> migrateWith("orphans")).hasMessageContaining("no parent");
    assertThat(SeenByFlyway.SCRIPTS).containsExactly("V3__forget_the_author.sql");
  }

  @Test
  void callbacksOfTheSettingsRunBesideThoseThatFlywayFindsByItself() throws Exception {
    SeenByFlyway.SCRIPTS.clear();
    AtomicInteger migrations = new AtomicInteger();

    PinionFlyway.on("sqlite:" + file).locations("classpath:db/migration", "classpath:migrations/column")
        .configure(flyway -> flyway.callbacks(new BaseCallback() {
          @Override
          public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
          }

          @Override
          public void handle(Event event, Context context) {
            migrations.incrementAndGet();
          }
        })).migrate().await().indefinitely();

    assertThat(migrations).hasValue(1);
    assertThat(SeenByFlyway.SCRIPTS).containsExactly("V3__born.sql");
  }

  @Test
  void scriptCallbacksRunBeforeTheForeignKeysAreChecked() throws Exception {
    Path scripts = Files.createDirectory(directory.resolve("scripts"));
    Files.writeString(scripts.resolve("V3__x.sql"), "DELETE FROM author;");
    Files.writeString(scripts.resolve("afterEachMigrate__zz.sql"), "DELETE FROM book;");

    PinionFlyway.migrate("sqlite:" + file, "classpath:db/migration", "filesystem:" + scripts).await().indefinitely();

    assertThat(Database.query(file, TITLES)).isEmpty();
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  private void migrateWith(String folder) {
    PinionFlyway.migrate("sqlite:" + file, "classpath:db/migration", "classpath:migrations/" + folder)
        .await().indefinitely();
  }
}

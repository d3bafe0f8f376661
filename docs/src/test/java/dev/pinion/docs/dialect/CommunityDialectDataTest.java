package dev.pinion.docs.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.SqliteDialect;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.community.dialect.SQLiteDialect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script of {@code docs/migrating-from-community-dialect.md} on what that dialect has stored. */
class CommunityDialectDataTest {

  private static final Path PAGE = Path.of("../docs/migrating-from-community-dialect.md");
  private static final Pattern SCRIPT = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

  @TempDir
  Path folder;

  private Measurement stored;

  @BeforeEach
  void storeWithTheCommunityDialect() {
    stored = measurement(LocalDateTime.of(2026, 11, 24, 10, 15, 30, 120_000_000));
    try (var factory = factory(SQLiteDialect.class, "create")) {
      factory.inTransaction(session -> {
        session.persist(stored);
        session.persist(measurement(LocalDateTime.of(2026, 11, 24, 10, 0)));
        session.persist(new Measurement());
      });
    }
  }

  private static Measurement measurement(LocalDateTime time) {
    var measurement = new Measurement();
    measurement.takenAt = time;
    measurement.checkedAt = Timestamp.valueOf(time);
    measurement.takenOn = LocalDate.of(1969, 7, 20);
    measurement.opensAt = LocalTime.of(7, 30);
    measurement.loggedAt = Instant.parse("2026-11-24T09:15:30.500Z");
    measurement.sentAt = OffsetDateTime.of(time, ZoneOffset.UTC);
    measurement.valid = true;
    measurement.sensor = UUID.fromString("7b6c0a46-5f0c-4c5c-8d3e-0d2f5c1f4a11");
    measurement.amount = new BigDecimal("1234.50");
    measurement.pause = Duration.ofMillis(1500);
    measurement.weekday = DayOfWeek.TUESDAY;
    measurement.ordinal = DayOfWeek.FRIDAY;
    measurement.picture = new byte[] {1, 2, 3};
    measurement.note = "one";
    measurement.level = 0.1;
    return measurement;
  }

  private SessionFactory factory(Class<?> dialect, String action) {
    return new Configuration()
        .addAnnotatedClass(Measurement.class)
        .setProperty("jakarta.persistence.jdbc.url", "jdbc:sqlite:" + folder.resolve("app.db"))
        .setProperty("hibernate.dialect", dialect.getName())
        .setProperty("hibernate.hbm2ddl.auto", action)
        .setProperty("hibernate.hbm2ddl.halt_on_error", "true")
        .buildSessionFactory();
  }

  private void runTheScriptOfThePage() throws IOException, SQLException {
    var script = SCRIPT.matcher(Files.readString(PAGE));
    assertThat(script.find()).isTrue();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate(script.group(1));
    }
  }

  private List<String> raw(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
        var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  @Test
  void every_value_is_read_as_it_was_written() throws Exception {
    runTheScriptOfThePage();
    try (var factory = factory(SqliteDialect.class, "none")) {
      factory.inTransaction(session -> assertThat(session.find(Measurement.class, stored.id))
          .usingRecursiveComparison().isEqualTo(stored));
    }
  }

  @Test
  void times_have_the_form_in_which_this_dialect_writes_them() throws Exception {
    runTheScriptOfThePage();
    assertThat(raw("select concat_ws('|', taken_at, taken_on, opens_at, logged_at, sent_at) from measurement"
        + " where id = " + stored.id))
        .containsExactly("2026-11-24 10:15:30.12|1969-07-20|07:30:00|2026-11-24 09:15:30.5|2026-11-24 10:15:30.12");
  }

  @Test
  void converted_values_are_found_and_sorted_by_what_they_mean() throws Exception {
    runTheScriptOfThePage();
    try (var factory = factory(SqliteDialect.class, "none")) {
      factory.inTransaction(session -> {
        assertThat(session.createSelectionQuery("from measurement where takenAt = :time", Measurement.class)
            .setParameter("time", stored.takenAt).getResultList()).hasSize(1);
        assertThat(session.createSelectionQuery("select takenAt from measurement where valid order by takenAt",
            LocalDateTime.class).getResultList()).isSorted().hasSize(2);
      });
    }
  }

  @Test
  void running_it_again_changes_nothing() throws Exception {
    runTheScriptOfThePage();
    var once = raw("select concat_ws('|', id, taken_at, taken_on, opens_at, logged_at, sent_at) from measurement");
    runTheScriptOfThePage();
    assertThat(raw("select concat_ws('|', id, taken_at, taken_on, opens_at, logged_at, sent_at) from measurement"))
        .isEqualTo(once);
  }

  @Test
  void the_schema_of_the_community_dialect_is_valid() throws Exception {
    runTheScriptOfThePage();
    factory(SqliteDialect.class, "validate").close();
  }

  @Test
  void an_update_says_which_keys_the_community_dialect_has_left_out() {
    assertThatThrownBy(() -> factory(SqliteDialect.class, "update").close())
        .hasMessageContaining("cannot add the foreign key").hasMessageContaining("measurement")
        .hasMessageContaining("pinion:generate");
  }

  @Test
  void even_before_the_script_values_are_read_right() {
    try (var factory = factory(SqliteDialect.class, "none")) {
      factory.inTransaction(session -> assertThat(session.find(Measurement.class, stored.id).takenAt)
          .isEqualTo(stored.takenAt));
    }
  }
}

package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Everything;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.junit.jupiter.api.Test;

class TimeSettingsTest extends DialectTest {

  private static final LocalDateTime LOCAL = LocalDateTime.of(2024, 2, 29, 12, 30, 15, 123_456_789);

  @Override
  List<Class<?>> entities() {
    return List.of(Everything.class);
  }

  @Test
  void theJdbcTimeZoneMovesTimestampsButNotInstants() throws SQLException {
    try (var tokyo = newFactory("none", Map.of("hibernate.jdbc.time_zone", "Asia/Tokyo"), entities())) {
      var row = new Everything(1);
      row.aSqlTimestamp = Timestamp.from(Instant.parse("2024-02-29T20:00:00Z"));
      row.anInstant = Instant.parse("2024-02-29T20:00:00Z");
      tokyo.inTransaction(session -> session.persist(row));
      assertThat(selectOne("select aSqlTimestamp||'/'||anInstant from Everything"))
          .isEqualTo("2024-03-01 05:00:00/2024-02-29 20:00:00");
      tokyo.inSession(session -> {
        assertThat(session.find(Everything.class, 1L).aSqlTimestamp).isEqualTo(row.aSqlTimestamp);
        assertThat(session.find(Everything.class, 1L).anInstant).isEqualTo(row.anInstant);
      });
    }
  }

  @Test
  void directJavaTimeTypesAreStoredTheSameWay() throws SQLException {
    var settings = Map.<String, Object>of("hibernate.type.java_time_use_direct_jdbc", "true");
    try (var direct = newFactory("create", settings, entities())) {
      var row = new Everything(1);
      row.aLocalDate = LOCAL.toLocalDate();
      row.aLocalTime = LOCAL.toLocalTime();
      row.aLocalDateTime = LOCAL;
      row.anInstant = LOCAL.toInstant(ZoneOffset.UTC);
      row.anOffsetDateTime = LOCAL.atOffset(ZoneOffset.UTC);
      direct.inTransaction(session -> session.persist(row));
      assertThat(selectOne("select aLocalDate||'/'||aLocalTime||'/'||anOffsetDateTime from Everything"))
          .isEqualTo("2024-02-29/12:30:15.123456789/2024-02-29 12:30:15.123456789");
      direct.inSession(session -> assertThat(session.find(Everything.class, 1L)).usingRecursiveComparison()
          .comparingOnlyFields("aLocalDate", "aLocalTime", "aLocalDateTime", "anInstant", "anOffsetDateTime")
          .isEqualTo(row));
    }
  }

  @Entity(name = "Meeting")
  static class Meeting {
    @Id
    Long id;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime start;
  }

  @Test
  void aTimeWithItsOffsetIsMovedWhateverTheTypeOfInstants() {
    var settings = Map.<String, Object>of("hibernate.type.preferred_instant_jdbc_type", "INSTANT");
    try (var direct = newFactory("create-drop", settings, List.of(Meeting.class))) {
      var meeting = new Meeting();
      meeting.id = 1L;
      meeting.start = OffsetDateTime.parse("2024-01-31T12:30:15.5+05:00");
      direct.inTransaction(session -> session.persist(meeting));
      assertThat(single(direct, "select start + 1 month from Meeting", OffsetDateTime.class))
          .isEqualTo(OffsetDateTime.parse("2024-02-29T12:30:15.5+05:00"));
      assertThat(single(direct, "select start + 90 minute from Meeting", OffsetDateTime.class))
          .isEqualTo(OffsetDateTime.parse("2024-01-31T14:00:15.5+05:00"));
    }
  }

  @Test
  void storageInTheColumnsZoneKeepsTheInstant() {
    var settings = Map.<String, Object>of("hibernate.timezone.default_storage", "NORMALIZE");
    try (var normalized = newFactory("create", settings, entities())) {
      var row = new Everything(1);
      row.anOffsetDateTime = OffsetDateTime.parse("2024-02-29T12:30:15+05:00");
      normalized.inTransaction(session -> session.persist(row));
      normalized.inSession(session -> assertThat(session.find(Everything.class, 1L).anOffsetDateTime)
          .isEqualTo(row.anOffsetDateTime));
    }
  }
}

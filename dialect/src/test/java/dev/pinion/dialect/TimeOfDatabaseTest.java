package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Source;
import org.hibernate.annotations.SourceType;
import org.junit.jupiter.api.Test;

/** A version that Hibernate asks the database for before each write. */
class TimeOfDatabaseTest extends DialectTest {

  @Entity(name = "Note")
  @SuppressWarnings("deprecation")
  static class Note {
    @Id
    Long id;

    String text;

    @Version
    @Source(SourceType.DB)
    Timestamp written;
  }

  @Override
  List<Class<?>> entities() {
    return List.of(Note.class);
  }

  @Test
  void a_version_is_the_time_of_the_database() throws InterruptedException {
    var note = new Note();
    note.id = 1L;
    factory.inTransaction(session -> session.persist(note));
    assertThat(note.written.toInstant()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    Thread.sleep(2);
    factory.inTransaction(session -> session.find(Note.class, 1L).text = "new");
    assertThat(single(factory, "select written from Note", Timestamp.class)).isAfter(note.written);
  }
}

package dev.pinion.docs.dialect;

import dev.pinion.dialect.SqliteIndex;
import dev.pinion.dialect.SqliteTable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;

// snippet
@Entity
@SqliteTable(strict = true, indexes =
    @SqliteIndex(name = "open_task_by_date", columns = "due, lower(title)", where = "done = 0"))
public class Task {

  @Id
  UUID id;

  String title;

  LocalDate due;

  boolean done;
}
// end

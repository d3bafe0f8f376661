package dev.pinion.jdbc;

import dev.pinion.storage.gate.Effect;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what the statements of a connection do; the least recently used are forgotten first. What SQLite cannot
 * explain, such as sqlite-jdbc's own commands, may do anything.
 */
final class Effects {

  private static final int MAX_SIZE = 256;

  private final Map<String, Effect> known = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Effect> eldest) {
      return size() > MAX_SIZE;
    }
  };
  private int epoch;

  /** What a statement does; whatever follows it in the text is not run. */
  Effect of(GatedConnection connection, String sql, int schemaEpoch) {
    if (schemaEpoch != epoch) {
      known.clear();
      epoch = schemaEpoch;
    }
    return known.computeIfAbsent(sql, text -> explain(connection, text));
  }

  private static Effect explain(GatedConnection connection, String sql) {
    try (Statement explainer = connection.createUngatedStatement()) {
      return Effect.of(explainer, sql);
    } catch (SQLException e) {
      // The statement itself will say it better.
      return Effect.UNKNOWN;
    }
  }
}

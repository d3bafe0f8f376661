package dev.pinion.dialect.impl.error;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/**
 * The names that the mapping gives to unique constraints, by their columns: those are all that SQLite says of a
 * violated one (rescode.html#constraint_unique).
 *
 * <p>Thread-safe.
 */
final class UniqueNames {

  private final Map<String, String> names = new ConcurrentHashMap<>();

  void learn(Metadata metadata) {
    for (Table table : metadata.collectTableMappings()) {
      for (UniqueKey key : table.getUniqueKeys().values()) {
        if (key.isNameExplicit()) {
          names.put(columns(table, key), key.getName());
        }
      }
    }
  }

  /**
   * The name of a constraint.
   *
   * @param columns as SQLite writes them, {@code t.a, t.b}
   * @return the name; the columns if the mapping has none
   */
  String of(String columns) {
    return names.getOrDefault(columns.toLowerCase(Locale.ROOT), columns);
  }

  private static String columns(Table table, UniqueKey key) {
    return key.getColumns().stream().map(column -> table.getName() + '.' + column.getName())
        .collect(Collectors.joining(", ")).toLowerCase(Locale.ROOT);
  }
}

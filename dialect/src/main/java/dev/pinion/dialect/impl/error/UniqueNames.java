package dev.pinion.dialect.impl.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.Table;

/**
 * The names that the mapping gives to keys, and their columns: those are all that SQLite says of a violated one
 * (rescode.html#constraint_unique), and all that it takes in {@code on conflict} (lang_upsert.html).
 *
 * <p>Thread-safe.
 */
final class UniqueNames {

  private record Key(Table table, List<Column> columns) {
  }

  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Map<String, List<Key>> keys = new ConcurrentHashMap<>();

  void learn(Metadata metadata) {
    for (var table : metadata.collectTableMappings()) {
      for (var key : table.getUniqueKeys().values()) {
        if (key.isNameExplicit()) {
          names.put(columns(key), key.getName());
        }
        learn(key.getName(), table, key.getColumns());
      }
      if (table.hasPrimaryKey()) {
        learn(table.getPrimaryKey().getName(), table, table.getPrimaryKey().getColumns());
      }
      for (var column : table.getColumns()) {
        if (column.isUnique()) {
          learn(column.getUniqueKeyName(), table, List.of(column));
        }
      }
    }
  }

  private void learn(String name, Table table, List<Column> columns) {
    if (name != null) {
      keys.computeIfAbsent(plain(name), key -> new ArrayList<>()).add(new Key(table, columns));
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

  /**
   * The columns of a key, as SQL has them; empty if the table has no such key.
   *
   * @param table as SQL has it, with the name of its database or without
   */
  List<String> columns(String name, String table, Dialect dialect) {
    return keys.getOrDefault(plain(name), List.of()).stream()
        .filter(key -> ('.' + table).endsWith('.' + key.table.getQuotedName(dialect)))
        .findFirst()
        .map(key -> key.columns.stream().map(column -> column.getQuotedName(dialect)).toList())
        .orElse(List.of());
  }

  private static String plain(String name) {
    return name.replace("`", "").replace("\"", "").toLowerCase(Locale.ROOT);
  }

  private static String columns(Constraint key) {
    return key.getColumns().stream().map(column -> key.getTable().getName() + '.' + column.getName())
        .collect(Collectors.joining(", ")).toLowerCase(Locale.ROOT);
  }
}

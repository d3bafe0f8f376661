package dev.pinion.dialect.impl.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableCleaner;

/**
 * Empties tables in an order that foreign keys allow: rows that refer to others go first, and where tables refer to
 * each other in a circle, columns that may be null are set to null before.
 */
public final class SqliteTableCleaner extends StandardTableCleaner {

  private final SqliteForeignKeyExporter foreignKeys;

  /** The cleaner of a dialect. */
  public SqliteTableCleaner(Dialect dialect, SqliteForeignKeyExporter foreignKeys) {
    super(dialect);
    this.foreignKeys = foreignKeys;
  }

  @Override
  public String[] getSqlTruncateStrings(Collection<Table> tables, Metadata metadata,
      SqlStringGenerationContext context) {
    var commands = new ArrayList<String>();
    var ordered = new LinkedHashSet<Table>();
    for (var table : tables) {
      order(table, tables, context, new LinkedHashSet<>(), ordered, commands);
    }
    ordered.removeIf(Table::isView);
    commands.addAll(List.of(super.getSqlTruncateStrings(ordered, metadata, context)));
    return commands.toArray(String[]::new);
  }

  private void order(Table table, Collection<Table> tables, SqlStringGenerationContext context, Set<Table> path,
      Set<Table> ordered, List<String> cuts) {
    if (ordered.contains(table)) {
      return;
    }
    path.add(table);
    for (var key : SqliteForeignKeyExporter.keysTo(table, tables)) {
      if (!path.contains(key.getTable())) {
        order(key.getTable(), tables, context, path, ordered, cuts);
      } else if (key.getTable() != table || key.getOnDeleteAction() == OnDeleteAction.RESTRICT) {
        cuts.addAll(foreignKeys.cut(key, context));
      }
    }
    path.remove(table);
    ordered.add(table);
  }
}

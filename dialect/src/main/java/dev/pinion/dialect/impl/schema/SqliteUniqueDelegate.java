package dev.pinion.dialect.impl.schema;

import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.unique.CreateTableUniqueDelegate;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/**
 * Unique keys as named constraints inside {@code create table}. A schema update adds them as unique indexes instead,
 * since a table that exists cannot get a constraint (lang_altertable.html).
 */
public final class SqliteUniqueDelegate extends CreateTableUniqueDelegate {

  /** The delegate of a dialect. */
  public SqliteUniqueDelegate(Dialect dialect) {
    super(dialect);
  }

  /** Nothing: single columns too become constraints of the table, so that they keep their names. */
  @Override
  public String getColumnDefinitionUniquenessFragment(Column column, SqlStringGenerationContext context) {
    return "";
  }

  @Override
  public String getTableCreationUniqueConstraintsFragment(Table table, SqlStringGenerationContext context) {
    return table.getUniqueKeys().values().stream()
        .map(key -> ", constraint " + Names.quoted(key.getName(), dialect) + " unique (" + columns(key) + ')')
        .collect(Collectors.joining());
  }

  @Override
  public String getAlterTableToAddUniqueKeyCommand(UniqueKey key, Metadata metadata,
      SqlStringGenerationContext context) {
    return context.isMigration()
        ? SqliteIndexExporter.create(true, key.getName(), key.getTable(), columns(key), dialect, context)
        : "";
  }

  @Override
  public String getAlterTableToDropUniqueKeyCommand(UniqueKey key, Metadata metadata,
      SqlStringGenerationContext context) {
    return context.isMigration()
        ? "drop index if exists " + SqliteIndexExporter.qualified(key.getName(), key.getTable(), dialect, context)
        : "";
  }

  private String columns(UniqueKey key) {
    return key.getColumns().stream()
        .map(column -> {
          var order = key.getColumnOrderMap().get(column);
          return column.getQuotedName(dialect) + (order == null ? "" : ' ' + order);
        })
        .collect(Collectors.joining(", "));
  }
}

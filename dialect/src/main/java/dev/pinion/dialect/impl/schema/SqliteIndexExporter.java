package dev.pinion.dialect.impl.schema;

import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.spi.Exporter;

/**
 * Indexes, of columns and expressions. In an attached database it is the index that names the database, never the table
 * (lang_createindex.html, section 1).
 */
public final class SqliteIndexExporter implements Exporter<Index> {

  private final Dialect dialect;

  /** The exporter of a dialect. */
  public SqliteIndexExporter(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public String[] getSqlCreateStrings(Index index, Metadata metadata, SqlStringGenerationContext context) {
    var columns = index.getSelectables().stream()
        .map(column -> column(index, column))
        .collect(Collectors.joining(", "));
    return new String[] {create(index.isUnique(), index.getName(), index.getTable(), columns, dialect, context)};
  }

  private String column(Index index, Selectable column) {
    var order = index.getSelectableOrderMap().get(column);
    return column.getText(dialect) + (order == null ? "" : ' ' + order);
  }

  /** Indexes go with their table. */
  @Override
  public String[] getSqlDropStrings(Index index, Metadata metadata, SqlStringGenerationContext context) {
    return NO_COMMANDS;
  }

  static String create(boolean isUnique, String name, Table table, String columns, Dialect dialect,
      SqlStringGenerationContext context) {
    return (isUnique ? "create unique index if not exists " : "create index if not exists ")
        + qualified(name, table, dialect, context) + " on " + table.getQuotedName(dialect) + " (" + columns + ')';
  }

  static String qualified(String name, Table table, Dialect dialect, SqlStringGenerationContext context) {
    var of = table.getQualifiedTableName();
    var catalog = context.catalogWithDefault(of.getCatalogName());
    var schema = context.schemaWithDefault(of.getSchemaName());
    return (catalog == null ? "" : catalog.render(dialect) + '.')
        + (schema == null ? "" : schema.render(dialect) + '.') + Names.quoted(name, dialect);
  }
}

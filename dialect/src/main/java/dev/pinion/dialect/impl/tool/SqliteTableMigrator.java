package dev.pinion.dialect.impl.tool;

import dev.pinion.dialect.impl.schema.ColumnDdl;
import dev.pinion.dialect.impl.schema.Names;
import dev.pinion.dialect.impl.schema.SqliteForeignKeyExporter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.tool.schema.extract.spi.TableInformation;
import org.hibernate.tool.schema.internal.TableMigrator;
import org.jboss.logging.Logger;

/**
 * Adds columns to a table that is there, as far as SQLite can (lang_altertable.html, section 5); what it cannot is
 * said, and nothing is tried that must fail.
 */
public final class SqliteTableMigrator implements TableMigrator {

  private static final Logger log = Logger.getLogger(SqliteTableMigrator.class);

  private final ColumnDdl columns;
  private final SqliteForeignKeyExporter foreignKeys;

  /** The migrator that writes columns and foreign keys as they are written in {@code create table}. */
  public SqliteTableMigrator(ColumnDdl columns, SqliteForeignKeyExporter foreignKeys) {
    this.columns = columns;
    this.foreignKeys = foreignKeys;
  }

  @Override
  public String[] getSqlAlterStrings(Table table, Metadata metadata, TableInformation existing,
      SqlStringGenerationContext context) {
    var changes = changes(table, metadata, existing, context);
    changes.refusals().forEach(log::warn);
    return changes.commands().toArray(String[]::new);
  }

  TableChanges changes(Table table, Metadata metadata, TableInformation existing, SqlStringGenerationContext context) {
    var commands = new ArrayList<String>();
    var refusals = new ArrayList<String>();
    if (table.isView()) {
      return new TableChanges(commands, refusals);
    }
    var name = context.format(table.getQualifiedTableName());
    var hasRows = !(existing instanceof SqliteTableInformation known) || known.hasRows();
    var hasKey = hasRows || existing.getPrimaryKey() != null;
    var missingKeys = missingKeys(table, existing);
    var addedKey = false;
    for (var column : table.getColumns()) {
      if (existing.getColumn(new Identifier(column.getName(), column.isQuoted())) != null) {
        continue;
      }
      var obstacle = obstacle(column, table, hasRows, hasKey);
      if (obstacle != null) {
        refusals.add(refusal("the column " + Names.plain(column), table, obstacle));
        missingKeys.values().removeIf(key -> key.getColumns().contains(column));
        continue;
      }
      var key = hasRows && column.getDefaultValue() != null ? null : missingKeys.remove(List.of(lower(column)));
      commands.add("alter table " + name + " add column " + columns.addedColumn(column, table, metadata)
          + (key == null ? "" : foreignKeys.columnConstraint(key)));
      addedKey |= table.isPrimaryKey(column);
    }
    if (addedKey) {
      commands.addAll(uniqueIndex(table, metadata, context));
    }
    missingKeys.values().forEach(key -> refusals.add(refusal("the foreign key " + key.getName(), table,
        "a foreign key can only come with a new column of its own that is null in all rows")));
    return new TableChanges(commands, refusals);
  }

  /** Stands in for the primary key of a table that has been created without one. */
  private static List<String> uniqueIndex(Table table, Metadata metadata, SqlStringGenerationContext context) {
    var key = new UniqueKey();
    key.setTable(table);
    key.setName("pk_" + table.getName());
    table.getPrimaryKey().getColumns().forEach(key::addColumn);
    return List.of(metadata.getDatabase().getDialect().getUniqueKeyExporter()
        .getSqlCreateStrings(key, metadata, context));
  }

  private static String obstacle(Column column, Table table, boolean hasRows, boolean hasKey) {
    if (table.isPrimaryKey(column) && (hasKey || column.isIdentity())) {
      return "the primary key of a table is fixed";
    }
    if (!hasRows || column.getGeneratedAs() != null) {
      return null;
    }
    var value = column.getDefaultValue();
    if (value != null && !ColumnDdl.isConstant(value)) {
      return "its default is no constant, and the table has rows";
    }
    if (!column.isNullable() && (value == null || value.strip().equalsIgnoreCase("null"))) {
      return "it is not null and has no default, and the table has rows";
    }
    return null;
  }

  private static String refusal(String what, Table table, String obstacle) {
    return "SQLite cannot add " + what + " to the table " + table.getName() + ": " + obstacle
        + " (lang_altertable.html, section 5). Let the Maven goal pinion:generate write a migration that rebuilds it";
  }

  /** The foreign keys that are mapped but not there, by the names of their columns in lower case. */
  private static Map<List<String>, ForeignKey> missingKeys(Table table, TableInformation existing) {
    var missing = new LinkedHashMap<List<String>, ForeignKey>();
    for (var key : table.getForeignKeys().values()) {
      if (SqliteForeignKeyExporter.isExported(key) && !isThere(key, existing)) {
        missing.put(key.getColumns().stream().map(SqliteTableMigrator::lower).toList(), key);
      }
    }
    return missing;
  }

  private static boolean isThere(ForeignKey key, TableInformation existing) {
    var mapped = key.getColumns().stream().map(SqliteTableMigrator::lower).sorted().toList();
    var parent = key.getReferencedTable().getName();
    for (var found : existing.getForeignKeys()) {
      var names = new ArrayList<String>();
      var isToParent = true;
      for (var pair : found.getColumnReferenceMappings()) {
        names.add(pair.getReferencingColumnMetadata().getColumnIdentifier().getText().toLowerCase(Locale.ENGLISH));
        isToParent &= pair.getReferencedColumnMetadata().getContainingTableInformation().getName().getTableName()
            .getText().equalsIgnoreCase(parent);
      }
      if (isToParent && names.stream().sorted().toList().equals(mapped)) {
        return true;
      }
    }
    return false;
  }

  private static String lower(Column column) {
    return Names.plain(column).toLowerCase(Locale.ENGLISH);
  }
}

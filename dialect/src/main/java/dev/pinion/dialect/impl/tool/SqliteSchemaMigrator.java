package dev.pinion.dialect.impl.tool;

import dev.pinion.dialect.SqliteDialect;
import dev.pinion.dialect.impl.schema.ColumnDdl;
import dev.pinion.dialect.impl.schema.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.internal.Formatter;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.tool.schema.extract.spi.DatabaseInformation;
import org.hibernate.tool.schema.extract.spi.NameSpaceTablesInformation;
import org.hibernate.tool.schema.extract.spi.TableInformation;
import org.hibernate.tool.schema.internal.AbstractSchemaMigrator;
import org.hibernate.tool.schema.internal.HibernateSchemaManagementTool;
import org.hibernate.tool.schema.internal.exec.GenerationTarget;
import org.hibernate.tool.schema.spi.CommandAcceptanceException;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaFilter;

/**
 * {@code hibernate.hbm2ddl.auto=update}: first finds all changes and reports those that SQLite cannot make, to the
 * exception handler that {@code hibernate.hbm2ddl.halt_on_error} chooses; then makes the others.
 */
final class SqliteSchemaMigrator extends AbstractSchemaMigrator {

  SqliteSchemaMigrator(HibernateSchemaManagementTool tool, SchemaFilter filter) {
    super(tool, filter);
  }

  @Override
  protected NameSpaceTablesInformation performTablesMigration(Metadata metadata, DatabaseInformation database,
      ExecutionOptions options, ContributableMatcher contributions, Dialect dialect, Formatter formatter,
      Set<String> exported, boolean tryToCreateCatalogs, boolean tryToCreateSchemas, Set<Identifier> exportedCatalogs,
      Namespace namespace, SqlStringGenerationContext context, GenerationTarget[] targets) {
    var existing = new NameSpaceTablesInformation(metadata.getDatabase().getJdbcEnvironment().getIdentifierHelper());
    if (!schemaFilter.includeNamespace(namespace)) {
      return existing;
    }
    var tables = namespace.getTables().stream()
        .filter(table -> schemaFilter.includeTable(table) && table.isPhysicalTable() && contributions.matches(table))
        .toList();
    var found = database.getTablesInformation(namespace);
    var changes = new LinkedHashMap<Table, TableChanges>();
    for (var table : tables) {
      checkExportIdentifier(table, exported);
      var there = found.getTableInformation(table);
      if (there != null && there.isPhysicalTable()) {
        existing.addTableInformation(there);
        changes.put(table, migrator(dialect).changes(table, metadata, there, context));
      }
    }
    var refusals = changes.values().stream().flatMap(change -> change.refusals().stream()).toList();
    if (!refusals.isEmpty()) {
      options.getExceptionHandler().handleException(new CommandAcceptanceException(String.join("\n", refusals)));
    }
    for (var table : tables) {
      if (changes.containsKey(table)) {
        applySqlStrings(false, changes.get(table).commands().toArray(String[]::new), formatter, options, targets);
      } else if (found.getTableInformation(table) == null) {
        createTable(table, dialect, metadata, formatter, options, context, targets);
      }
    }
    for (var table : tables) {
      var there = existing.getTableInformation(table);
      if (there != null || found.getTableInformation(table) == null) {
        applyIndexes(table, there, dialect, metadata, formatter, options, context, targets);
        applyUniqueKeys(table, there, dialect, metadata, formatter, options, context, targets);
      }
    }
    for (var sequence : Namesakes.of(namespace, database, schemaFilter, contributions)) {
      applySqlStrings(false, dialect.getSequenceExporter().getSqlCreateStrings(sequence, metadata, context), formatter,
          options, targets);
    }
    return existing;
  }

  private static SqliteTableMigrator migrator(Dialect dialect) {
    return ((SqliteDialect) dialect).getTableMigrator();
  }

  /** Only what a table that was there lacks; a new one has its keys inside. */
  @Override
  protected void applyUniqueKeys(Table table, TableInformation existing, Dialect dialect, Metadata metadata,
      Formatter formatter, ExecutionOptions options, SqlStringGenerationContext context, GenerationTarget... targets) {
    if (!(existing instanceof SqliteTableInformation there)) {
      return;
    }
    table.getColumns().forEach(column -> ColumnDdl.keepUnique(column, table));
    var keys = there.uniqueKeys().stream().map(SqliteSchemaMigrator::sortedInLowerCase).toList();
    for (var key : table.getUniqueKeys().values()) {
      if (!keys.contains(sortedInLowerCase(names(key)))) {
        applySqlStrings(false, dialect.getUniqueKeyExporter().getSqlCreateStrings(key, metadata, context), formatter,
            options, targets);
      }
    }
  }

  private static List<String> names(UniqueKey key) {
    return key.getColumns().stream().map(Names::plain).toList();
  }

  private static List<String> sortedInLowerCase(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ENGLISH)).sorted().toList();
  }

  /** Reported with the changes of their tables. */
  @Override
  protected void applyForeignKeys(Table table, TableInformation existing, Dialect dialect, Metadata metadata,
      Formatter formatter, ExecutionOptions options, SqlStringGenerationContext context, GenerationTarget... targets) {
    // A new table has its keys inside; an old one cannot get any.
  }
}

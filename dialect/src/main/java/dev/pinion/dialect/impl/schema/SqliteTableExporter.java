package dev.pinion.dialect.impl.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;

/**
 * {@code create table} with everything inside: keys, foreign keys, uniques, checks and comments; and
 * {@code drop table} in an order that foreign keys allow.
 */
public final class SqliteTableExporter extends StandardTableExporter {

  private final ColumnDdl columns;
  private final SqliteForeignKeyExporter foreignKeys;

  /** The exporter of a dialect. */
  public SqliteTableExporter(Dialect dialect, ColumnDdl columns, SqliteForeignKeyExporter foreignKeys) {
    super(dialect);
    this.columns = columns;
    this.foreignKeys = foreignKeys;
  }

  @Override
  public String[] getSqlCreateStrings(Table table, Metadata metadata, SqlStringGenerationContext context) {
    var name = context.format(table.getQualifiedTableName());
    var commands = new ArrayList<String>();
    commands.add(table.getViewQuery() == null
        ? createTable(table, name, metadata, context)
        : "create view " + name + " as " + table.getViewQuery());
    applyInitCommands(table, commands, context);
    // Generators that share a table each ask for its first row.
    return commands.stream().distinct().toArray(String[]::new);
  }

  private String createTable(Table table, String name, Metadata metadata, SqlStringGenerationContext context) {
    var sql = new StringBuilder("create table ").append(name)
        .append(Comments.render(table.getComment())).append(" (");
    var extra = new StringBuilder();
    var separator = "";
    for (var column : table.getColumns()) {
      sql.append(separator);
      separator = ", ";
      columns.append(sql, column, table, metadata);
      extra.append(column.getValue().getExtraCreateTableInfo());
    }
    if (table.hasPrimaryKey()) {
      sql.append(separator).append(table.getPrimaryKey().sqlConstraintString(dialect));
    }
    sql.append(dialect.getUniqueDelegate().getTableCreationUniqueConstraintsFragment(table, context));
    sql.append(checks(table)).append(AggregateChecks.of(table, dialect)).append(foreignKeys.constraintsOf(table));
    sql.append(')').append(extra);
    return sql.append(TableOptions.of(table, metadata).render(table)).toString();
  }

  private String checks(Table table) {
    var sql = new StringBuilder();
    applyTableCheck(table, sql);
    var checks = sql.toString();
    for (var check : table.getChecks()) {
      checks = checks.replace(check.constraintString(), ColumnDdl.constraint(check, dialect));
    }
    return checks;
  }

  /**
   * Drops the tables that refer to this one first, as their rows would forbid it (foreignkeys.html, section 5); a
   * cycle is cut where its columns may be null.
   */
  @Override
  public String[] getSqlDropStrings(Table table, Metadata metadata, SqlStringGenerationContext context) {
    if (table.getViewQuery() != null) {
      return super.getSqlDropStrings(table, metadata, context);
    }
    var commands = new LinkedHashSet<String>();
    drop(table, metadata, context, new HashSet<>(), new HashSet<>(), commands);
    return commands.toArray(String[]::new);
  }

  private void drop(Table table, Metadata metadata, SqlStringGenerationContext context, Set<Table> path,
      Set<Table> dropped, Set<String> commands) {
    path.add(table);
    for (var key : keysTo(table, metadata)) {
      var child = key.getTable();
      if (path.contains(child)) {
        if (child != table) {
          commands.addAll(cut(key, context));
        }
      } else if (!dropped.contains(child)) {
        drop(child, metadata, context, path, dropped, commands);
      }
    }
    path.remove(table);
    dropped.add(table);
    commands.add("drop table if exists " + context.format(table.getQualifiedTableName()));
  }

  /** There is no conditional update, so a table that does not exist is made for it; its drop follows. */
  private List<String> cut(ForeignKey key, SqlStringGenerationContext context) {
    var table = context.format(key.getTable().getQualifiedTableName());
    var commands = new ArrayList<String>();
    commands.add("create table if not exists " + table + ' ' + Names.list(key.getColumns(), dialect));
    commands.addAll(foreignKeys.cut(key, context));
    return commands.size() == 1 ? List.of() : commands;
  }

  private static List<ForeignKey> keysTo(Table table, Metadata metadata) {
    return SqliteForeignKeyExporter.keysTo(table, metadata.collectTableMappings());
  }
}

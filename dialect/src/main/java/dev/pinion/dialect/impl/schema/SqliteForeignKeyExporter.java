package dev.pinion.dialect.impl.schema;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.spi.Exporter;

/**
 * Foreign keys belong into {@code create table}, where they may name tables that come later
 * (foreignkeys.html, section 3); SQLite has no other statement that adds or drops one.
 */
public final class SqliteForeignKeyExporter implements Exporter<ForeignKey> {

  private static final Pattern FOREIGN_KEY = Pattern.compile("(?is)^.*?\\breferences\\b");

  private final Dialect dialect;

  /** The exporter of a dialect. */
  public SqliteForeignKeyExporter(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public String[] getSqlCreateStrings(ForeignKey key, Metadata metadata, SqlStringGenerationContext context) {
    return NO_COMMANDS;
  }

  @Override
  public String[] getSqlDropStrings(ForeignKey key, Metadata metadata, SqlStringGenerationContext context) {
    return NO_COMMANDS;
  }

  /** The constraints of a table, each with a leading comma. */
  String constraintsOf(Table table) {
    return table.getForeignKeys().values().stream()
        .filter(SqliteForeignKeyExporter::isExported)
        .map(this::constraint)
        .collect(Collectors.joining());
  }

  /** A key to another attached database cannot be a constraint (foreignkeys.html, section 2). */
  public static boolean isExported(ForeignKey key) {
    return key.isCreationEnabled() && key.isPhysicalConstraint()
        && AttachedDatabases.isSame(key.getTable(), key.getReferencedTable());
  }

  private String constraint(ForeignKey key) {
    var name = ", constraint " + Names.quoted(key.getName(), dialect) + ' ';
    return key.getKeyDefinition() == null
        ? name + "foreign key " + Names.list(key.getColumns(), dialect) + ' ' + references(key)
        : name + key.getKeyDefinition() + onDelete(key);
  }

  /** The key as part of the definition of its only column. */
  public String columnConstraint(ForeignKey key) {
    var definition = key.getKeyDefinition();
    var name = " constraint " + Names.quoted(key.getName(), dialect) + ' ';
    return definition == null
        ? name + references(key)
        : name + FOREIGN_KEY.matcher(definition).replaceFirst("references") + onDelete(key);
  }

  private String references(ForeignKey key) {
    var parent = key.getReferencedTable();
    var parentColumns = key.isReferenceToPrimaryKey()
        ? parent.getPrimaryKey().getColumns() : key.getReferencedColumns();
    return "references " + parent.getQuotedName(dialect) + ' ' + Names.list(parentColumns, dialect) + onDelete(key);
  }

  private static String onDelete(ForeignKey key) {
    var action = key.getOnDeleteAction();
    return action == null || action == OnDeleteAction.NO_ACTION ? "" : " on delete " + action.toSqlString();
  }

  /** Makes rows free of those they refer to, if their columns may be null. */
  List<String> cut(ForeignKey key, SqlStringGenerationContext context) {
    if (!key.getColumns().stream().allMatch(column -> column.isNullable())) {
      return List.of();
    }
    return List.of("update " + context.format(key.getTable().getQualifiedTableName()) + " set "
        + key.getColumns().stream().map(column -> column.getQuotedName(dialect) + " = null")
            .collect(Collectors.joining(", ")));
  }

  static List<ForeignKey> keysTo(Table parent, Collection<Table> children) {
    return children.stream()
        .flatMap(child -> child.getForeignKeys().values().stream())
        .filter(key -> key.getReferencedTable() == parent && isExported(key))
        .toList();
  }
}

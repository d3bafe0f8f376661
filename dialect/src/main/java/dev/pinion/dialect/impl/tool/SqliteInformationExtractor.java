package dev.pinion.dialect.impl.tool;

import dev.pinion.dialect.impl.schema.AttachedDatabases;
import dev.pinion.dialect.impl.schema.DeclaredType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.model.TruthValue;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedTableName;
import org.hibernate.tool.schema.extract.internal.ColumnInformationImpl;
import org.hibernate.tool.schema.extract.internal.ForeignKeyInformationImpl;
import org.hibernate.tool.schema.extract.internal.ForeignKeyInformationImpl.ColumnReferenceMappingImpl;
import org.hibernate.tool.schema.extract.internal.IndexInformationImpl;
import org.hibernate.tool.schema.extract.internal.PrimaryKeyInformationImpl;
import org.hibernate.tool.schema.extract.internal.TableInformationImpl;
import org.hibernate.tool.schema.extract.spi.ColumnInformation;
import org.hibernate.tool.schema.extract.spi.ExtractionContext;
import org.hibernate.tool.schema.extract.spi.ForeignKeyInformation;
import org.hibernate.tool.schema.extract.spi.ForeignKeyInformation.ColumnReferenceMapping;
import org.hibernate.tool.schema.extract.spi.IndexInformation;
import org.hibernate.tool.schema.extract.spi.InformationExtractor;
import org.hibernate.tool.schema.extract.spi.NameSpaceTablesInformation;
import org.hibernate.tool.schema.extract.spi.PrimaryKeyInformation;
import org.hibernate.tool.schema.extract.spi.TableInformation;

/**
 * Reads what SQLite knows about its schema through the table-valued pragmas (pragma.html, "PRAGMA functions"), each for
 * one attached database, which is what Hibernate calls a schema or a catalog. Works with any context that can run a
 * query, whether over JDBC or over a reactive driver.
 */
public final class SqliteInformationExtractor implements InformationExtractor {

  private static final String MAIN = "main";

  private final ExtractionContext context;

  /** The reader that queries through a context. */
  public SqliteInformationExtractor(ExtractionContext context) {
    this.context = context;
  }

  @Override
  public boolean catalogExists(Identifier catalog) {
    return schemaExists(null, catalog);
  }

  @Override
  public boolean schemaExists(Identifier catalog, Identifier schema) {
    return !query("select 1 from pragma_database_list where name = ? collate nocase", row -> true,
        database(catalog, schema)).isEmpty();
  }

  @Override
  public TableInformation getTable(Identifier catalog, Identifier schema, Identifier name) {
    var found = query("select name, type from pragma_table_list"
        + " where schema = ? collate nocase and name = ? collate nocase", row -> table(row, catalog, schema),
        database(catalog, schema), name.getText());
    return found.isEmpty() ? null : found.get(0);
  }

  @Override
  public NameSpaceTablesInformation getTables(Identifier catalog, Identifier schema) {
    var tables = new NameSpaceTablesInformation(context.getJdbcEnvironment().getIdentifierHelper());
    query("select name, type from pragma_table_list where schema = ? collate nocase and type <> 'shadow'",
        row -> isNameable(row.getString(1)) ? table(row, catalog, schema) : null, database(catalog, schema))
        .stream().filter(table -> table != null)
        .forEach(tables::addTableInformation);
    return tables;
  }

  private TableInformationImpl table(ResultSet row, Identifier catalog, Identifier schema) throws SQLException {
    var name = row.getString(1);
    return new SqliteTableInformation(this, context.getJdbcEnvironment().getIdentifierHelper(),
        new QualifiedTableName(catalog, schema, identifier(name)), name, !"view".equals(row.getString(2)));
  }

  /** The columns of a table or view in their order, generated ones among them. */
  List<ColumnInformation> columns(TableInformation table) {
    return query("select name, type, \"notnull\", hidden from pragma_table_xinfo(?, ?)", row -> {
      if (row.getInt(4) == 1 || !isNameable(row.getString(1))) {
        return null;
      }
      var type = DeclaredType.of(row.getString(2));
      return (ColumnInformation) new ColumnInformationImpl(table, identifier(row.getString(1)), type.typeCode(),
          type.name(), type.size(), type.digits(), row.getInt(3) == 1 ? TruthValue.FALSE : TruthValue.TRUE);
    }, nameOf(table), databaseOf(table)).stream().filter(column -> column != null).toList();
  }

  @Override
  public PrimaryKeyInformation getPrimaryKey(TableInformationImpl table) {
    var columns = query("select name from pragma_table_xinfo(?, ?) where pk > 0 order by pk",
        row -> table.getColumn(identifier(row.getString(1))), nameOf(table), databaseOf(table));
    return columns.isEmpty() ? null
        : new PrimaryKeyInformationImpl(identifier(nameOf(table) + "_pk"), columns);
  }

  @Override
  public Iterable<IndexInformation> getIndexes(TableInformation table) {
    var indexes = new LinkedHashMap<String, List<ColumnInformation>>();
    indexColumns(table, "").forEach((name, columns) ->
        indexes.put(name, columns.stream()
            .map(column -> column.isEmpty() ? null : table.getColumn(identifier(column))).toList()));
    var found = new ArrayList<IndexInformation>();
    indexes.forEach((name, columns) -> found.add(new IndexInformationImpl(identifier(name), columns)));
    return found;
  }

  /** The names of the columns of each unique key or whole unique index; an expression has the name "". */
  List<List<String>> uniqueKeys(TableInformation table) {
    return List.copyOf(indexColumns(table, " where l.\"unique\" and not l.partial").values());
  }

  private Map<String, List<String>> indexColumns(TableInformation table, String filter) {
    var columns = new LinkedHashMap<String, List<String>>();
    query("select l.name, i.name from pragma_index_list(?1, ?2) l, pragma_index_info(l.name, ?2) i" + filter
        + " order by l.name, i.seqno", row -> columns.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
            .add(row.getString(2) == null ? "" : row.getString(2)), nameOf(table), databaseOf(table));
    return columns;
  }

  /** SQLite's list has no names of constraints, so that a key's place in it is its name here. */
  @Override
  public Iterable<ForeignKeyInformation> getForeignKeys(TableInformation table) {
    var keys = new LinkedHashMap<String, List<ColumnReferenceMapping>>();
    query("select f.id, f.\"table\", f.\"from\", coalesce(f.\"to\", (select p.name"
        + " from pragma_table_xinfo(f.\"table\", ?2) p where p.pk = f.seq + 1))"
        + " from pragma_foreign_key_list(?1, ?2) f order by f.id, f.seq", row -> {
          var parent = context.getDatabaseObjectAccess().locateTableInformation(
              new QualifiedTableName(table.getName().getCatalogName(), table.getName().getSchemaName(),
                  identifier(row.getString(2))));
          var referenced = parent == null || row.getString(4) == null
              ? null : parent.getColumn(identifier(row.getString(4)));
          // A key to a table or column that is not there says nothing about those that are mapped.
          return referenced != null && keys.computeIfAbsent("fk_" + row.getInt(1), name -> new ArrayList<>())
              .add(new ColumnReferenceMappingImpl(table.getColumn(identifier(row.getString(3))), referenced));
        }, nameOf(table), databaseOf(table));
    var found = new ArrayList<ForeignKeyInformation>();
    keys.forEach((name, columns) -> found.add(new ForeignKeyInformationImpl(identifier(name), columns)));
    return found;
  }

  boolean hasRows(TableInformation table) {
    var dialect = context.getJdbcEnvironment().getDialect();
    return !query("select 1 from " + dialect.toQuotedIdentifier(databaseOf(table)) + '.'
        + dialect.toQuotedIdentifier(nameOf(table)) + " limit 1", row -> true).isEmpty();
  }

  private <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
    try {
      return context.getQueryResults(sql, parameters, rows -> {
        var found = new ArrayList<T>();
        while (rows.next()) {
          found.add(reader.read(rows));
        }
        return found;
      });
    } catch (SQLException e) {
      throw context.getJdbcEnvironment().getSqlExceptionHelper().convert(e, "The schema cannot be read", sql);
    }
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static String nameOf(TableInformation table) {
    return ((SqliteTableInformation) table).writtenName();
  }

  private static String databaseOf(TableInformation table) {
    return database(table.getName().getCatalogName(), table.getName().getSchemaName());
  }

  private static String database(Identifier catalog, Identifier schema) {
    var database = AttachedDatabases.of(catalog, schema);
    return database == null ? MAIN : database.getText();
  }

  /** Hibernate has no name for what is in quotes itself, nor for what is empty, and so cannot map it. */
  private static boolean isNameable(String name) {
    return !name.isEmpty() && !Identifier.isQuoted(name);
  }

  /** In lower case, as the dialect's helper for identifiers asks for it. */
  private static Identifier identifier(String name) {
    return new Identifier(name.toLowerCase(Locale.ENGLISH), false);
  }
}

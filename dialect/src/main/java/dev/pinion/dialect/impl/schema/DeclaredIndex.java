package dev.pinion.dialect.impl.schema;

import dev.pinion.dialect.SqliteDialect;
import dev.pinion.dialect.SqliteIndex;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;

/**
 * An index that Hibernate's own has no place for: of some rows only.
 *
 * @param table of which it is
 * @param definition as the application has written it
 */
public record DeclaredIndex(Table table, SqliteIndex definition) implements AuxiliaryDatabaseObject {

  private static final long serialVersionUID = 1L;

  @Override
  public boolean appliesToDialect(Dialect dialect) {
    return dialect instanceof SqliteDialect;
  }

  @Override
  public boolean beforeTablesOnCreation() {
    return false;
  }

  @Override
  public String[] sqlCreateStrings(SqlStringGenerationContext context) {
    var sql = SqliteIndexExporter.create(definition.unique(), definition.name(), table, definition.columns(),
        context.getDialect(), context);
    return new String[] {definition.where().isEmpty() ? sql : sql + " where " + definition.where()};
  }

  /** It goes with its table; an update does not build it anew each time. */
  @Override
  public String[] sqlDropStrings(SqlStringGenerationContext context) {
    return new String[0];
  }

  @Override
  public String getExportIdentifier() {
    return "index " + definition.name() + " of " + table.getExportIdentifier();
  }
}

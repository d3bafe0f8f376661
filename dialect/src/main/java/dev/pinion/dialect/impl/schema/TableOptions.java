package dev.pinion.dialect.impl.schema;

import dev.pinion.dialect.SqliteDialect;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/**
 * What stands behind the parenthesis of {@code create table} (lang_createtable.html, section 2). Hibernate's table has
 * no place for it, hence an object of the database that has no commands of its own.
 *
 * @param table whose options these are
 * @param isStrict whether values must have the declared type
 * @param isWithoutRowid whether the primary key is the table's own tree
 */
public record TableOptions(Table table, boolean isStrict, boolean isWithoutRowid) implements AuxiliaryDatabaseObject {

  private static final long serialVersionUID = 1L;

  static TableOptions of(Table table, Metadata metadata) {
    for (var object : metadata.getDatabase().getAuxiliaryDatabaseObjects()) {
      if (object instanceof TableOptions options && options.table == table) {
        return options;
      }
    }
    return new TableOptions(table, false, false);
  }

  String render(Table table) {
    if (isWithoutRowid && (!table.hasPrimaryKey() || table.getColumns().stream().anyMatch(Column::isIdentity))) {
      throw new MappingException("The table " + table.getName() + " cannot be without rowid: it needs a primary key,"
          + " and an identity is the rowid itself (withoutrowid.html, section 2). Take another generator or leave out"
          + " withoutRowid");
    }
    if (isStrict) {
      return isWithoutRowid ? " strict, without rowid" : " strict";
    }
    return isWithoutRowid ? " without rowid" : "";
  }

  @Override
  public boolean appliesToDialect(Dialect dialect) {
    return dialect instanceof SqliteDialect;
  }

  @Override
  public boolean beforeTablesOnCreation() {
    return true;
  }

  @Override
  public String[] sqlCreateStrings(SqlStringGenerationContext context) {
    return new String[0];
  }

  @Override
  public String[] sqlDropStrings(SqlStringGenerationContext context) {
    return new String[0];
  }

  @Override
  public String getExportIdentifier() {
    return "options of " + table.getExportIdentifier();
  }
}

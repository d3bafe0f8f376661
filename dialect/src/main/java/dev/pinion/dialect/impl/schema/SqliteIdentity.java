package dev.pinion.dialect.impl.schema;

import org.hibernate.dialect.identity.IdentityColumnSupportImpl;

/**
 * Identity columns are aliases of the rowid: {@code integer} and the only column of the primary key
 * (lang_createtable.html, section 5). Their values come back through {@code returning}.
 */
public final class SqliteIdentity extends IdentityColumnSupportImpl {

  @Override
  public boolean supportsIdentityColumns() {
    return true;
  }

  @Override
  public boolean supportsInsertSelectIdentity() {
    return true;
  }

  @Override
  public boolean hasDataTypeInIdentityColumn() {
    return false;
  }

  @Override
  public String appendIdentitySelectToInsert(String identityColumn, String insert) {
    return insert + " returning " + identityColumn;
  }

  @Override
  public String getIdentitySelectString(String table, String column, int type) {
    return "select last_insert_rowid()";
  }

  @Override
  public String getIdentityColumnString(int type) {
    return "integer";
  }
}

package dev.pinion.dialect.impl.tool;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.extract.spi.NameSpaceTablesInformation;
import org.hibernate.tool.schema.extract.spi.TableInformation;

/**
 * The tables of a database by their names, in whose letters SQLite does not tell upper from lower case.
 */
final class SqliteTables extends NameSpaceTablesInformation {

  private final Map<String, TableInformation> tables = new HashMap<>();

  SqliteTables(IdentifierHelper identifiers) {
    super(identifiers);
  }

  @Override
  public void addTableInformation(TableInformation table) {
    tables.put(key(table.getName().getTableName().getText()), table);
  }

  @Override
  public TableInformation getTableInformation(Table table) {
    return getTableInformation(table.getName());
  }

  @Override
  public TableInformation getTableInformation(String name) {
    return tables.get(key(name));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ENGLISH);
  }
}

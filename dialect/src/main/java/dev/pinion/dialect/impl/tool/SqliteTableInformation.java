package dev.pinion.dialect.impl.tool;

import dev.pinion.dialect.impl.schema.Names;
import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedTableName;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.tool.schema.extract.internal.TableInformationImpl;
import org.hibernate.tool.schema.extract.spi.ColumnInformation;

/**
 * A table that is there; its parts are read when they are asked for.
 */
public final class SqliteTableInformation extends TableInformationImpl {

  private final SqliteInformationExtractor reader;
  private final String writtenName;
  private boolean columnsAreRead;

  SqliteTableInformation(SqliteInformationExtractor reader, IdentifierHelper identifiers, QualifiedTableName name,
      String writtenName, boolean isPhysical) {
    super(reader, identifiers, name, isPhysical, null);
    this.reader = reader;
    this.writtenName = writtenName;
  }

  @Override
  public ColumnInformation getColumn(Identifier name) {
    if (!columnsAreRead) {
      reader.columns(this).forEach(this::addColumn);
      columnsAreRead = true;
    }
    return super.getColumn(name.isQuoted() ? new Identifier(Names.plain(name.getText()), true) : name);
  }

  /** The name with upper and lower case as it was written. */
  String writtenName() {
    return writtenName;
  }

  /** Whether the table has rows. */
  public boolean hasRows() {
    return reader.hasRows(this);
  }

  /** The names of the columns of each unique key or whole unique index; an expression has the name "". */
  public List<List<String>> uniqueKeys() {
    return reader.uniqueKeys(this);
  }
}

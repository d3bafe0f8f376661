package dev.pinion.dialect.impl.id;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.MappingException;
import org.hibernate.dialect.sequence.SequenceSupport;
import org.hibernate.tool.schema.extract.internal.SequenceInformationExtractorLegacyImpl;

/**
 * Sequences, each a table of one row. {@value #VALUE} is the next value; where the sequence starts and by how much it
 * grows are the defaults of two further columns, where the schema tools find them. A table that has only the first
 * column, as the community dialect made it, is a sequence too.
 */
public final class SqliteSequences implements SequenceSupport {

  public static final SqliteSequences INSTANCE = new SqliteSequences();

  /**
   * The sequences of all attached databases, as {@link Extractor} reads them; those of the main one come last, as the
   * last of equal names is the one that Hibernate knows. Virtual tables are left alone: their module may not be there.
   */
  public static final String QUERY = "select nullif(t.schema, 'main') as sequence_schema, t.name as sequence_name,"
      + " s.dflt_value as start_value, i.dflt_value as increment from pragma_table_list t"
      + " join pragma_table_info(t.name, t.schema) v on v.name = 'next_val'"
      + " left join pragma_table_info(t.name, t.schema) s on s.name = 'start_with'"
      + " left join pragma_table_info(t.name, t.schema) i on i.name = 'increment_by'"
      + " where t.type = 'table' and t.schema <> 'temp' and t.ncol = 1 + (s.name is not null) + (i.name is not null)"
      + " order by t.schema = 'main'";

  static final String VALUE = "next_val";

  private SqliteSequences() {
  }

  @Override
  public String[] getCreateSequenceStrings(String name, int initialValue, int incrementSize) {
    if (incrementSize == 0) {
      throw new MappingException("The sequence " + name + " cannot have an increment of 0");
    }
    return new String[] {
        getCreateSequenceString(name, initialValue, incrementSize),
        "insert into " + name + " (" + VALUE + ") values (" + initialValue + ")"};
  }

  @Override
  public String getCreateSequenceString(String name, int initialValue, int incrementSize) {
    return "create table " + name + " (" + VALUE + " integer not null, start_with integer not null default "
        + initialValue + ", increment_by integer not null default " + incrementSize + ")";
  }

  @Override
  public String getDropSequenceString(String name) {
    return "drop table if exists " + name;
  }

  @Override
  public String getSequenceNextValString(String name) {
    return "update " + name + " set " + VALUE + " = " + VALUE + " + increment_by returning " + VALUE
        + " - increment_by";
  }

  @Override
  public String getSelectSequenceNextValString(String name) {
    throw new MappingException("SQLite cannot take the next value of the sequence " + name + " inside of another "
        + "statement (lang_update.html): take it beforehand, by " + getSequenceNextValString(name));
  }

  /** Reads what {@link #QUERY} finds. */
  public static final class Extractor extends SequenceInformationExtractorLegacyImpl {

    public static final Extractor INSTANCE = new Extractor();

    private Extractor() {
    }

    @Override
    protected String sequenceCatalogColumn() {
      return null;
    }

    @Override
    protected String sequenceMinValueColumn() {
      return null;
    }

    @Override
    protected String sequenceMaxValueColumn() {
      return null;
    }

    @Override
    protected Number resultSetIncrementValue(ResultSet row) throws SQLException {
      return number(row, sequenceIncrementColumn());
    }

    @Override
    protected Number resultSetStartValueSize(ResultSet row) throws SQLException {
      return number(row, sequenceStartValueColumn());
    }

    private static Number number(ResultSet row, String column) throws SQLException {
      long value = row.getLong(column);
      return row.wasNull() ? null : value;
    }
  }
}

package dev.pinion.sqlclient.engine;

import io.vertx.sqlclient.desc.ColumnDescriptor;
import io.vertx.sqlclient.impl.RowDesc;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sqlite.core.DB;

/** The columns of a result: name, declared type, and the JDBC type that the declaration suggests. */
final class Columns extends RowDesc {

  /** Declarations that have no JDBC type, or, as ANY, stand for every one. */
  private static final Set<String> WITHOUT_JDBC_TYPE = Set.of("ANY", "JSON", "JSONB", "UUID");

  private Columns(ColumnDescriptor[] columns) {
    super(columns);
  }

  static Columns of(DB db, long statement, int count) throws SQLException {
    ColumnDescriptor[] columns = new ColumnDescriptor[count];
    for (int i = 0; i < count; i++) {
      columns[i] = new Column(db.column_name(statement, i), db.column_decltype(statement, i));
    }
    return new Columns(columns);
  }

  /** SQL's names have no letter case; a name that is written exactly so comes first all the same. */
  @Override
  public int columnIndex(String name) {
    int exact = super.columnIndex(name);
    if (exact >= 0) {
      return exact;
    }
    List<String> names = columnNames();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private record Column(String name, String typeName) implements ColumnDescriptor {

    @Override
    public boolean isArray() {
      return false;
    }

    /** By the affinity rules (datatype3.html, section 3.1), and by the usual names where these say more. */
    @Override
    public JDBCType jdbcType() {
      if (typeName == null || typeName.isEmpty()) {
        return keywordType();
      }
      String type = typeName.toUpperCase(Locale.ROOT);
      if (WITHOUT_JDBC_TYPE.contains(type)) {
        return JDBCType.OTHER;
      }
      if (type.contains("BIGINT")) {
        return JDBCType.BIGINT;
      } else if (type.contains("SMALLINT")) {
        return JDBCType.SMALLINT;
      } else if (type.contains("TINYINT")) {
        return JDBCType.TINYINT;
      } else if (type.contains("INT")) {
        return JDBCType.INTEGER;
      } else if (type.contains("CLOB")) {
        return JDBCType.CLOB;
      } else if (type.contains("CHAR") || type.contains("TEXT")) {
        return JDBCType.VARCHAR;
      } else if (type.contains("BLOB") || type.contains("BINARY")) {
        return JDBCType.BLOB;
      } else if (type.contains("REAL")) {
        return JDBCType.REAL;
      } else if (type.contains("FLOA") || type.contains("DOUB")) {
        return JDBCType.DOUBLE;
      } else if (type.startsWith("BOOL")) {
        return JDBCType.BOOLEAN;
      } else if (type.startsWith("TIMESTAMP") && type.contains("WITH TIME ZONE") || type.equals("TIMESTAMPTZ")) {
        return JDBCType.TIMESTAMP_WITH_TIMEZONE;
      } else if (type.startsWith("DATETIME") || type.startsWith("TIMESTAMP")) {
        return JDBCType.TIMESTAMP;
      } else if (type.startsWith("DATE")) {
        return JDBCType.DATE;
      } else if (type.startsWith("TIME")) {
        return JDBCType.TIME;
      }
      return JDBCType.NUMERIC;
    }

    /** An expression has no declaration, but these three are their own names (c3ref/column_name.html). */
    private JDBCType keywordType() {
      return switch (name.toUpperCase(Locale.ROOT)) {
        case "CURRENT_TIMESTAMP" -> JDBCType.TIMESTAMP;
        case "CURRENT_DATE" -> JDBCType.DATE;
        case "CURRENT_TIME" -> JDBCType.TIME;
        default -> JDBCType.OTHER;
      };
    }
  }
}

package dev.pinion.dialect.impl.type;

import org.hibernate.type.SqlTypes;

/**
 * Which declared types hold the values of which mapped ones as they are stored. SQLite sees only the affinity of a
 * declaration (datatype3.html, section 3.1), so that a script may well say {@code text} where the dialect says
 * {@code varchar} or {@code timestamp}, or {@code integer} for a boolean.
 */
public final class TypeFamilies {

  /** Of a column of a strict table that takes values of all types; no mapped type has this code. */
  public static final int ANY = SqlTypes.NULL;

  private TypeFamilies() {
  }

  /**
   * Whether a schema that was written by hand suits the mapping.
   *
   * @param mapped the type code of the mapped column
   * @param declared that of the column that is there
   */
  public static boolean storesAsWell(int mapped, int declared) {
    return switch (declared) {
      case SqlTypes.TINYINT, SqlTypes.SMALLINT, SqlTypes.INTEGER, SqlTypes.BIGINT ->
          SqlTypes.isIntegral(mapped) || mapped == SqlTypes.BOOLEAN;
      case SqlTypes.VARCHAR -> isText(mapped) || SqlTypes.isTemporalType(mapped);
      case SqlTypes.VARBINARY -> isBytes(mapped);
      case ANY -> true;
      default -> false;
    };
  }

  private static boolean isText(int code) {
    return SqlTypes.isCharacterOrClobType(code) || switch (code) {
      case SqlTypes.LONG32VARCHAR, SqlTypes.LONG32NVARCHAR, SqlTypes.JSON, SqlTypes.JSON_ARRAY, SqlTypes.ARRAY -> true;
      default -> false;
    };
  }

  private static boolean isBytes(int code) {
    return switch (code) {
      case SqlTypes.BINARY, SqlTypes.VARBINARY, SqlTypes.LONGVARBINARY, SqlTypes.LONG32VARBINARY, SqlTypes.BLOB,
          SqlTypes.UUID -> true;
      default -> false;
    };
  }
}

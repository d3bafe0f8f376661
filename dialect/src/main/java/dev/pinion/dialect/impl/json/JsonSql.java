package dev.pinion.dialect.impl.json;

import dev.pinion.dialect.impl.type.DecimalJdbcType;
import dev.pinion.dialect.impl.type.LargeBytesJdbcType;
import dev.pinion.dialect.impl.type.UuidJdbcType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/**
 * How SQL turns the stored form of a type into JSON and back (json1.html), each as a pattern with {@code ?} for the
 * value. Null remains null.
 */
public enum JsonSql {
  /** Text and numbers, which are the same in both. */
  PLAIN("?", "?", "?", "?"),
  /** 1 and 0 are true and false. */
  BOOLEAN("json(case ? when 1 then 'true' when 0 then 'false' end)", "?", "?", "?"),
  /** Blobs are hexadecimal digits. */
  BINARY("case when ? is not null then hex(?) end", "case when ? is not null then hex(?) end", "unhex(?)", "?"),
  /** Blobs are text with dashes. */
  UUID(uuidText(), uuidText(), "unhex(?,'-')", "?"),
  /** Numbers whose digits may be too many for SQLite, which then are a blob. */
  DECIMAL("json(cast(? as text))", "cast(? as numeric)", "?",
      "case when instr(?,'.')=0 and cast(cast(? as integer) as text)=? then cast(? as integer)"
          + " when length(?)<17 then cast(? as real) else cast(? as blob) end"),
  /** Objects and arrays. */
  JSON("json(?)", "json(?)", "?", "?");

  private final String toJson;
  private final String toComparable;
  private final String fromValue;
  private final String fromDigits;

  JsonSql(String toJson, String toComparable, String fromValue, String fromDigits) {
    this.toJson = toJson;
    this.toComparable = toComparable;
    this.fromValue = fromValue;
    this.fromDigits = fromDigits;
  }

  private static String uuidText() {
    return "case when ? is not null then lower(substr(hex(?),1,8)||'-'||substr(hex(?),9,4)||'-'||substr(hex(?),13,4)"
        + "||'-'||substr(hex(?),17,4)||'-'||substr(hex(?),21)) end";
  }

  /** What suits values of a type. */
  public static JsonSql of(JdbcType type) {
    if (type instanceof UuidJdbcType) {
      return UUID;
    }
    if (type instanceof DecimalJdbcType decimal && type.getDefaultSqlTypeCode() != SqlTypes.DURATION) {
      return decimal.mayHoldBlobs() ? DECIMAL : PLAIN;
    }
    return type instanceof LargeBytesJdbcType ? BINARY : of(type.getDefaultSqlTypeCode());
  }

  /** What suits values of a type code. */
  public static JsonSql of(int sqlTypeCode) {
    return switch (sqlTypeCode) {
      case SqlTypes.BOOLEAN, SqlTypes.BIT -> BOOLEAN;
      case SqlTypes.UUID -> UUID;
      case SqlTypes.NUMERIC, SqlTypes.DECIMAL -> DECIMAL;
      case SqlTypes.BINARY, SqlTypes.VARBINARY, SqlTypes.LONGVARBINARY, SqlTypes.LONG32VARBINARY, SqlTypes.BLOB,
          SqlTypes.MATERIALIZED_BLOB -> BINARY;
      case SqlTypes.JSON, SqlTypes.JSON_ARRAY, SqlTypes.STRUCT, SqlTypes.STRUCT_ARRAY, SqlTypes.ARRAY -> JSON;
      default -> PLAIN;
    };
  }

  /** The key of a column in a JSON object: its name, without quotes. */
  public static String key(String column) {
    return column.startsWith("\"") ? column.substring(1, column.length() - 1).replace("\"\"", "\"") : column;
  }

  /** A key as the right operand of {@code ->>}. */
  static String label(String column) {
    return '\'' + key(column).replace("'", "''") + '\'';
  }

  /** The stored form as an argument of a function that makes JSON of it. */
  public String toJson() {
    return toJson;
  }

  /** The stored form as what equals a {@code value} of {@code json_each()}. */
  public String toComparable() {
    return toComparable;
  }

  /**
   * The stored form of a part of JSON.
   *
   * @param json the JSON
   * @param part the part, as the right operand of {@code ->>}
   */
  public String extract(String json, String part) {
    return this == DECIMAL
        ? fromDigits.replace("?", "nullif(" + json + "->" + part + ",'null')")
        : fromValue.replace("?", json + "->>" + part);
  }

  /** Whether a {@code value} of {@code json_each()} is again the same JSON. */
  public boolean isSelfDescribing() {
    return this == PLAIN || this == BINARY || this == UUID;
  }
}

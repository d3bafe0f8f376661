package dev.pinion.dialect.impl.sql;

import dev.pinion.dialect.impl.type.DecimalJdbcType;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.SqlTypes;

/**
 * How a value goes through a JSON array, whose elements can be anything but blobs (json1.html, section 3.4).
 */
enum JsonValue {

  PLAIN("%1$s", "%1$s"),

  BLOB("iif(typeof(%1$s)='blob',hex(%1$s),%1$s)", "unhex(%1$s)"),

  /** A number, or a blob for more digits than a number has. */
  DECIMAL("iif(typeof(%1$s)='blob','x'||hex(%1$s),%1$s)",
      "iif(typeof(%1$s)='text',unhex(substr(%1$s,2)),%1$s)");

  private final String encoded;
  private final String decoded;

  JsonValue(String encoded, String decoded) {
    this.encoded = encoded;
    this.decoded = decoded;
  }

  static JsonValue of(JdbcMapping mapping) {
    var type = mapping == null ? null : mapping.getJdbcType();
    if (type == null) {
      return PLAIN;
    }
    if (type instanceof DecimalJdbcType) {
      return DECIMAL;
    }
    return type.isBinary() || type.getDefaultSqlTypeCode() == SqlTypes.UUID ? BLOB : PLAIN;
  }

  String encode(String value) {
    return encoded.formatted(value);
  }

  String decode(String element) {
    return decoded.formatted(element);
  }
}

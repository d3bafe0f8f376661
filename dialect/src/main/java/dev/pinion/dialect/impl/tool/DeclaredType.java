package dev.pinion.dialect.impl.tool;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.type.SqlTypes;

/**
 * The declared type of a column, such as {@code numeric(10,2)}.
 *
 * @param name without the numbers, in lower case
 * @param typeCode of the family that it belongs to
 * @param size length or precision, or 0
 * @param digits scale, or 0
 */
record DeclaredType(String name, int typeCode, int size, int digits) {

  private static final Pattern FORM =
      Pattern.compile("([^(]*)(?:\\(\\s*([0-9]{1,9})\\s*(?:,\\s*([0-9]{1,9})\\s*)?\\).*)?");

  static DeclaredType of(String declaration) {
    Matcher parts = FORM.matcher(declaration == null ? "" : declaration.strip());
    if (!parts.matches()) {
      return new DeclaredType(declaration, SqlTypes.OTHER, 0, 0);
    }
    var name = parts.group(1).strip().toLowerCase(Locale.ROOT);
    return new DeclaredType(name, typeCode(name), number(parts.group(2)), number(parts.group(3)));
  }

  private static int typeCode(String name) {
    return switch (name) {
      case "tinyint", "smallint", "int", "integer", "bigint", "mediumint", "int2", "int4", "int8" -> SqlTypes.BIGINT;
      case "char", "character", "nchar", "varchar", "nvarchar", "text", "clob", "nclob" -> SqlTypes.VARCHAR;
      case "blob", "binary", "varbinary" -> SqlTypes.VARBINARY;
      case "real", "double", "double precision", "float" -> SqlTypes.DOUBLE;
      case "numeric", "decimal" -> SqlTypes.NUMERIC;
      case "boolean" -> SqlTypes.BOOLEAN;
      case "date" -> SqlTypes.DATE;
      case "time" -> SqlTypes.TIME;
      case "timestamp", "datetime" -> SqlTypes.TIMESTAMP;
      default -> SqlTypes.OTHER;
    };
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}

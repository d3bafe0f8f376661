package dev.pinion.dialect.impl.schema;

import dev.pinion.dialect.impl.type.TypeFamilies;
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
public record DeclaredType(String name, int typeCode, int size, int digits) {

  private static final Pattern FORM =
      Pattern.compile("([^(]*)(?:\\(\\s*([0-9]{1,9})\\s*(?:,\\s*([0-9]{1,9})\\s*)?\\).*)?");

  /** The parts of a declaration, which may be empty or {@code null}. */
  public static DeclaredType of(String declaration) {
    Matcher parts = FORM.matcher(declaration == null ? "" : declaration.strip());
    if (!parts.matches()) {
      return new DeclaredType(declaration, SqlTypes.OTHER, 0, 0);
    }
    var name = parts.group(1).strip().toLowerCase(Locale.ROOT);
    return new DeclaredType(name, typeCode(name), number(parts.group(2)), number(parts.group(3)));
  }

  /** The type of the same values in a strict table, which knows five (stricttables.html, section 2). */
  String strict() {
    return switch (typeCode) {
      case SqlTypes.BIGINT, SqlTypes.BOOLEAN -> "integer";
      case SqlTypes.VARCHAR, SqlTypes.DATE, SqlTypes.TIME, SqlTypes.TIMESTAMP -> "text";
      case SqlTypes.VARBINARY -> "blob";
      case SqlTypes.DOUBLE -> "real";
      default -> "any";
    };
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
      case "any" -> TypeFamilies.ANY;
      default -> SqlTypes.OTHER;
    };
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}

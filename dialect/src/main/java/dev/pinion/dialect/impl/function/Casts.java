package dev.pinion.dialect.impl.function;

import org.hibernate.query.sqm.CastType;

/**
 * The casts that SQLite's own {@code cast} would do wrongly or not at all.
 */
public final class Casts {

  private static final String TRUE_TEXTS = "'t','true','y','yes','1'";
  private static final String FALSE_TEXTS = "'f','false','n','no','0'";

  /** More digits than a number holds become a blob of them, as decimals are stored (docs/storage-format.md). */
  private static final String EXACT_DECIMAL = "case when length(ltrim(replace(?1,'.',''),'-0'))>15"
      + " and ?1 not glob '*[^0-9.-]*' and cast(cast(?1 as integer) as text)<>?1"
      + " then cast(case when instr(?1,'.') then rtrim(rtrim(?1,'0'),'.') else ?1 end as blob)"
      + " else cast(?1 as numeric) end";

  private Casts() {
  }

  /**
   * The pattern of a cast, with {@code ?1} for the value and {@code ?2} for the type.
   *
   * @return the pattern, or {@code null} when the standard one is right
   */
  public static String pattern(CastType from, CastType to) {
    return switch (to) {
      case BOOLEAN, INTEGER_BOOLEAN -> switch (from) {
        case STRING -> fromText("1", "0");
        case FLOAT, DOUBLE, FIXED -> "(?1<>0)";
        default -> null;
      };
      case YN_BOOLEAN -> from == CastType.STRING ? fromText("'Y'", "'N'") : null;
      case TF_BOOLEAN -> from == CastType.STRING ? fromText("'T'", "'F'") : null;
      case STRING -> from == CastType.BOOLEAN ? "case ?1 when 1 then 'true' when 0 then 'false' end" : null;
      case FIXED -> from == CastType.STRING ? EXACT_DECIMAL : null;
      case DATE -> isTemporalOrText(from) ? TemporalSql.date("?1") : null;
      case TIME -> isTemporalOrText(from) ? TemporalSql.time("?1") : null;
      case TIMESTAMP -> from == CastType.DATE || from == CastType.STRING ? TemporalSql.timestamp("?1") : null;
      default -> null;
    };
  }

  private static String fromText(String trueValue, String falseValue) {
    return "case when lower(?1) in (" + TRUE_TEXTS + ") then " + trueValue
        + " when lower(?1) in (" + FALSE_TEXTS + ") then " + falseValue + " end";
  }

  private static boolean isTemporalOrText(CastType type) {
    return switch (type) {
      case STRING, TIMESTAMP, OFFSET_TIMESTAMP, ZONE_TIMESTAMP, OTHER -> true;
      default -> false;
    };
  }
}

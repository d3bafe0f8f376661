package dev.pinion.dialect.impl.function;

import static org.hibernate.query.sqm.produce.function.FunctionParameterType.INTEGER;
import static org.hibernate.query.sqm.produce.function.FunctionParameterType.STRING;

import org.hibernate.sql.ast.SqlAstNodeRenderingMode;
import org.hibernate.type.StandardBasicTypes;

/**
 * Functions of text (lang_corefunc.html).
 */
final class TextFunctions {

  private static final String LOCATE_FROM =
      "(case instr(substr(?2,?3),?1) when 0 then 0 else instr(substr(?2,?3),?1)+?3-1 end)";
  private static final String FILLER = "substr(replace(hex(zeroblob(?2)),'00',?3),1,?2-length(?1))";
  private static final String FILLER_SPACE = "substr(replace(hex(zeroblob(?2)),'00',' '),1,?2-length(?1))";

  /** One row for each character: an array of as many zeros gives their positions. */
  private static final String OF_CHARACTERS = " from json_each(json_array(?1)) s_ left join json_each("
      + "'['||rtrim(replace(hex(zeroblob(length(s_.value))),'00','0,'),',')||']') i_)";
  private static final String CHARACTER = "substr(s_.value,i_.key+1,1)";
  private static final String CHARACTER_BEFORE = "substr(s_.value,i_.key,1)";
  private static final String REVERSED = characters("substr(s_.value,-1-i_.key,1)");
  private static final String CAPITALISED = characters(
      "case when " + CHARACTER_BEFORE + " glob '[A-Za-z0-9]' then lower(" + CHARACTER + ") else upper(" + CHARACTER
      + ") end");
  private static final String TRANSLATED = characters(
      "case instr(?2," + CHARACTER + ") when 0 then " + CHARACTER + " else substr(?3,instr(?2," + CHARACTER
      + "),1) end");

  private TextFunctions() {
  }

  private static String characters(String character) {
    return "(select case when s_.value is not null then coalesce(group_concat(" + character + ",''),'') end"
        + OF_CHARACTERS;
  }

  static void register(FunctionRegistrar functions) {
    var registry = functions.registry;
    functions.common.concat_pipeOperator();
    functions.common.characterLength_length(SqlAstNodeRenderingMode.DEFAULT);
    registry.registerAlternateKey("char_length", "character_length");
    functions.common.substr();
    functions.common.trim2();
    functions.text("insert", "(substr(?1,1,?2-1)||?4||substr(?1,?2+?3))", STRING, INTEGER, INTEGER, STRING);
    registry.registerAlternateKey("nvl", "ifnull");
    functions.integer("instr", "instr(?1,?2)", STRING, STRING);
    functions.text("substring", "substr(?1,?2)", "substr(?1,?2,?3)", STRING, INTEGER, INTEGER);
    registry.registerBinaryTernaryPattern("locate", functions.type(StandardBasicTypes.INTEGER), "instr(?2,?1)",
        LOCATE_FROM, STRING, STRING, INTEGER, functions.configuration)
        .setArgumentListSignature("(STRING pattern, STRING string[, INTEGER start])");
    functions.integer("position", "instr(?2,?1)", STRING, STRING);
    functions.text("left", "substr(?1,1,?2)", STRING, INTEGER);
    functions.text("right", "(case when ?2<=0 then '' else substr(?1,-(?2)) end)", STRING, INTEGER);
    functions.text("lpad", "(case when length(?1)>=?2 then substr(?1,1,?2) else " + FILLER_SPACE + "||?1 end)",
        "(case when length(?1)>=?2 then substr(?1,1,?2) else " + FILLER + "||?1 end)", STRING, INTEGER, STRING);
    functions.text("rpad", "(case when length(?1)>=?2 then substr(?1,1,?2) else ?1||" + FILLER_SPACE + " end)",
        "(case when length(?1)>=?2 then substr(?1,1,?2) else ?1||" + FILLER + " end)", STRING, INTEGER, STRING);
    functions.text("repeat", "replace(hex(zeroblob(?2)),'00',?1)", STRING, INTEGER);
    functions.text("space", "replace(hex(zeroblob(?1)),'00',' ')", INTEGER);
    functions.text("reverse", REVERSED, STRING);
    functions.text("initcap", CAPITALISED, STRING);
    functions.text("translate", TRANSLATED, STRING, STRING, STRING);
    functions.integer("ascii", "unicode(?1)", STRING);
    functions.pattern("chr", "char(?1)", StandardBasicTypes.CHARACTER, INTEGER);
    registry.registerAlternateKey("char", "chr");
    functions.integer("octet_length", "octet_length(?1)", STRING);
    functions.integer("bit_length", "(octet_length(?1)*8)", STRING);
  }
}

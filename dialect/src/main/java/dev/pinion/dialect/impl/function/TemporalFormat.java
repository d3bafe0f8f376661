package dev.pinion.dialect.impl.function;

import java.util.List;
import org.hibernate.dialect.function.FormatFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.query.sqm.produce.function.FunctionArgumentException;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Format;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code format(datetime as pattern)} with Java's pattern letters, put together from {@code strftime()}
 * (lang_datefunc.html, section 3) and expressions for what it lacks. Names of months and days are English.
 */
final class TemporalFormat extends FormatFunction {

  private static final String MONTHS = "January  February March    April    May      June     July     August   "
      + "SeptemberOctober  November December ";
  private static final String DAYS = "Sunday   Monday   Tuesday  WednesdayThursday Friday   Saturday ";
  private static final int NAME_LENGTH = 9;

  TemporalFormat(TypeConfiguration configuration) {
    super("strftime", true, false, configuration);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    var pattern = arguments.get(1) instanceof Format format
        ? format.getFormat() : ((QueryLiteral<?>) arguments.get(1)).getLiteralValue().toString();
    sql.appendSql("(''");
    for (int start = 0; start < pattern.length(); ) {
      int end = start + 1;
      while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(start)) {
        end++;
      }
      sql.appendSql("||");
      var piece = piece(pattern.charAt(start), end - start);
      append(pattern.charAt(start) == 'S' ? piece : piece.replace("?", TemporalSql.wholeSeconds("?")), sql,
          arguments.get(0), translator);
      start = end;
    }
    sql.appendSql(')');
  }

  /** Writes a piece of SQL with the value wherever a question mark stands. */
  static void append(String piece, SqlAppender sql, SqlAstNode value, SqlAstTranslator<?> translator) {
    int start = 0;
    for (int mark = piece.indexOf('?'); mark >= 0; mark = piece.indexOf('?', start)) {
      sql.appendSql(piece.substring(start, mark));
      value.accept(translator);
      start = mark + 1;
    }
    sql.appendSql(piece.substring(start));
  }

  private static String piece(char letter, int count) {
    return switch (letter) {
      case 'y' -> year("?", count);
      case 'Y' -> year("date(?,'-3 days','weekday 4')", count);
      case 'M' -> count > 2 ? name(MONTHS, "(strftime('%m',?)-1)", count) : number("%m", count);
      case 'E' -> name(DAYS, "strftime('%w',?)", count);
      case 'e' -> padded("strftime('%w',?)+1", count);
      case 'w' -> padded("(strftime('%j',date(?,'-3 days','weekday 4'))-1)/7+1", count);
      case 'W' -> padded("(strftime('%d',?)-strftime('%w',?)+5)/7+1", count);
      case 'd' -> number("%d", count);
      case 'D' -> padded("strftime('%j',?)+0", count);
      case 'a' -> "case when strftime('%H',?)<'12' then 'AM' else 'PM' end";
      case 'H' -> number("%H", count);
      case 'h' -> padded("(strftime('%H',?)+11)%12+1", count);
      case 'm' -> number("%M", count);
      case 's' -> number("%S", count);
      case 'S' -> "substr(substr(" + TemporalSql.fraction("?") + ",2)||'000000000',1," + count + ")";
      case 'G' -> "'AD'";
      case 'x' -> count == 3 ? "'+00:00'" : count == 2 ? "'+0000'" : "'+00'";
      case 'Z' -> "'+0000'";
      case 'z' -> "'UTC'";
      default -> {
        if (Character.isLetter(letter)) {
          throw new FunctionArgumentException(
              "The letter '" + letter + "' of a format() pattern is not supported on SQLite");
        }
        // A question mark would be taken for the value.
        yield letter == '?' ? "replace(hex(zeroblob(" + count + ")),'00',char(63))"
            : '\'' + String.valueOf(letter).repeat(count).replace("'", "''") + '\'';
      }
    };
  }

  private static String year(String value, int count) {
    return count == 2 ? "substr(strftime('%Y'," + value + "),3,2)" : "strftime('%Y'," + value + ')';
  }

  private static String number(String format, int count) {
    return count == 1 ? "cast(strftime('" + format + "',?) as integer)" : "strftime('" + format + "',?)";
  }

  private static String padded(String number, int count) {
    return "printf('%0" + count + "d'," + number + ')';
  }

  private static String name(String names, String index, int count) {
    return "rtrim(substr('" + names + "'," + index + "*" + NAME_LENGTH + "+1,"
        + (count == 3 ? count : NAME_LENGTH) + "))";
  }
}

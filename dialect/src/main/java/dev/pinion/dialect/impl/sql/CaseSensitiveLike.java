package dev.pinion.dialect.impl.sql;

import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.Literal;
import org.hibernate.sql.ast.tree.predicate.LikePredicate;

/**
 * {@code like} as {@code glob}: SQLite's own {@code like} takes ASCII letters of either case for equal, {@code glob}
 * does not and can use an index (lang_expr.html, section 5).
 *
 * <p>A literal pattern is rewritten here, any other one by SQL.
 */
final class CaseSensitiveLike {

  /** Stand for escaped characters while the others are replaced; none may occur in text that is worth a pattern. */
  private static final String[] PLACEHOLDERS = {"char(1)", "char(2)", "char(3)"};

  private final ExpressionTranslator<?> sql;

  CaseSensitiveLike(ExpressionTranslator<?> sql) {
    this.sql = sql;
  }

  void render(LikePredicate predicate) {
    predicate.getMatchExpression().accept(sql);
    sql.appendSql(predicate.isNegated() ? " not glob " : " glob ");
    var pattern = literal(predicate.getPattern());
    var escape = predicate.getEscapeCharacter();
    if (pattern != null && (escape == null || literal(escape) != null)) {
      sql.renderLiteralText(toGlob(pattern, escape == null ? "" : literal(escape)));
    } else if (escape == null) {
      renderReplacements(predicate.getPattern());
    } else {
      renderReplacements(predicate.getPattern(), escape);
    }
  }

  private static String literal(Expression expression) {
    return expression instanceof Literal literal && literal.getLiteralValue() != null
        ? literal.getLiteralValue().toString() : null;
  }

  static String toGlob(String pattern, String escape) {
    var glob = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (!escape.isEmpty() && c == escape.charAt(0) && i + 1 < pattern.length()) {
        i++;
        appendPlain(glob, pattern.charAt(i));
      } else if (c == '%') {
        glob.append('*');
      } else if (c == '_') {
        glob.append('?');
      } else {
        appendPlain(glob, c);
      }
    }
    return glob.toString();
  }

  private static void appendPlain(StringBuilder glob, char c) {
    if (c == '*' || c == '?' || c == '[') {
      glob.append('[').append(c).append(']');
    } else {
      glob.append(c);
    }
  }

  private void renderReplacements(Expression pattern) {
    sql.appendSql("replace(replace(replace(replace(replace(");
    sql.renderNode(pattern);
    sql.appendSql(",'[','[[]'),'*','[*]'),'?','[?]'),'%','*'),'_','?')");
  }

  private void renderReplacements(Expression pattern, Expression escape) {
    sql.appendSql("replace(replace(replace(");
    sql.appendSql("replace(replace(replace(replace(replace(");
    sql.appendSql("replace(replace(replace(");
    sql.renderNode(pattern);
    for (int i = 0; i < PLACEHOLDERS.length; i++) {
      sql.appendSql(',');
      sql.renderNode(escape);
      sql.appendSql("||");
      if (i == 0) {
        sql.renderNode(escape);
      } else {
        sql.appendSql(i == 1 ? "'%'" : "'_'");
      }
      sql.appendSql("," + PLACEHOLDERS[i] + ')');
    }
    sql.appendSql(",'[','[[]'),'*','[*]'),'?','[?]'),'%','*'),'_','?')");
    sql.appendSql("," + PLACEHOLDERS[0] + ',');
    sql.renderNode(escape);
    sql.appendSql(")," + PLACEHOLDERS[1] + ",'%')," + PLACEHOLDERS[2] + ",'_')");
  }
}

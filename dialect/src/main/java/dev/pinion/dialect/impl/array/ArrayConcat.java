package dev.pinion.dialect.impl.array;

import java.util.List;
import org.hibernate.dialect.function.array.ArrayConcatFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;

/**
 * {@code array_concat(array, array, …)}: null when one of them is.
 */
final class ArrayConcat extends ArrayConcatFunction {

  ArrayConcat() {
    super("", "||", "");
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    // Brackets at the ends are those around the elements: what is in one stands in quotes or braces.
    var notNull = new StringBuilder("case when ");
    var elements = new StringBuilder();
    for (int i = 1; i <= arguments.size(); i++) {
      notNull.append(i == 1 ? "" : " and ").append("$").append(i).append(" is not null");
      elements.append(",nullif(trim(json($").append(i).append("),'[]'),'')");
    }
    new ArraySql(sql, arguments, ArraySql.elementOf(returnType, arguments), translator)
        .append(notNull + " then '['||concat_ws(','" + elements + ")||']' end");
  }
}

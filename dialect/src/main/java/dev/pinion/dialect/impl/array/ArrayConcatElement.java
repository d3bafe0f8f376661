package dev.pinion.dialect.impl.array;

import java.util.List;
import org.hibernate.dialect.function.array.ArrayConcatElementFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;

/**
 * {@code array_append(array, element)} and {@code array_prepend(element, array)}.
 */
final class ArrayConcatElement extends ArrayConcatElementFunction {

  ArrayConcatElement(boolean prepend) {
    super("", "||", "", prepend);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    var appended = "json_insert($1,'$[#]',#2)";
    // Brackets at the ends are those around the elements: what is in one stands in quotes or braces.
    var prepended = "case when $2 is not null then '['||concat_ws(',',trim(json_array(#1),'[]'),"
        + "nullif(trim(json($2),'[]'),''))||']' end";
    new ArraySql(sql, arguments, ArraySql.elementOf(returnType, arguments), translator)
        .append(prepend ? prepended : appended);
  }
}

package dev.pinion.dialect.impl.array;

import java.util.List;
import org.hibernate.dialect.function.array.AbstractArrayFillFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;

/**
 * {@code array_fill(element, count)}.
 */
final class ArrayFill extends AbstractArrayFillFunction {

  ArrayFill(boolean list) {
    super(list);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    // Brackets and commas at the ends are those around the elements: what is in one stands in quotes or braces.
    new ArraySql(sql, arguments, ArraySql.elementOf(returnType, arguments), translator)
        .append("('['||rtrim(replace(hex(zeroblob($2)),'00',trim(json_array(#1),'[]')||','),',')||']')");
  }
}

package dev.pinion.dialect.impl.array;

import java.util.List;
import org.hibernate.dialect.function.array.AbstractArrayContainsFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code array_contains(array, element)}, null when the array is.
 */
final class ArrayContains extends AbstractArrayContainsFunction {

  ArrayContains(boolean nullable, TypeConfiguration configuration) {
    super(nullable, configuration);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    var needle = ArraySql.typeOf(arguments.get(1));
    if (needle == null || ArraySql.isArray(arguments.get(1))) {
      ArrayIncludes.render(nullable, sql, arguments, translator);
    } else {
      new ArraySql(sql, arguments, ArraySql.elementOf(null, arguments), translator)
          .append("case when $1 is not null then exists(select 1 from json_each($1) j where j.value"
              + (nullable ? " is " : "=") + "~2) end");
    }
  }
}

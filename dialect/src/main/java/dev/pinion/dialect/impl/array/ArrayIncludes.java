package dev.pinion.dialect.impl.array;

import java.util.List;
import org.hibernate.dialect.function.array.AbstractArrayIncludesFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code array_includes(array, array)}: whether the first has all elements of the second.
 */
final class ArrayIncludes extends AbstractArrayIncludesFunction {

  ArrayIncludes(boolean nullable, TypeConfiguration configuration) {
    super(nullable, configuration);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    render(nullable, sql, arguments, translator);
  }

  static void render(boolean nullable, SqlAppender sql, List<? extends SqlAstNode> arguments,
      SqlAstTranslator<?> translator) {
    var withoutNulls = nullable ? "" : " and not exists(select 1 from json_each($2) j where j.value is null)";
    new ArraySql(sql, arguments, ArraySql.elementOf(null, arguments), translator)
        .append("($1 is not null and $2 is not null" + withoutNulls
            + " and not exists(select j.value from json_each($2) j except select j.value from json_each($1) j))");
  }
}

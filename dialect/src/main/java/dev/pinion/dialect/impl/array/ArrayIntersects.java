package dev.pinion.dialect.impl.array;

import java.util.List;
import org.hibernate.dialect.function.array.AbstractArrayIntersectsFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code array_intersects(array, array)}: whether they have an element in common.
 */
final class ArrayIntersects extends AbstractArrayIntersectsFunction {

  ArrayIntersects(boolean nullable, TypeConfiguration configuration) {
    super(nullable, configuration);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    var withoutNulls = nullable ? "" : " and not exists(select 1 from json_each($2) j where j.value is null)";
    new ArraySql(sql, arguments, ArraySql.elementOf(null, arguments), translator)
        .append("($1 is not null and $2 is not null" + withoutNulls
            + " and exists(select j.value from json_each($2) j intersect select j.value from json_each($1) j))");
  }
}

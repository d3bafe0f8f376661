package dev.pinion.dialect.impl.array;

import java.util.List;
import org.hibernate.dialect.function.array.AbstractArrayPositionsFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code array_positions(array, element)}.
 */
final class ArrayPositions extends AbstractArrayPositionsFunction {

  ArrayPositions(boolean list, TypeConfiguration configuration) {
    super(list, configuration);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    new ArraySql(sql, arguments, ArraySql.elementOf(null, arguments), translator)
        .append("case when $1 is not null then (select json_group_array(j.key+1 order by j.key) from json_each($1) j"
            + " where j.value is ~2) end");
  }
}

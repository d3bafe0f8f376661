package dev.pinion.dialect.impl.array;

import java.util.List;
import org.hibernate.dialect.function.array.AbstractArrayPositionFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code array_position(array, element[, start])}: zero when there is none.
 */
final class ArrayPosition extends AbstractArrayPositionFunction {

  ArrayPosition(TypeConfiguration configuration) {
    super(configuration);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    var from = arguments.size() > 2 ? " and j.key>=$3-1" : "";
    new ArraySql(sql, arguments, ArraySql.elementOf(null, arguments), translator)
        .append("case when $1 is not null then coalesce((select min(j.key)+1 from json_each($1) j where j.value is ~2"
            + from + "),0) end");
  }
}

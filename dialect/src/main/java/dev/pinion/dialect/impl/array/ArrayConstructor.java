package dev.pinion.dialect.impl.array;

import java.util.List;
import org.hibernate.dialect.function.array.ArrayConstructorFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;

/**
 * {@code array(…)} and {@code array_list(…)}.
 */
final class ArrayConstructor extends ArrayConstructorFunction {

  ArrayConstructor(boolean list) {
    super(list, true);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    var element = ArraySql.elementOf(returnType, arguments);
    sql.append("json_array(");
    var separator = "";
    for (var argument : arguments) {
      sql.append(separator);
      new ArraySql(sql, List.of(argument), element, translator).append("#1");
      separator = ",";
    }
    sql.append(")");
  }
}

package dev.pinion.dialect.impl.array;

import dev.pinion.dialect.impl.json.JsonSql;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.dialect.function.array.ArrayToStringFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.query.sqm.function.SelfRenderingOrderedSetAggregateFunctionSqlAstExpression;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code array_to_string(array, separator[, textOfNull])}: without a text for them, nulls are left out.
 */
final class ArrayToString extends ArrayToStringFunction {

  ArrayToString(TypeConfiguration configuration) {
    super(configuration);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    var element = ArraySql.elementOf(null, arguments);
    if (arguments.get(0) instanceof SelfRenderingOrderedSetAggregateFunctionSqlAstExpression aggregate
        && aggregate.getFunctionName().equals(ArrayAggregate.FUNCTION_NAME)) {
      // An aggregate cannot be the argument of a table-valued function.
      var actual = new ArrayList<SqlAstNode>(arguments);
      actual.set(0, (SqlAstNode) aggregate.getArguments().get(0));
      new ArraySql(sql, actual, element, translator)
          .append("string_agg(" + text(element == JsonSql.DECIMAL ? "$1" : "~1", element, arguments.size()) + ",$2");
      ArrayAggregate.appendEnd(sql, aggregate.getFilter(), aggregate.getWithinGroup(), translator);
    } else {
      new ArraySql(sql, arguments, element, translator)
          .append("case when $1 is not null then coalesce((select string_agg("
              + text(element == JsonSql.DECIMAL ? "^1" : "j.value", element, arguments.size())
              + ",$2 order by j.key) from json_each($1) j),'') end");
    }
  }

  private static String text(String value, JsonSql element, int arguments) {
    var text = element == JsonSql.BOOLEAN
        ? "case " + value + " when 1 then 'true' when 0 then 'false' end" : "cast(" + value + " as text)";
    return arguments > 2 ? "coalesce(" + text + ",$3)" : text;
  }
}

package dev.pinion.dialect.impl.function;

import java.util.List;
import org.hibernate.dialect.function.ListaggFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Distinct;
import org.hibernate.sql.ast.tree.expression.Overflow;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.SortSpecification;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code listagg} as {@code group_concat}. A distinct aggregate has one argument only (lang_aggfunc.html, section 1),
 * so distinct values are collected in an array first and separated then.
 */
final class Listagg extends ListaggFunction {

  Listagg(TypeConfiguration configuration) {
    super(null, configuration);
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, Predicate filter,
      List<SortSpecification> withinGroup, ReturnableType<?> returnType, SqlAstTranslator<?> translator) {
    // Nothing overflows before SQLite's limit of a string (limits.html, section 1), so that clause is left out.
    if (arguments.get(1) instanceof Overflow overflow) {
      arguments = List.of(arguments.get(0), overflow.getSeparatorExpression());
    }
    var writer = new AggregateWriter(sql, arguments, filter, withinGroup == null ? List.of() : withinGroup, translator);
    if (arguments.get(0) instanceof Distinct) {
      if (writer.hasWindow()) {
        throw Refusals.overWindow("listagg(distinct …)");
      }
      writer.write("(select group_concat(j_.value,?2) from json_each(json_group_array(?1");
      writer.writeOrder();
      writer.write(")@) j_)");
    } else {
      writer.write("group_concat(?1,?2");
      writer.writeOrder();
      writer.write(")@");
    }
  }
}

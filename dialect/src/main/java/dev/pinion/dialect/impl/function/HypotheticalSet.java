package dev.pinion.dialect.impl.function;

import java.util.List;
import org.hibernate.dialect.function.HypotheticalSetFunction;
import org.hibernate.query.ReturnableType;
import org.hibernate.query.SortDirection;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.SortSpecification;
import org.hibernate.type.BasicTypeReference;
import org.hibernate.type.StandardBasicTypes;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * {@code rank}, {@code dense_rank}, {@code percent_rank} and {@code cume_dist}: as window functions SQLite has them,
 * with {@code within group} they count the rows that sort before the hypothetical one. In a template {@code <} stands
 * for the condition that a row sorts before it, {@code =} for the one that it sorts with it, and {@code *} for the
 * sorted values of a row.
 */
final class HypotheticalSet extends HypotheticalSetFunction {

  private final String template;

  private HypotheticalSet(String name, String template, BasicTypeReference<?> type, TypeConfiguration configuration) {
    super(name, type, configuration);
    this.template = template;
  }

  static void register(SqmFunctionRegistry registry, TypeConfiguration configuration) {
    register(registry, "rank", "(count(case when < then 1 end)@+1)", StandardBasicTypes.LONG, configuration);
    register(registry, "dense_rank", "(count(distinct case when < then json_array(*) end)@+1)",
        StandardBasicTypes.LONG, configuration);
    register(registry, "percent_rank", "coalesce(count(case when < then 1 end)@*1.0/count(1)@,0.0)",
        StandardBasicTypes.DOUBLE, configuration);
    register(registry, "cume_dist", "((count(case when < or (=) then 1 end)@+1.0)/(count(1)@+1))",
        StandardBasicTypes.DOUBLE, configuration);
  }

  private static void register(SqmFunctionRegistry registry, String name, String template, BasicTypeReference<?> type,
      TypeConfiguration configuration) {
    registry.register(name, new HypotheticalSet(name, template, type, configuration));
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, Predicate filter,
      List<SortSpecification> withinGroup, ReturnableType<?> returnType, SqlAstTranslator<?> translator) {
    if (withinGroup == null || withinGroup.isEmpty()) {
      super.render(sql, arguments, filter, withinGroup, returnType, translator);
      return;
    }
    var writer = new AggregateWriter(sql, arguments, filter, List.of(), translator);
    if (writer.hasWindow() && template.contains("distinct")) {
      throw Refusals.overWindow(getName() + "()");
    }
    int plain = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '<' || c == '=' || c == '*' && template.charAt(i + 1) == ')') {
        writer.write(template.substring(plain, i));
        switch (c) {
          case '<' -> writeBefore(sql, writer, arguments, withinGroup);
          case '=' -> writeSame(sql, writer, arguments, withinGroup);
          default -> writeValues(sql, writer, withinGroup);
        }
        plain = i + 1;
      }
    }
    writer.write(template.substring(plain));
  }

  /** For two: {@code (a before x or a is x and b before y)}. */
  private static void writeBefore(SqlAppender sql, AggregateWriter writer, List<? extends SqlAstNode> arguments,
      List<SortSpecification> order) {
    sql.appendSql('(');
    for (int i = 0; i < order.size(); i++) {
      if (i > 0) {
        sql.appendSql(" or ");
        writeSame(sql, writer, arguments.subList(0, i), order);
        sql.appendSql(" and ");
      }
      writeBefore(sql, writer, arguments.get(i), order.get(i));
    }
    sql.appendSql(')');
  }

  private static void writeBefore(SqlAppender sql, AggregateWriter writer, SqlAstNode argument,
      SortSpecification specification) {
    var value = specification.getSortExpression();
    boolean isDescending = specification.getSortOrder() == SortDirection.DESCENDING;
    boolean nullsComeFirst = switch (specification.getNullPrecedence()) {
      case FIRST -> true;
      case LAST -> false;
      default -> !isDescending;
    };
    sql.appendSql('(');
    writer.write(value);
    sql.appendSql(isDescending ? ">" : "<");
    writer.write(argument);
    sql.appendSql(" or ");
    writer.write(nullsComeFirst ? value : argument);
    sql.appendSql(" is null and ");
    writer.write(nullsComeFirst ? argument : value);
    sql.appendSql(" is not null)");
  }

  private static void writeSame(SqlAppender sql, AggregateWriter writer, List<? extends SqlAstNode> arguments,
      List<SortSpecification> order) {
    for (int i = 0; i < arguments.size(); i++) {
      sql.appendSql(i == 0 ? "" : " and ");
      writer.write(order.get(i).getSortExpression());
      sql.appendSql(" is ");
      writer.write(arguments.get(i));
    }
  }

  private static void writeValues(SqlAppender sql, AggregateWriter writer, List<SortSpecification> order) {
    for (int i = 0; i < order.size(); i++) {
      sql.appendSql(i == 0 ? "" : ",");
      writer.write(order.get(i).getSortExpression());
    }
  }
}

package dev.pinion.dialect.impl.function;

import dev.pinion.dialect.impl.sql.BlobDecimals;
import dev.pinion.dialect.impl.sql.Windows;
import java.util.List;
import org.hibernate.sql.ast.Clause;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Over;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.SortSpecification;

/**
 * Writes a function as an expression of aggregates. In a template {@code ?1} stands for an argument and {@code @}
 * behind an aggregate for the filter and the window of the function.
 */
final class AggregateWriter {

  private final SqlAppender sql;
  private final SqlAstTranslator<?> translator;
  private final List<? extends SqlAstNode> arguments;
  private final Predicate filter;
  private final Over<?> window;
  private final List<SortSpecification> order;

  AggregateWriter(SqlAppender sql, List<? extends SqlAstNode> arguments, Predicate filter,
      List<SortSpecification> order, SqlAstTranslator<?> translator) {
    this.sql = sql;
    this.translator = translator;
    this.arguments = arguments;
    this.filter = filter;
    this.order = order;
    this.window = translator instanceof Windows windows ? windows.takeWindow(arguments) : null;
  }

  boolean hasWindow() {
    return window != null;
  }

  void write(String template) {
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '?') {
        i++;
        write(arguments.get(template.charAt(i) - '1'));
      } else if (c == '@') {
        writeFilter();
        writeWindow();
      } else {
        sql.append(c);
      }
    }
  }

  void write(SqlAstNode node) {
    BlobDecimals.renderAsNumber(node, sql, translator);
  }

  /** Writes what follows an aggregate that leaves out the nulls of a value. */
  void writeTailWithout(SqlAstNode value) {
    sql.appendSql(" filter (where ");
    write(value);
    sql.appendSql(" is not null");
    if (filter != null) {
      sql.appendSql(" and (");
      writeCondition();
      sql.appendSql(')');
    }
    sql.appendSql(')');
    writeWindow();
  }

  private void writeFilter() {
    if (filter != null) {
      sql.appendSql(" filter (where ");
      writeCondition();
      sql.appendSql(')');
    }
  }

  private void writeCondition() {
    translator.getCurrentClauseStack().push(Clause.WHERE);
    filter.accept(translator);
    translator.getCurrentClauseStack().pop();
  }

  private void writeWindow() {
    if (window != null) {
      var windows = (Windows) translator;
      if (order.isEmpty()) {
        windows.writeWindow(window);
      } else {
        windows.writeWindow(window, order);
      }
    }
  }

  /** Writes the order of an aggregate's rows, which over a window is that of the window. */
  void writeOrder() {
    if (window == null && !order.isEmpty()) {
      translator.getCurrentClauseStack().push(Clause.WITHIN_GROUP);
      var separator = " order by ";
      for (var specification : order) {
        sql.appendSql(separator);
        specification.accept(translator);
        separator = ",";
      }
      translator.getCurrentClauseStack().pop();
    }
  }
}

package dev.pinion.dialect.impl.function;

import org.hibernate.query.SortDirection;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.select.SortSpecification;

/**
 * The values of a group that are not null, as a sorted JSON array. In a template <code>{}</code> stands for the array,
 * {@code [index]} for one of its elements, {@code #} for their count, {@code <value>} for the value of an element,
 * {@code !} for the direction of the order; the rest is for the {@link AggregateWriter}.
 */
final class SortedValues {

  private final SqlAppender sql;
  private final AggregateWriter writer;
  private final SortSpecification order;
  private final Expression value;
  private final JsonElements elements;

  SortedValues(SqlAppender sql, AggregateWriter writer, SortSpecification order) {
    this.sql = sql;
    this.writer = writer;
    this.order = order;
    this.value = order.getSortExpression();
    this.elements = JsonElements.of(value);
  }

  void write(String template) {
    int plain = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if ("{}[]<>#!".indexOf(c) >= 0) {
        writer.write(template.substring(plain, i));
        write(c);
        plain = i + 1;
      }
    }
    writer.write(template.substring(plain));
  }

  private void write(char marker) {
    switch (marker) {
      case '{' -> writeArray();
      case '[' -> {
        sql.appendSql(elements.decode() + '(');
        writeArray();
        sql.appendSql("->>(");
      }
      case ']' -> sql.appendSql("))" + elements.close());
      case '<' -> sql.appendSql(elements.decode());
      case '>' -> sql.appendSql(elements.close());
      case '#' -> writeCount();
      case '!' -> sql.appendSql(order.getSortOrder() == SortDirection.DESCENDING ? " desc" : "");
      default -> { }
    }
  }

  private void writeArray() {
    sql.appendSql("json_group_array(" + elements.encode());
    writer.write(value);
    sql.appendSql(elements.close());
    writer.writeOrder();
    sql.appendSql(')');
    writer.writeTailWithout(value);
  }

  private void writeCount() {
    sql.appendSql("count(");
    writer.write(value);
    sql.appendSql(')');
    writer.writeTailWithout(value);
  }
}

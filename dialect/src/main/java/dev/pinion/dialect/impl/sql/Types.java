package dev.pinion.dialect.impl.sql;

import java.math.BigInteger;
import org.hibernate.metamodel.model.domain.TupleType;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/**
 * What is known of an expression's type.
 */
final class Types {

  private Types() {
  }

  /** The type of a single-valued expression, or {@code null} when it is not known. */
  static JdbcType of(Expression expression) {
    var type = expression.getExpressionType();
    if (type == null || type instanceof TupleType || type.getJdbcTypeCount() != 1) {
      return null;
    }
    var mapping = type.getSingleJdbcMapping();
    return mapping == null ? null : mapping.getJdbcType();
  }

  static boolean isText(Expression expression) {
    var type = of(expression);
    return type != null && type.isString();
  }

  static boolean isInteger(Expression expression) {
    var type = of(expression);
    return type == null || type.isInteger() || expression.getExpressionType().getSingleJdbcMapping()
        .getJdbcJavaType().getJavaTypeClass() == BigInteger.class;
  }
}

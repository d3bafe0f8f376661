package dev.pinion.dialect.impl.sql;

import dev.pinion.dialect.impl.type.DecimalJdbcType;
import org.hibernate.query.sqm.sql.internal.SqmParameterInterpretation;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.BinaryArithmeticExpression;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.type.SqlTypes;

/**
 * Decimals of many digits are stored as blobs, which SQLite sorts after all numbers (datatype3.html, section 4.1):
 * where order matters, they are cast to numbers. Their equality needs no cast, since equal decimals are stored alike.
 */
public final class BlobDecimals {

  private BlobDecimals() {
  }

  /** Whether an expression is a decimal that may be stored as a blob; the result of arithmetic never is one. */
  public static boolean mayBeBlob(SqlAstNode node) {
    return node instanceof Expression expression && !(expression instanceof BinaryArithmeticExpression)
        && Types.of(expression) instanceof DecimalJdbcType decimal
        && (decimal.mayHoldBlobs() || expression instanceof JdbcParameter
            || expression instanceof SqmParameterInterpretation);
  }

  /** Whether an expression's values are blobs. */
  public static boolean isBlob(Expression expression) {
    var type = Types.of(expression);
    return type != null && (type.isBinary() || type.getDefaultSqlTypeCode() == SqlTypes.UUID);
  }

  /** Writes an expression so that it can be ordered. */
  public static void renderAsNumber(SqlAstNode node, SqlAppender sql, SqlAstTranslator<?> translator) {
    if (mayBeBlob(node)) {
      sql.appendSql("cast(");
      node.accept(translator);
      sql.appendSql(" as numeric)");
    } else {
      node.accept(translator);
    }
  }
}

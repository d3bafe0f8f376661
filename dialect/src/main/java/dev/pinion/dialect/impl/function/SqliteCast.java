package dev.pinion.dialect.impl.function;

import dev.pinion.dialect.impl.sql.BlobDecimals;
import java.math.BigInteger;
import java.util.List;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.function.CastFunction;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.query.ReturnableType;
import org.hibernate.query.sqm.CastType;
import org.hibernate.query.sqm.produce.function.internal.PatternRenderer;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.CastTarget;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.type.SqlTypes;

/**
 * {@code cast}, with text cut at the length that is asked for, which SQLite's own ignores (datatype3.html, section
 * 3.1), decimals rounded to the digits that are asked for, and UUIDs from and to their text.
 */
final class SqliteCast extends CastFunction {

  private static final PatternRenderer TEXT_TO_UUID = new PatternRenderer("unhex(replace(?1,'-',''))");
  private static final PatternRenderer UUID_TO_TEXT = new PatternRenderer("lower(substr(hex(?1),1,8)||'-'"
      + "||substr(hex(?1),9,4)||'-'||substr(hex(?1),13,4)||'-'||substr(hex(?1),17,4)||'-'||substr(hex(?1),21))");

  SqliteCast(Dialect dialect) {
    super(dialect, dialect.getPreferredSqlTypeCodeForBoolean());
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    var source = ((Expression) arguments.get(0)).getExpressionType().getSingleJdbcMapping();
    var target = (CastTarget) arguments.get(1);
    if (isUuid(target.getJdbcMapping()) && source.getCastType() == CastType.STRING) {
      TEXT_TO_UUID.render(sql, arguments, translator);
    } else if (isUuid(source) && target.getJdbcMapping().getCastType() == CastType.STRING) {
      UUID_TO_TEXT.render(sql, arguments, translator);
    } else if (scale(target) != null && isInexact(source.getCastType()) && !BlobDecimals.mayBeBlob(arguments.get(0))) {
      sql.appendSql("round(");
      super.render(sql, arguments, returnType, translator);
      sql.appendSql("," + scale(target) + ')');
    } else if (target.getLength() != null && target.getJdbcMapping().getCastType() == CastType.STRING) {
      sql.appendSql("substr(");
      super.render(sql, arguments, returnType, translator);
      sql.appendSql(",1," + target.getLength() + ')');
    } else {
      super.render(sql, arguments, returnType, translator);
    }
  }

  /** The digits after the point that are asked for; {@code null} for as many as there are. */
  private static Integer scale(CastTarget target) {
    return target.getJdbcMapping().getCastType() != CastType.FIXED ? null
        : target.getJdbcMapping().getJdbcJavaType().getJavaTypeClass() == BigInteger.class ? Integer.valueOf(0)
        : target.getScale();
  }

  private static boolean isInexact(CastType type) {
    return type == CastType.FLOAT || type == CastType.DOUBLE || type == CastType.FIXED;
  }

  private static boolean isUuid(JdbcMapping mapping) {
    return mapping.getJdbcType().getDefaultSqlTypeCode() == SqlTypes.UUID;
  }
}

package dev.pinion.dialect.impl.array;

import java.util.List;
import org.hibernate.query.ReturnableType;
import org.hibernate.query.sqm.function.AbstractSqmSelfRenderingFunctionDescriptor;
import org.hibernate.query.sqm.produce.function.ArgumentsValidator;
import org.hibernate.query.sqm.produce.function.FunctionArgumentTypeResolver;
import org.hibernate.query.sqm.produce.function.FunctionReturnTypeResolver;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;

/**
 * A function of arrays that is one pattern of {@link ArraySql}.
 */
final class ArrayFunction extends AbstractSqmSelfRenderingFunctionDescriptor {

  private final String pattern;
  private final String signature;

  ArrayFunction(String name, String pattern, ArgumentsValidator validator, FunctionReturnTypeResolver returnType,
      FunctionArgumentTypeResolver argumentTypes, String signature) {
    super(name, validator, returnType, argumentTypes);
    this.pattern = pattern;
    this.signature = signature;
  }

  @Override
  public String getArgumentListSignature() {
    return signature;
  }

  @Override
  public void render(SqlAppender sql, List<? extends SqlAstNode> arguments, ReturnableType<?> returnType,
      SqlAstTranslator<?> translator) {
    new ArraySql(sql, arguments, ArraySql.elementOf(null, arguments), translator).append(pattern);
  }
}

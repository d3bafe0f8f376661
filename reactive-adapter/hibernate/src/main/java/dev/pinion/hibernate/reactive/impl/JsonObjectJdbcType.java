package dev.pinion.hibernate.reactive.impl;

import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;

/**
 * A JSON object as its text. Hibernate Reactive's own type asks the driver for objects, which SQLite does not tell from
 * other text.
 */
final class JsonObjectJdbcType extends VarcharJdbcType {

  static final JsonObjectJdbcType INSTANCE = new JsonObjectJdbcType();

  private static final long serialVersionUID = 1L;

  private JsonObjectJdbcType() {
  }

  @Override
  public int getDefaultSqlTypeCode() {
    return SqlTypes.JSON;
  }

  /** The same for each length, and for national characters. */
  @Override
  public JdbcType resolveIndicatedType(JdbcTypeIndicators indicators, JavaType<?> domainJavaType) {
    return this;
  }

  @Override
  public <X> JdbcLiteralFormatter<X> getJdbcLiteralFormatter(JavaType<X> javaType) {
    return (appender, value, dialect, options) ->
        dialect.appendLiteral(appender, javaType.unwrap(value, String.class, options));
  }
}

package dev.pinion.hibernate.reactive.impl;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/**
 * A JSON object as its text. Hibernate Reactive's own type asks the driver for objects, which SQLite does not tell from
 * other text.
 */
final class JsonObjectJdbcType implements JdbcType {

  static final JsonObjectJdbcType INSTANCE = new JsonObjectJdbcType();

  private static final long serialVersionUID = 1L;

  private JsonObjectJdbcType() {
  }

  @Override
  public int getJdbcTypeCode() {
    return Types.VARCHAR;
  }

  @Override
  public int getDefaultSqlTypeCode() {
    return SqlTypes.JSON;
  }

  @Override
  public <X> JdbcLiteralFormatter<X> getJdbcLiteralFormatter(JavaType<X> javaType) {
    return (appender, value, dialect, options) ->
        dialect.appendLiteral(appender, javaType.unwrap(value, String.class, options));
  }

  @Override
  public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
    return new BasicBinder<>(javaType, this) {
      @Override
      protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
          throws SQLException {
        statement.setString(index, javaType.unwrap(value, String.class, options));
      }

      @Override
      protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options) {
        throw noProcedures();
      }
    };
  }

  @Override
  public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
    return new BasicExtractor<>(javaType, this) {
      @Override
      protected X doExtract(ResultSet row, int column, WrapperOptions options) throws SQLException {
        return javaType.wrap(row.getString(column), options);
      }

      @Override
      protected X doExtract(CallableStatement statement, int column, WrapperOptions options) {
        throw noProcedures();
      }

      @Override
      protected X doExtract(CallableStatement statement, String name, WrapperOptions options) {
        throw noProcedures();
      }
    };
  }

  private static UnsupportedOperationException noProcedures() {
    return new UnsupportedOperationException("SQLite has no stored procedures");
  }
}

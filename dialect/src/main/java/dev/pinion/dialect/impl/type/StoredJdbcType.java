package dev.pinion.dialect.impl.type;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/**
 * A type that decides itself which of SQLite's storage classes holds its values, whatever the JDBC driver would do.
 * Only methods that sqlite-jdbc and Hibernate Reactive's adaptors both have are used, so that blocking and reactive
 * sessions read each other's rows.
 */
public abstract class StoredJdbcType implements JdbcType {

  private static final long serialVersionUID = 1L;

  private final int jdbcTypeCode;
  private final int sqlTypeCode;

  StoredJdbcType(int jdbcTypeCode, int sqlTypeCode) {
    this.jdbcTypeCode = jdbcTypeCode;
    this.sqlTypeCode = sqlTypeCode;
  }

  /** The stored form of a value: a String, a Long, a Double or a byte array. */
  abstract <X> Object store(X value, JavaType<X> javaType, WrapperOptions options);

  /** The value of a stored form, which is never {@code null}. */
  abstract <X> X load(Object stored, JavaType<X> javaType, WrapperOptions options);

  @Override
  public int getJdbcTypeCode() {
    return jdbcTypeCode;
  }

  @Override
  public int getDefaultSqlTypeCode() {
    return sqlTypeCode;
  }

  @Override
  public String getFriendlyName() {
    return getClass().getSimpleName().replace("JdbcType", "") + '(' + sqlTypeCode + ')';
  }

  @Override
  public String toString() {
    return getFriendlyName();
  }

  @Override
  public <X> JdbcLiteralFormatter<X> getJdbcLiteralFormatter(JavaType<X> javaType) {
    return (appender, value, dialect, options) -> {
      var stored = store(value, javaType, options);
      if (stored instanceof String text) {
        dialect.appendLiteral(appender, text);
      } else if (stored instanceof byte[] bytes) {
        dialect.appendBinaryLiteral(appender, bytes);
      } else {
        appender.appendSql(stored.toString());
      }
    };
  }

  @Override
  public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
    return new BasicBinder<>(javaType, this) {
      @Override
      protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
          throws SQLException {
        var stored = store(value, javaType, options);
        if (stored instanceof String text) {
          statement.setString(index, text);
        } else if (stored instanceof byte[] bytes) {
          statement.setBytes(index, bytes);
        } else if (stored instanceof Double real) {
          statement.setDouble(index, real);
        } else {
          statement.setLong(index, (Long) stored);
        }
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
        var stored = row.getObject(column);
        if (stored != null && !(stored instanceof String || stored instanceof Number || stored instanceof byte[])) {
          // A blob of the reactive driver comes as a buffer of its own.
          stored = row.getBytes(column);
        }
        return stored == null ? null : load(stored, javaType, options);
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

  static UnsupportedOperationException noProcedures() {
    return new UnsupportedOperationException("SQLite has no stored procedures, so nothing can be bound to a call");
  }
}

package dev.pinion.dialect.impl.type;

import dev.pinion.dialect.impl.json.JsonParser;
import dev.pinion.dialect.impl.json.JsonWriter;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.dialect.Dialect;
import org.hibernate.tool.schema.extract.spi.ColumnTypeInformation;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.ArrayJdbcType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeConstructor;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Arrays and basic collections as TEXT that is a JSON array.
 */
public final class StoredArrayJdbcType extends ArrayJdbcType {

  private static final long serialVersionUID = 1L;

  private final int sqlTypeCode;

  private StoredArrayJdbcType(int sqlTypeCode, JdbcType elementType) {
    super(elementType);
    this.sqlTypeCode = sqlTypeCode;
  }

  /** What makes the type for each type of elements, for one of the codes ARRAY and JSON_ARRAY. */
  public static JdbcTypeConstructor constructor(int sqlTypeCode) {
    return new JdbcTypeConstructor() {
      @Override
      public JdbcType resolveType(TypeConfiguration configuration, Dialect dialect, BasicType<?> elementType,
          ColumnTypeInformation column) {
        return resolveType(configuration, dialect, elementType.getJdbcType(), column);
      }

      @Override
      public JdbcType resolveType(TypeConfiguration configuration, Dialect dialect, JdbcType elementType,
          ColumnTypeInformation column) {
        return new StoredArrayJdbcType(sqlTypeCode, elementType);
      }

      @Override
      public int getDefaultSqlTypeCode() {
        return sqlTypeCode;
      }
    };
  }

  @Override
  public int getDefaultSqlTypeCode() {
    return sqlTypeCode;
  }

  @Override
  public <X> JdbcLiteralFormatter<X> getJdbcLiteralFormatter(JavaType<X> javaType) {
    return (appender, value, dialect, options) -> dialect.appendLiteral(appender, toText(value, javaType, options));
  }

  private <X> String toText(X value, JavaType<X> javaType, WrapperOptions options) {
    return JsonWriter.write(JsonValues.toJson(value, javaType, this, options));
  }

  private <X> X fromText(String text, JavaType<X> javaType, WrapperOptions options) {
    return text == null ? null : JsonValues.fromJson(JsonParser.parse(text), javaType, this, options);
  }

  @Override
  public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
    return new BasicBinder<>(javaType, this) {
      @Override
      protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
          throws SQLException {
        statement.setString(index, toText(value, javaType, options));
      }

      @Override
      protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options) {
        throw StoredJdbcType.noProcedures();
      }

      @Override
      protected void doBindNull(PreparedStatement statement, int index, WrapperOptions options) throws SQLException {
        statement.setNull(index, SqlTypes.VARCHAR);
      }

      @Override
      public Object getBindValue(X value, WrapperOptions options) {
        return value == null ? null : toText(value, javaType, options);
      }
    };
  }

  @Override
  public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
    return new BasicExtractor<>(javaType, this) {
      @Override
      protected X doExtract(ResultSet row, int column, WrapperOptions options) throws SQLException {
        return fromText(row.getString(column), javaType, options);
      }

      @Override
      protected X doExtract(CallableStatement statement, int column, WrapperOptions options) {
        throw StoredJdbcType.noProcedures();
      }

      @Override
      protected X doExtract(CallableStatement statement, String name, WrapperOptions options) {
        throw StoredJdbcType.noProcedures();
      }
    };
  }
}

package dev.pinion.dialect.impl.type;

import dev.pinion.dialect.impl.json.JsonParser;
import dev.pinion.dialect.impl.json.JsonWriter;
import java.sql.SQLException;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.AggregateJdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JsonJdbcType;

/**
 * JSON as TEXT: embeddables with a key for each of their columns, and any other objects as the format mapper of the
 * session factory writes them. Structs are such embeddables too, SQLite having none.
 */
public final class StoredJsonJdbcType extends JsonJdbcType {

  private static final long serialVersionUID = 1L;

  private final int sqlTypeCode;

  /** A type for one of the codes {@link SqlTypes#JSON} and {@link SqlTypes#STRUCT}. */
  public StoredJsonJdbcType(int sqlTypeCode) {
    this(sqlTypeCode, null);
  }

  private StoredJsonJdbcType(int sqlTypeCode, EmbeddableMappingType embeddable) {
    super(embeddable);
    this.sqlTypeCode = sqlTypeCode;
  }

  @Override
  public int getDefaultSqlTypeCode() {
    return sqlTypeCode;
  }

  @Override
  public String getFriendlyName() {
    return sqlTypeCode == SqlTypes.JSON ? "JSON" : "STRUCT";
  }

  @Override
  public AggregateJdbcType resolveAggregateJdbcType(EmbeddableMappingType mappingType, String sqlType,
      RuntimeModelCreationContext context) {
    return new StoredJsonJdbcType(sqlTypeCode, mappingType);
  }

  @Override
  public <X> JdbcLiteralFormatter<X> getJdbcLiteralFormatter(JavaType<X> javaType) {
    return (appender, value, dialect, options) -> dialect.appendLiteral(appender, toString(value, javaType, options));
  }

  @Override
  protected <X> String toString(X value, JavaType<X> javaType, WrapperOptions options) {
    return getEmbeddableMappingType() == null
        ? super.toString(value, javaType, options)
        : JsonWriter.write(JsonEmbeddables.toMap(value, getEmbeddableMappingType(), options));
  }

  @Override
  protected <X> X fromString(String text, JavaType<X> javaType, WrapperOptions options) throws SQLException {
    return text == null || getEmbeddableMappingType() == null
        ? super.fromString(text, javaType, options) : fromJson(JsonParser.parse(text), javaType, options);
  }

  @Override
  public Object createJdbcValue(Object value, WrapperOptions options) {
    return JsonWriter.write(JsonEmbeddables.toMap(value, getEmbeddableMappingType(), options));
  }

  @Override
  public Object[] extractJdbcValues(Object text, WrapperOptions options) {
    return JsonEmbeddables.values(JsonParser.parse((String) text), getEmbeddableMappingType(), false, options);
  }

  /** The value within other JSON. */
  <X> Object toJson(X value, JavaType<X> javaType, WrapperOptions options) {
    return getEmbeddableMappingType() == null
        ? JsonParser.parse(super.toString(value, javaType, options))
        : JsonEmbeddables.toMap(value, getEmbeddableMappingType(), options);
  }

  /** The value of a part of other JSON. */
  <X> X fromJson(Object json, JavaType<X> javaType, WrapperOptions options) {
    if (getEmbeddableMappingType() == null) {
      return mapped(JsonWriter.write(json), javaType, options);
    }
    // The values of its columns are asked for as an array.
    boolean asValues = javaType.getJavaTypeClass() == Object[].class;
    @SuppressWarnings("unchecked")
    var value = (X) (asValues
        ? JsonEmbeddables.values(json, getEmbeddableMappingType(), false, options)
        : JsonEmbeddables.embeddable(json, getEmbeddableMappingType(), options));
    return value;
  }

  private static <X> X mapped(String text, JavaType<X> javaType, WrapperOptions options) {
    return options.getSessionFactory().getFastSessionServices().getJsonFormatMapper()
        .fromString(text, javaType, options);
  }
}

package dev.pinion.dialect.impl.type;

import dev.pinion.storage.Uuids;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.BasicPluralJavaType;
import org.hibernate.type.descriptor.java.ByteArrayJavaType;
import org.hibernate.type.descriptor.java.ByteJavaType;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.ArrayJdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/**
 * Values of any type in JSON: in their stored form where JSON has it, else binary data as hexadecimal digits and UUIDs
 * as text.
 */
final class JsonValues {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private JsonValues() {
  }

  /** The value as {@link dev.pinion.dialect.impl.json.JsonWriter} takes it. */
  static <X> Object toJson(X value, JavaType<X> javaType, JdbcType jdbcType, WrapperOptions options) {
    if (value == null) {
      return null;
    }
    if (jdbcType instanceof ArrayJdbcType array) {
      return toList(value, elementType(javaType), array.getElementJdbcType(), options);
    }
    if (jdbcType instanceof StoredJsonJdbcType json) {
      return json.toJson(value, javaType, options);
    }
    if (jdbcType instanceof StoredJdbcType stored) {
      return ofStored(stored.store(value, javaType, options), stored);
    }
    Object relational = javaType.unwrap(value, relationalClass(jdbcType, options), options);
    return relational instanceof byte[] bytes ? HEX.formatHex(bytes) : relational;
  }

  private static Object ofStored(Object stored, StoredJdbcType type) {
    if (!(stored instanceof byte[] bytes)) {
      return stored instanceof Double real && type instanceof DecimalJdbcType ? BigDecimal.valueOf(real) : stored;
    }
    return type instanceof UuidJdbcType ? Uuids.toUuid(bytes).toString()
        : type instanceof DecimalJdbcType ? new BigDecimal(new String(bytes, StandardCharsets.UTF_8))
        : HEX.formatHex(bytes);
  }

  private static List<Object> toList(Object array, JavaType<Object> elementType, JdbcType elementJdbcType,
      WrapperOptions options) {
    var list = new ArrayList<>();
    if (array instanceof Collection<?> collection) {
      for (var element : collection) {
        list.add(toJson(element, elementType, elementJdbcType, options));
      }
    } else {
      for (int i = 0; i < Array.getLength(array); i++) {
        list.add(toJson(Array.get(array, i), elementType, elementJdbcType, options));
      }
    }
    return list;
  }

  /** The value of what {@link dev.pinion.dialect.impl.json.JsonParser} has read. */
  static <X> X fromJson(Object json, JavaType<X> javaType, JdbcType jdbcType, WrapperOptions options) {
    if (json == null) {
      return null;
    }
    if (jdbcType instanceof ArrayJdbcType array) {
      return javaType.wrap(toArray((List<?>) json, elementType(javaType), array.getElementJdbcType(), options),
          options);
    }
    if (jdbcType instanceof StoredJsonJdbcType type) {
      return type.fromJson(json, javaType, options);
    }
    if (jdbcType instanceof StoredJdbcType stored) {
      return stored.load(toStored(json, stored), javaType, options);
    }
    return javaType.wrap(toRelational(json, relationalClass(jdbcType, options)), options);
  }

  private static Object toStored(Object json, StoredJdbcType type) {
    return type instanceof LargeBytesJdbcType ? HEX.parseHex((String) json)
        : json instanceof BigDecimal ? json.toString() : json;
  }

  private static Object toArray(List<?> json, JavaType<Object> elementType, JdbcType elementJdbcType,
      WrapperOptions options) {
    var array = (Object[]) Array.newInstance(elementType.getJavaTypeClass(), json.size());
    for (int i = 0; i < array.length; i++) {
      array[i] = fromJson(json.get(i), elementType, elementJdbcType, options);
    }
    return array;
  }

  private static Object toRelational(Object json, Class<?> target) {
    if (target == byte[].class) {
      return HEX.parseHex((String) json);
    }
    if (target == Boolean.class) {
      return json instanceof Number number ? number.intValue() != 0 : json;
    }
    if (Number.class.isAssignableFrom(target)) {
      return toNumber(json instanceof Boolean bool ? (bool ? 1 : 0) : (Number) json, target);
    }
    return json.toString();
  }

  private static Number toNumber(Number number, Class<?> target) {
    return target == Byte.class ? (Number) number.byteValue()
        : target == Short.class ? (Number) number.shortValue()
        : target == Integer.class ? (Number) number.intValue()
        : target == Float.class ? (Number) number.floatValue()
        : target == Double.class ? (Number) number.doubleValue()
        : (Number) number.longValue();
  }

  private static Class<?> relationalClass(JdbcType jdbcType, WrapperOptions options) {
    var preferred = jdbcType.getPreferredJavaTypeClass(options);
    return preferred != null ? preferred
        : jdbcType.getDefaultSqlTypeCode() == SqlTypes.ORDINAL_ENUM
            || jdbcType.getDefaultSqlTypeCode() == SqlTypes.NAMED_ORDINAL_ENUM ? Integer.class : String.class;
  }

  @SuppressWarnings("unchecked")
  private static JavaType<Object> elementType(JavaType<?> javaType) {
    // A Byte[] is the one array whose type is none of the plural ones.
    return (JavaType<Object>) (javaType instanceof ByteArrayJavaType
        ? ByteJavaType.INSTANCE : ((BasicPluralJavaType<?>) javaType).getElementJavaType());
  }
}

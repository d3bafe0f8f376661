package dev.pinion.dialect.impl.type;

import dev.pinion.dialect.impl.json.JsonSql;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.dialect.StructHelper;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/**
 * Embeddables as JSON objects, with the names of their columns as keys.
 */
final class JsonEmbeddables {

  private JsonEmbeddables() {
  }

  static Map<String, Object> toMap(Object embeddable, EmbeddableMappingType type, WrapperOptions options) {
    var expected = type.getMappedJavaType().getJavaTypeClass();
    if (!expected.isInstance(embeddable)) {
      throw new HibernateException("Hibernate has no arrays or collections of embeddables as JSON: make "
          + expected.getName() + " a @Struct, or leave @Embeddable out, so that a FormatMapper writes it as JSON");
    }
    var map = new LinkedHashMap<String, Object>();
    var values = type.getValues(embeddable);
    for (int i = 0; i < values.length; i++) {
      StructHelper.getEmbeddedPart(type, i).decompose(values[i], 0, map, options,
          (index, target, wrapperOptions, value, column) -> target.put(JsonSql.key(column.getSelectableName()),
              toJson(value, column.getJdbcMapping(), wrapperOptions)), options.getSession());
    }
    return map;
  }

  static Object embeddable(Object json, EmbeddableMappingType type, WrapperOptions options) {
    try {
      var attributes = StructHelper.getAttributeValues(type, values(json, type, true, options), options);
      return StructHelper.instantiate(type, attributes, options.getSessionFactory());
    } catch (SQLException e) {
      throw new HibernateException("A stored JSON object cannot be read as "
          + type.getMappedJavaType().getJavaTypeClass().getName(), e);
    }
  }

  /** The values of its columns. Keys that are none of them are left alone. */
  static Object[] values(Object json, EmbeddableMappingType type, boolean embeddables, WrapperOptions options) {
    var map = (Map<?, ?>) json;
    var values = new Object[type.getJdbcValueCount() + (type.isPolymorphic() ? 1 : 0)];
    map.forEach((key, value) -> {
      int index = indexOf((String) key, type);
      if (index >= 0) {
        values[index] = fromJson(value, type.getJdbcValueSelectable(index).getJdbcMapping(), embeddables, options);
      }
    });
    return values;
  }

  private static int indexOf(String key, EmbeddableMappingType type) {
    int index = type.getSelectableIndex(key);
    return index >= 0 ? index : type.getSelectableIndex('"' + key.replace("\"", "\"\"") + '"');
  }

  @SuppressWarnings("unchecked")
  private static Object toJson(Object value, JdbcMapping mapping, WrapperOptions options) {
    return JsonValues.toJson(value, (JavaType<Object>) mapping.getJdbcJavaType(), mapping.getJdbcType(), options);
  }

  private static Object fromJson(Object json, JdbcMapping mapping, boolean embeddables, WrapperOptions options) {
    JdbcType jdbcType = mapping.getJdbcType();
    if (json != null && !embeddables && jdbcType instanceof StoredJsonJdbcType nested
        && nested.getEmbeddableMappingType() != null) {
      return values(json, nested.getEmbeddableMappingType(), false, options);
    }
    return JsonValues.fromJson(json, mapping.getJdbcJavaType(), jdbcType, options);
  }
}

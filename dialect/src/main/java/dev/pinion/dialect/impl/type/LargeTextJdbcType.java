package dev.pinion.dialect.impl.type;

import java.io.StringReader;
import java.sql.Clob;
import java.sql.NClob;
import org.hibernate.engine.jdbc.CharacterStream;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;

/**
 * Character large objects as plain TEXT: SQLite has no locators, and sqlite-jdbc cannot create them.
 */
public final class LargeTextJdbcType extends StoredJdbcType {

  private static final long serialVersionUID = 1L;

  /** A type for one of the codes of character large objects. */
  public LargeTextJdbcType(int jdbcTypeCode, int sqlTypeCode) {
    super(jdbcTypeCode, sqlTypeCode);
  }

  @Override
  public Class<?> getPreferredJavaTypeClass(WrapperOptions options) {
    return String.class;
  }

  @Override
  <X> Object store(X value, JavaType<X> javaType, WrapperOptions options) {
    return value instanceof Clob
        ? javaType.unwrap(value, CharacterStream.class, options).asString()
        : javaType.unwrap(value, String.class, options);
  }

  @Override
  <X> X load(Object stored, JavaType<X> javaType, WrapperOptions options) {
    var text = stored.toString();
    return javaType.getJavaTypeClass() == NClob.class
        ? javaType.wrap(new StringReader(text), options)
        : javaType.wrap(text, options);
  }
}

package dev.pinion.dialect.impl.type;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;

/**
 * Binary large objects as plain BLOBs: SQLite has no locators, and sqlite-jdbc cannot create them.
 */
public final class LargeBytesJdbcType extends StoredJdbcType {

  private static final long serialVersionUID = 1L;

  /** A type for one of the codes of binary large objects. */
  public LargeBytesJdbcType(int sqlTypeCode) {
    super(Types.BLOB, sqlTypeCode);
  }

  @Override
  public Class<?> getPreferredJavaTypeClass(WrapperOptions options) {
    return byte[].class;
  }

  @Override
  <X> Object store(X value, JavaType<X> javaType, WrapperOptions options) {
    return javaType.unwrap(value, byte[].class, options);
  }

  @Override
  <X> X load(Object stored, JavaType<X> javaType, WrapperOptions options) {
    return javaType.wrap(stored instanceof byte[] ? stored : stored.toString().getBytes(StandardCharsets.UTF_8),
        options);
  }
}

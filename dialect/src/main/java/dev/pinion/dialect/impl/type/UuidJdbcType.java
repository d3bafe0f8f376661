package dev.pinion.dialect.impl.type;

import dev.pinion.storage.Uuids;
import java.sql.Types;
import java.util.UUID;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;

/**
 * UUIDs as blobs of 16 bytes; text is read too.
 */
public final class UuidJdbcType extends StoredJdbcType {

  private static final long serialVersionUID = 1L;

  /** The only instance that is needed. */
  public UuidJdbcType() {
    super(Types.BINARY, SqlTypes.UUID);
  }

  @Override
  public Class<?> getPreferredJavaTypeClass(WrapperOptions options) {
    return UUID.class;
  }

  @Override
  <X> Object store(X value, JavaType<X> javaType, WrapperOptions options) {
    return Uuids.toBytes(javaType.unwrap(value, UUID.class, options));
  }

  @Override
  <X> X load(Object stored, JavaType<X> javaType, WrapperOptions options) {
    return javaType.wrap(Uuids.toUuid(stored), options);
  }
}

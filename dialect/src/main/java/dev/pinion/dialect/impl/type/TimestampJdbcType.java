package dev.pinion.dialect.impl.type;

import dev.pinion.storage.Temporals;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Dates and times without a zone as TEXT. Where {@code hibernate.jdbc.time_zone} is set, they are moved between the
 * JVM's zone and that one, as on other databases.
 */
public final class TimestampJdbcType extends StoredJdbcType {

  private static final long serialVersionUID = 1L;

  /** A type for one of the codes of dates and times without a zone. */
  public TimestampJdbcType(int sqlTypeCode) {
    super(Types.TIMESTAMP, sqlTypeCode);
  }

  @Override
  public <T> JavaType<T> getJdbcRecommendedJavaTypeMapping(Integer precision, Integer scale,
      TypeConfiguration configuration) {
    return configuration.getJavaTypeRegistry().getDescriptor(
        getDefaultSqlTypeCode() == Types.TIMESTAMP ? Timestamp.class : LocalDateTime.class);
  }

  @Override
  public int getDdlTypeCode() {
    return Types.TIMESTAMP;
  }

  @Override
  <X> Object store(X value, JavaType<X> javaType, WrapperOptions options) {
    var zone = options.getJdbcTimeZone();
    if (zone == null && value instanceof LocalDateTime dateTime) {
      return Temporals.format(dateTime);
    }
    var timestamp = javaType.unwrap(value, Timestamp.class, options);
    return Temporals.format(zone == null
        ? timestamp.toLocalDateTime() : LocalDateTime.ofInstant(timestamp.toInstant(), zone.toZoneId()));
  }

  @Override
  <X> X load(Object stored, JavaType<X> javaType, WrapperOptions options) {
    var zone = options.getJdbcTimeZone();
    var dateTime = Temporals.toLocalDateTime(stored);
    if (zone == null && javaType.getJavaTypeClass() == LocalDateTime.class) {
      return javaType.wrap(dateTime, options);
    }
    return javaType.wrap(zone == null || !(stored instanceof String)
        ? Timestamp.valueOf(dateTime) : Timestamp.from(dateTime.atZone(zone.toZoneId()).toInstant()), options);
  }
}

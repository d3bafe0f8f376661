package dev.pinion.dialect.impl.type;

import dev.pinion.storage.Temporals;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Points in time as TEXT in UTC.
 */
public final class InstantJdbcType extends StoredJdbcType {

  private static final long serialVersionUID = 1L;

  private final Class<?> recommendedClass;

  /** A type for one of the codes of points in time, with the Java class that suits it best. */
  public InstantJdbcType(int jdbcTypeCode, int sqlTypeCode, Class<?> recommendedClass) {
    super(jdbcTypeCode, sqlTypeCode);
    this.recommendedClass = recommendedClass;
  }

  @Override
  public <T> JavaType<T> getJdbcRecommendedJavaTypeMapping(Integer precision, Integer scale,
      TypeConfiguration configuration) {
    return configuration.getJavaTypeRegistry().getDescriptor(recommendedClass);
  }

  @Override
  public Class<?> getPreferredJavaTypeClass(WrapperOptions options) {
    return recommendedClass;
  }

  @Override
  <X> Object store(X value, JavaType<X> javaType, WrapperOptions options) {
    if (value instanceof ZonedDateTime dateTime) {
      return Temporals.format(dateTime.toInstant());
    }
    if (value instanceof OffsetDateTime dateTime) {
      return Temporals.format(dateTime);
    }
    if (value instanceof Instant instant) {
      return Temporals.format(instant);
    }
    return Temporals.format(javaType.unwrap(value, Timestamp.class, options).toInstant());
  }

  @Override
  <X> X load(Object stored, JavaType<X> javaType, WrapperOptions options) {
    var javaClass = javaType.getJavaTypeClass();
    if (Date.class.isAssignableFrom(javaClass)) {
      return javaType.wrap(Timestamp.from(Temporals.toInstant(stored)), options);
    }
    if (Calendar.class.isAssignableFrom(javaClass)) {
      return javaType.wrap(GregorianCalendar.from(Temporals.toInstant(stored).atZone(ZoneOffset.systemDefault())),
          options);
    }
    var dateTime = Temporals.toOffsetDateTime(stored);
    return javaClass == Instant.class ? javaType.wrap(dateTime.toInstant(), options) : javaType.wrap(dateTime, options);
  }
}

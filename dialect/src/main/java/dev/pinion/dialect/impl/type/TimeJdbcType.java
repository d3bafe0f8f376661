package dev.pinion.dialect.impl.type;

import dev.pinion.storage.Temporals;
import java.sql.Time;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Times of day as TEXT; those with an offset in UTC, unless they are normalized to the JVM's zone.
 */
public final class TimeJdbcType extends StoredJdbcType {

  private static final long serialVersionUID = 1L;

  /** A type for one of the codes of times. */
  public TimeJdbcType(int jdbcTypeCode, int sqlTypeCode) {
    super(jdbcTypeCode, sqlTypeCode);
  }

  @Override
  public <T> JavaType<T> getJdbcRecommendedJavaTypeMapping(Integer precision, Integer scale,
      TypeConfiguration configuration) {
    return configuration.getJavaTypeRegistry().getDescriptor(
        isUtc() ? OffsetTime.class : getDefaultSqlTypeCode() == Types.TIME ? Time.class : LocalTime.class);
  }

  @Override
  public int getDdlTypeCode() {
    return isUtc() ? getDefaultSqlTypeCode() : Types.TIME;
  }

  @Override
  <X> Object store(X value, JavaType<X> javaType, WrapperOptions options) {
    if (value instanceof OffsetTime time) {
      return Temporals.format(isUtc()
          ? time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime()
          : javaType.unwrap(value, LocalTime.class, options));
    }
    return Temporals.format(value instanceof LocalTime time
        ? time : toLocalTime(javaType.unwrap(value, Time.class, options)));
  }

  @Override
  <X> X load(Object stored, JavaType<X> javaType, WrapperOptions options) {
    var time = Temporals.toLocalTime(stored);
    var javaClass = javaType.getJavaTypeClass();
    if (javaClass == OffsetTime.class) {
      return isUtc() ? javaType.wrap(time.atOffset(ZoneOffset.UTC), options) : javaType.wrap(time, options);
    }
    return javaClass == LocalTime.class ? javaType.wrap(time, options) : javaType.wrap(toSqlTime(time), options);
  }

  private boolean isUtc() {
    return getDefaultSqlTypeCode() == SqlTypes.TIME_UTC || getDefaultSqlTypeCode() == SqlTypes.TIME_WITH_TIMEZONE
        || getDefaultSqlTypeCode() == SqlTypes.OFFSET_TIME;
  }

  /** With its milliseconds, which {@link Time#toLocalTime()} drops. */
  private static LocalTime toLocalTime(Time time) {
    return LocalTime.ofInstant(Instant.ofEpochMilli(time.getTime()), ZoneId.systemDefault());
  }

  private static Time toSqlTime(LocalTime time) {
    return new Time(LocalDate.EPOCH.atTime(time).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
  }
}

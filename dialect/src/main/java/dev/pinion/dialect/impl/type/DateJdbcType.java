package dev.pinion.dialect.impl.type;

import dev.pinion.storage.Temporals;
import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Dates as TEXT.
 */
public final class DateJdbcType extends StoredJdbcType {

  private static final long serialVersionUID = 1L;

  /** A type for one of the codes of dates. */
  public DateJdbcType(int sqlTypeCode) {
    super(Types.DATE, sqlTypeCode);
  }

  @Override
  public <T> JavaType<T> getJdbcRecommendedJavaTypeMapping(Integer precision, Integer scale,
      TypeConfiguration configuration) {
    return configuration.getJavaTypeRegistry().getDescriptor(
        getDefaultSqlTypeCode() == Types.DATE ? Date.class : LocalDate.class);
  }

  @Override
  public int getDdlTypeCode() {
    return Types.DATE;
  }

  @Override
  <X> Object store(X value, JavaType<X> javaType, WrapperOptions options) {
    return Temporals.format(value instanceof LocalDate date
        ? date : javaType.unwrap(value, Date.class, options).toLocalDate());
  }

  @Override
  <X> X load(Object stored, JavaType<X> javaType, WrapperOptions options) {
    var date = Temporals.toLocalDate(stored);
    return javaType.getJavaTypeClass() == LocalDate.class
        ? javaType.wrap(date, options) : javaType.wrap(Date.valueOf(date), options);
  }
}

package dev.pinion.dialect.impl.type;

import dev.pinion.storage.Decimals;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.Objects;
import org.hibernate.mapping.BasicValue;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.AdjustableJdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;

/**
 * Exact decimals, big integers and durations, stored as {@link Decimals} says. What is read has at least the scale of
 * its column, as on other databases.
 */
public final class DecimalJdbcType extends StoredJdbcType implements AdjustableJdbcType {

  private static final long serialVersionUID = 1L;

  /** The digits up to which a stored decimal is an INTEGER or a REAL for certain, which SQLite compares as numbers. */
  private static final int NUMBER_DIGITS = 15;
  private static final int UNKNOWN = -1;

  private final int precision;
  private final int scale;

  /** A decimal type whose column is not known. */
  public DecimalJdbcType(int sqlTypeCode) {
    this(sqlTypeCode, UNKNOWN, 0);
  }

  private DecimalJdbcType(int sqlTypeCode, int precision, int scale) {
    super(Types.NUMERIC, sqlTypeCode);
    this.precision = precision;
    this.scale = scale;
  }

  /** Whether values may be stored as blobs, which SQLite sorts after all numbers. */
  public boolean mayHoldBlobs() {
    return precision == UNKNOWN || precision > NUMBER_DIGITS;
  }

  @Override
  public JdbcType resolveIndicatedType(JdbcTypeIndicators indicators, JavaType<?> domainType) {
    if (getDefaultSqlTypeCode() == SqlTypes.DURATION) {
      return this;
    }
    int columnPrecision = indicators.getColumnPrecision();
    int columnScale = indicators.getColumnScale();
    if (columnPrecision < 0 && columnScale < 0) {
      // The declared scale of a column that says nothing of it is Hibernate's default.
      return indicators instanceof BasicValue value && value.getResolvedJavaType() == BigDecimal.class
          ? new DecimalJdbcType(getDefaultSqlTypeCode(), UNKNOWN,
              domainType.getDefaultSqlScale(indicators.getDialect(), this))
          : this;
    }
    return new DecimalJdbcType(getDefaultSqlTypeCode(), columnPrecision < 0 ? UNKNOWN : columnPrecision,
        Math.max(columnScale, 0));
  }

  @Override
  public int getDdlTypeCode() {
    return getDefaultSqlTypeCode() == SqlTypes.DURATION ? Types.NUMERIC : getDefaultSqlTypeCode();
  }

  @Override
  public Class<?> getPreferredJavaTypeClass(WrapperOptions options) {
    return BigDecimal.class;
  }

  @Override
  <X> Object store(X value, JavaType<X> javaType, WrapperOptions options) {
    return Decimals.toStored(javaType.unwrap(value, BigDecimal.class, options));
  }

  @Override
  <X> X load(Object stored, JavaType<X> javaType, WrapperOptions options) {
    var decimal = Decimals.toBigDecimal(stored);
    return javaType.wrap(decimal.scale() < scale ? decimal.setScale(scale) : decimal, options);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecimalJdbcType that && getDefaultSqlTypeCode() == that.getDefaultSqlTypeCode()
        && precision == that.precision && scale == that.scale;
  }

  @Override
  public int hashCode() {
    return Objects.hash(getDefaultSqlTypeCode(), precision, scale);
  }
}

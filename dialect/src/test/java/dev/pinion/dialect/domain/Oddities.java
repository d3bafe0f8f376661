package dev.pinion.dialect.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.io.Serializable;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;
import org.hibernate.type.descriptor.java.CharacterArrayJavaType;

/** Types and columns out of the common. */
@Entity
public class Oddities {

  @Id
  public long id;

  public Serializable anything;
  @Lob
  public Serializable lobOfAnything;
  public char[] chars;
  @Lob
  public char[] lobChars;
  @JavaType(CharacterArrayJavaType.class)
  public Character[] characters;
  public Class<?> aClass;
  public InetAddress address;
  public TimeZone timeZone;
  @Convert(converter = YesNoConverter.class)
  public Boolean yesNo;
  @Convert(converter = TrueFalseConverter.class)
  public Boolean trueFalse;
  @Convert(converter = NumericBooleanConverter.class)
  public Boolean numeric;
  @JdbcTypeCode(SqlTypes.CHAR)
  public UUID uuidText;
  @JdbcTypeCode(SqlTypes.VARCHAR)
  public Integer numberAsText;
  @JdbcTypeCode(SqlTypes.TINYINT)
  public DayOfWeek day;
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  public DayOfWeek namedEnum;
  @JdbcTypeCode(SqlTypes.ENUM)
  public DayOfWeek enumType;
  @JdbcTypeCode(SqlTypes.NVARCHAR)
  public String nationalText;
  @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
  public String longText;
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
  public byte[] longBytes;
  @JdbcTypeCode(SqlTypes.SQLXML)
  public String xml;
  @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
  public Duration interval;
  @JdbcTypeCode(SqlTypes.NUMERIC)
  public Duration durationAsNumber;
  @Convert(converter = Celsius.class)
  public Temperature temperature;
  @Column(precision = 38, scale = 10)
  public BigDecimal exact;
  @Column(columnDefinition = "varchar(3)")
  public String own;

  @Generated
  @ColumnDefault("'none'")
  public String defaulted;
  @GeneratedColumn("exact * 2")
  public Double twice;
  @Formula("id + 1")
  public Long next;
  @ColumnTransformer(read = "upper(transformed)", write = "trim(?)")
  public String transformed;

  /** Has no type of its own. */
  public record Temperature(double degrees) {
  }

  /** Stores a temperature as a number. */
  @Converter
  public static class Celsius implements AttributeConverter<Temperature, Double> {
    @Override
    public Double convertToDatabaseColumn(Temperature temperature) {
      return temperature == null ? null : temperature.degrees();
    }

    @Override
    public Temperature convertToEntityAttribute(Double degrees) {
      return degrees == null ? null : new Temperature(degrees);
    }
  }
}

package dev.pinion.dialect.impl.type;

import static org.hibernate.type.SqlTypes.BLOB;
import static org.hibernate.type.SqlTypes.CLOB;
import static org.hibernate.type.SqlTypes.DATE;
import static org.hibernate.type.SqlTypes.DECIMAL;
import static org.hibernate.type.SqlTypes.DURATION;
import static org.hibernate.type.SqlTypes.INSTANT;
import static org.hibernate.type.SqlTypes.LOCAL_DATE;
import static org.hibernate.type.SqlTypes.LOCAL_DATE_TIME;
import static org.hibernate.type.SqlTypes.LOCAL_TIME;
import static org.hibernate.type.SqlTypes.MATERIALIZED_BLOB;
import static org.hibernate.type.SqlTypes.MATERIALIZED_CLOB;
import static org.hibernate.type.SqlTypes.MATERIALIZED_NCLOB;
import static org.hibernate.type.SqlTypes.NCLOB;
import static org.hibernate.type.SqlTypes.NUMERIC;
import static org.hibernate.type.SqlTypes.OFFSET_DATE_TIME;
import static org.hibernate.type.SqlTypes.OFFSET_TIME;
import static org.hibernate.type.SqlTypes.TIME;
import static org.hibernate.type.SqlTypes.TIMESTAMP;
import static org.hibernate.type.SqlTypes.TIMESTAMP_UTC;
import static org.hibernate.type.SqlTypes.TIMESTAMP_WITH_TIMEZONE;
import static org.hibernate.type.SqlTypes.TIME_UTC;
import static org.hibernate.type.SqlTypes.TIME_WITH_TIMEZONE;
import static org.hibernate.type.SqlTypes.ZONED_DATE_TIME;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.IntegerJdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import org.hibernate.type.descriptor.sql.internal.CapacityDependentDdlType;
import org.hibernate.type.descriptor.sql.internal.DdlTypeImpl;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;

/**
 * Which JDBC type and which declared column type belong to each type code.
 */
public final class SqliteTypes {

  private SqliteTypes() {
  }

  /** Registers the JDBC types. */
  public static void register(JdbcTypeRegistry registry) {
    register(registry, new DecimalJdbcType(NUMERIC));
    register(registry, new DecimalJdbcType(DECIMAL));
    register(registry, new DecimalJdbcType(DURATION));
    registry.addDescriptor(SqlTypes.INTERVAL_SECOND, new DecimalJdbcType(DURATION));
    register(registry, new UuidJdbcType());
    register(registry, new LargeTextJdbcType(Types.CLOB, CLOB));
    register(registry, new LargeTextJdbcType(Types.NCLOB, NCLOB));
    registry.addDescriptor(MATERIALIZED_CLOB, new LargeTextJdbcType(Types.CLOB, CLOB));
    registry.addDescriptor(MATERIALIZED_NCLOB, new LargeTextJdbcType(Types.NCLOB, NCLOB));
    register(registry, new LargeBytesJdbcType(BLOB));
    registry.addDescriptor(MATERIALIZED_BLOB, new LargeBytesJdbcType(BLOB));
    register(registry, new StoredJsonJdbcType(SqlTypes.JSON));
    register(registry, new StoredJsonJdbcType(SqlTypes.STRUCT));
    registry.addTypeConstructor(StoredArrayJdbcType.constructor(SqlTypes.ARRAY));
    registry.addTypeConstructor(StoredArrayJdbcType.constructor(SqlTypes.JSON_ARRAY));
    // SQLite has no enum types: a check does what they do.
    registry.addDescriptor(SqlTypes.ENUM, VarcharJdbcType.INSTANCE);
    registry.addDescriptor(SqlTypes.NAMED_ENUM, VarcharJdbcType.INSTANCE);
    registry.addDescriptor(SqlTypes.ORDINAL_ENUM, IntegerJdbcType.INSTANCE);
    registry.addDescriptor(SqlTypes.NAMED_ORDINAL_ENUM, IntegerJdbcType.INSTANCE);
    registerTemporals(registry);
  }

  private static void registerTemporals(JdbcTypeRegistry registry) {
    register(registry, new DateJdbcType(DATE));
    register(registry, new DateJdbcType(LOCAL_DATE));
    register(registry, new TimeJdbcType(Types.TIME, TIME));
    register(registry, new TimeJdbcType(Types.TIME, LOCAL_TIME));
    register(registry, new TimeJdbcType(Types.TIME, TIME_UTC));
    register(registry, new TimeJdbcType(Types.TIME_WITH_TIMEZONE, TIME_WITH_TIMEZONE));
    register(registry, new TimeJdbcType(Types.TIME_WITH_TIMEZONE, OFFSET_TIME));
    register(registry, new TimestampJdbcType(TIMESTAMP));
    register(registry, new TimestampJdbcType(LOCAL_DATE_TIME));
    register(registry, new InstantJdbcType(Types.TIMESTAMP, TIMESTAMP_UTC, Instant.class));
    register(registry, new InstantJdbcType(Types.TIMESTAMP, INSTANT, Instant.class));
    register(registry,
        new InstantJdbcType(Types.TIMESTAMP_WITH_TIMEZONE, TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class));
    register(registry, new InstantJdbcType(Types.TIMESTAMP_WITH_TIMEZONE, OFFSET_DATE_TIME, OffsetDateTime.class));
    register(registry, new InstantJdbcType(Types.TIMESTAMP_WITH_TIMEZONE, ZONED_DATE_TIME, ZonedDateTime.class));
  }

  private static void register(JdbcTypeRegistry registry, JdbcType type) {
    registry.addDescriptor(type.getDefaultSqlTypeCode(), type);
  }

  /**
   * Registers the column types that {@link #columnType} cannot.
   *
   * @param registry where to
   * @param dialect whose types these are
   */
  public static void register(DdlTypeRegistry registry, org.hibernate.dialect.Dialect dialect) {
    // Both are stored in 8 bytes; a native query knows only by the name which of Java's types was meant.
    registry.addDescriptor(CapacityDependentDdlType.builder(SqlTypes.FLOAT, "double", "real", dialect)
        .withTypeCapacity(dialect.getFloatPrecision(), "real").build());
    registry.addDescriptor(new DdlTypeImpl(SqlTypes.UUID, "blob", dialect));
    registry.addDescriptor(new DdlTypeImpl(SqlTypes.JSON, "text", dialect));
    registry.addDescriptor(new DdlTypeImpl(SqlTypes.ARRAY, "text", dialect));
    registry.addDescriptor(new DdlTypeImpl(SqlTypes.JSON_ARRAY, "text", dialect));
    registry.addDescriptor(new DdlTypeImpl(OFFSET_TIME, "time", dialect));
    registry.addDescriptor(new DdlTypeImpl(INSTANT, "timestamp", dialect));
    registry.addDescriptor(new DdlTypeImpl(OFFSET_DATE_TIME, "timestamp", dialect));
    registry.addDescriptor(new DdlTypeImpl(ZONED_DATE_TIME, "timestamp", dialect));
  }

  /**
   * The declared type of a column. Its affinity (datatype3.html, section 3.1) must leave what is stored as it is:
   * {@code date}, {@code time} and {@code timestamp} are NUMERIC, which no canonical temporal text looks like.
   *
   * @return the type, or {@code null} when the standard one suits
   */
  public static String columnType(int sqlTypeCode) {
    return switch (sqlTypeCode) {
      // Not "integer", which is left to keys that are the rowid: see the type of native results below.
      case SqlTypes.INTEGER -> "int";
      case SqlTypes.REAL -> "real";
      case SqlTypes.DOUBLE -> "double";
      case TIME, TIME_UTC, TIME_WITH_TIMEZONE -> "time";
      case TIMESTAMP, TIMESTAMP_UTC, TIMESTAMP_WITH_TIMEZONE -> "timestamp";
      case SqlTypes.NCHAR -> "char($l)";
      case SqlTypes.NVARCHAR -> "varchar($l)";
      case CLOB, NCLOB, SqlTypes.LONG32VARCHAR, SqlTypes.LONG32NVARCHAR -> "text";
      case SqlTypes.BINARY, SqlTypes.VARBINARY, BLOB, SqlTypes.LONG32VARBINARY -> "blob";
      default -> null;
    };
  }

  /**
   * The type code for a column of a native query's result, by the name that the driver has for its type: that of its
   * declaration, or for an expression INTEGER, FLOAT, TEXT, BLOB or NUMERIC (null) after its first value. The driver's
   * own code depends on the first value alone, which later ones need not resemble.
   */
  public static int resultTypeCode(String typeName, int driverCode, int precision) {
    // A Vert.x driver has no name for the type of an expression.
    return switch (typeName == null ? "" : typeName.toUpperCase(Locale.ROOT)) {
      case "INTEGER" -> SqlTypes.BIGINT;
      case "FLOAT", "DOUBLE", "DOUBLE PRECISION" -> SqlTypes.DOUBLE;
      case "BLOB" -> SqlTypes.VARBINARY;
      case "TIME" -> TIME;
      case "NUMERIC", "DECIMAL" -> precision > 0 ? NUMERIC : SqlTypes.JAVA_OBJECT;
      default -> driverCode;
    };
  }

  /**
   * The type to cast to. SQLite's cast to a type of NUMERIC affinity would turn temporal text into a number
   * (lang_expr.html, section 15), hence TEXT for those.
   *
   * @return the type, or {@code null} when the column type suits
   */
  public static String castType(int sqlTypeCode) {
    return switch (sqlTypeCode) {
      case SqlTypes.BOOLEAN, SqlTypes.TINYINT, SqlTypes.SMALLINT, SqlTypes.INTEGER, SqlTypes.BIGINT -> "integer";
      case SqlTypes.FLOAT, SqlTypes.REAL, SqlTypes.DOUBLE -> "real";
      case NUMERIC, DECIMAL -> "numeric";
      case SqlTypes.CHAR, SqlTypes.NCHAR, SqlTypes.VARCHAR, SqlTypes.NVARCHAR, CLOB, NCLOB, SqlTypes.LONG32VARCHAR,
          SqlTypes.LONG32NVARCHAR, DATE, TIME, TIME_UTC, TIME_WITH_TIMEZONE, TIMESTAMP, TIMESTAMP_UTC,
          TIMESTAMP_WITH_TIMEZONE -> "text";
      case SqlTypes.BINARY, SqlTypes.VARBINARY, BLOB, SqlTypes.LONG32VARBINARY -> "blob";
      default -> null;
    };
  }
}

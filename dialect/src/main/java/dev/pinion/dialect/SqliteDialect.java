package dev.pinion.dialect;

import dev.pinion.dialect.impl.Keywords;
import dev.pinion.dialect.impl.error.SqliteErrorConversion;
import dev.pinion.dialect.impl.function.Casts;
import dev.pinion.dialect.impl.function.SqliteFunctions;
import dev.pinion.dialect.impl.function.TemporalSql;
import dev.pinion.dialect.impl.schema.ColumnDdl;
import dev.pinion.dialect.impl.schema.NoUserDefinedTypes;
import dev.pinion.dialect.impl.schema.SqliteForeignKeyExporter;
import dev.pinion.dialect.impl.schema.SqliteIdentity;
import dev.pinion.dialect.impl.schema.SqliteIndexExporter;
import dev.pinion.dialect.impl.schema.SqliteTableCleaner;
import dev.pinion.dialect.impl.schema.SqliteTableExporter;
import dev.pinion.dialect.impl.schema.SqliteUniqueDelegate;
import dev.pinion.dialect.impl.sql.SqliteLimitHandler;
import dev.pinion.dialect.impl.sql.SqliteTranslatorFactory;
import dev.pinion.dialect.impl.sql.SqliteUpserts;
import dev.pinion.dialect.impl.tool.SqliteSchemaTool;
import dev.pinion.dialect.impl.tool.SqliteTableMigrator;
import dev.pinion.dialect.impl.type.SqliteTypes;
import dev.pinion.dialect.impl.type.TemporalLiterals;
import dev.pinion.dialect.impl.type.TypeFamilies;
import dev.pinion.storage.Uuids;
import jakarta.persistence.TemporalType;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.HibernateException;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.identity.IdentityColumnSupport;
import org.hibernate.dialect.pagination.LimitHandler;
import org.hibernate.dialect.temptable.TemporaryTable;
import org.hibernate.dialect.unique.UniqueDelegate;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.env.spi.IdentifierCaseStrategy;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelperBuilder;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.exception.spi.SQLExceptionConversionDelegate;
import org.hibernate.exception.spi.ViolatedConstraintNameExtractor;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UserDefinedType;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.mutation.EntityMutationTarget;
import org.hibernate.query.sqm.CastType;
import org.hibernate.query.sqm.IntervalType;
import org.hibernate.query.sqm.TemporalUnit;
import org.hibernate.query.sqm.TrimSpec;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableInsertStrategy;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableMutationStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.model.MutationOperation;
import org.hibernate.sql.model.internal.OptionalTableUpdate;
import org.hibernate.tool.schema.spi.Cleaner;
import org.hibernate.tool.schema.spi.Exporter;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;

/**
 * Hibernate ORM's view of SQLite 3.45 and newer.
 *
 * <p>Found by itself for JDBC and reactive connections. Named in {@code hibernate.dialect} without a connection to ask,
 * it assumes the newest SQLite that it knows; an older one than 3.45 is refused with a {@link HibernateException}.
 *
 * <p>Values are stored as {@code dev.pinion.storage} says, the same for blocking and reactive sessions.
 *
 * <p><b>Locks.</b> SQLite has one write lock and none for rows; a transaction that began with {@code BEGIN IMMEDIATE}
 * holds it (lang_transaction.html, section 2.2). So pessimistic lock modes render nothing, in queries of any shape.
 * {@code nowait} and {@code skip locked} find nothing that is locked by others, and lock timeouts nothing to wait for:
 * the waiting was done when the transaction began, and too much of it ends in Hibernate's {@code LockTimeoutException}.
 * In a deferred transaction they lock nothing, and a conflict is a {@code LockAcquisitionException} of the first write.
 *
 * <p><b>Identifiers.</b> {@code AUTO} is a sequence for numbers, in blocks of 50, and random for UUIDs: ids are known
 * before the insert, inserts are batched, and the mapping is the same on other databases. Sequences are tables of one
 * row, counted on the session's own connection; a block is shared only once it is committed, so no id comes twice.
 *
 * <p>Immutable; used by any thread.
 */
public final class SqliteDialect extends SqliteCapabilities {

  private static final DatabaseVersion OLDEST = DatabaseVersion.make(3, 45);
  private static final DatabaseVersion NEWEST = DatabaseVersion.make(3, 54);

  private final SqliteErrorConversion errors = new SqliteErrorConversion();
  private final SqliteForeignKeyExporter foreignKeyExporter = new SqliteForeignKeyExporter(this);
  private final ColumnDdl columns = new ColumnDdl(this);
  private final SqliteTableExporter tableExporter = new SqliteTableExporter(this, columns, foreignKeyExporter);
  private final SqliteTableCleaner tableCleaner = new SqliteTableCleaner(this, foreignKeyExporter);
  private final SqliteTableMigrator tableMigrator = new SqliteTableMigrator(columns, foreignKeyExporter);
  private final SqliteIndexExporter indexExporter = new SqliteIndexExporter(this);
  private final SqliteUniqueDelegate uniqueDelegate = new SqliteUniqueDelegate(this);
  private final SqliteIdentity identity = new SqliteIdentity();

  /** The dialect for the newest SQLite that it knows. */
  public SqliteDialect() {
    this(NEWEST);
  }

  /**
   * The dialect for the SQLite that a connection has.
   *
   * @throws HibernateException when it is older than 3.45
   */
  public SqliteDialect(DialectResolutionInfo info) {
    this(info.makeCopyOrDefault(NEWEST));
  }

  /**
   * The dialect for a version of SQLite.
   *
   * @throws HibernateException when it is older than 3.45
   */
  public SqliteDialect(DatabaseVersion version) {
    super(version);
  }

  @Override
  protected void checkVersion() {
    if (getVersion().isBefore(OLDEST)) {
      throw new HibernateException("SQLite " + getVersion().getMajor() + '.' + getVersion().getMinor()
          + " is too old: the dialect needs 3.45 or newer. Use a newer org.xerial:sqlite-jdbc");
    }
  }

  @Override
  protected DatabaseVersion getMinimumSupportedVersion() {
    return OLDEST;
  }

  @Override
  protected void registerDefaultKeywords() {
    super.registerDefaultKeywords();
    Keywords.ALL.forEach(this::registerKeyword);
  }

  // Types

  @Override
  public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
    super.contributeTypes(contributions, registry);
    SqliteTypes.register(contributions.getTypeConfiguration().getJdbcTypeRegistry());
    SqliteTypes.register(contributions.getTypeConfiguration().getDdlTypeRegistry(), this);
  }

  @Override
  protected String columnType(int sqlTypeCode) {
    var type = SqliteTypes.columnType(sqlTypeCode);
    return type == null ? super.columnType(sqlTypeCode) : type;
  }

  @Override
  protected String castType(int sqlTypeCode) {
    var type = SqliteTypes.castType(sqlTypeCode);
    return type == null ? super.castType(sqlTypeCode) : type;
  }

  @Override
  public JdbcType resolveSqlTypeDescriptor(String typeName, int typeCode, int precision, int scale,
      JdbcTypeRegistry registry) {
    // A column that holds a struct is declared with its name.
    var struct = typeName == null ? null : registry.findAggregateDescriptor(typeName);
    return struct != null ? struct : registry.getDescriptor(SqliteTypes.resultTypeCode(typeName, typeCode, precision));
  }

  @Override
  public boolean equivalentTypes(int mapped, int declared) {
    return super.equivalentTypes(mapped, declared) || TypeFamilies.storesAsWell(mapped, declared);
  }

  // Literals

  @Override
  public void appendDateTimeLiteral(SqlAppender sql, TemporalAccessor value, TemporalType precision,
      TimeZone jdbcTimeZone) {
    appendLiteral(sql, TemporalLiterals.text(value, precision));
  }

  @Override
  public void appendDateTimeLiteral(SqlAppender sql, Date value, TemporalType precision, TimeZone jdbcTimeZone) {
    appendLiteral(sql, TemporalLiterals.text(value, precision, jdbcTimeZone));
  }

  @Override
  public void appendDateTimeLiteral(SqlAppender sql, Calendar value, TemporalType precision, TimeZone jdbcTimeZone) {
    appendLiteral(sql, TemporalLiterals.text(value.getTime(), precision, jdbcTimeZone));
  }

  @Override
  public void appendUUIDLiteral(SqlAppender sql, UUID literal) {
    appendBinaryLiteral(sql, Uuids.toBytes(literal));
  }

  @Override
  public void appendDatetimeFormat(SqlAppender sql, String format) {
    sql.appendSql(format);
  }

  // Functions

  @Override
  public void initializeFunctionRegistry(FunctionContributions contributions) {
    super.initializeFunctionRegistry(contributions);
    SqliteFunctions.register(contributions);
  }

  @Override
  public String extractPattern(TemporalUnit unit) {
    return TemporalSql.extract(unit, "?2");
  }

  @Override
  public String timestampaddPattern(TemporalUnit unit, TemporalType type, IntervalType intervalType) {
    return TemporalSql.add(unit, "?2", "?3", type, getVersion().isSameOrAfter(3, 46));
  }

  @Override
  public String timestampdiffPattern(TemporalUnit unit, TemporalType from, TemporalType to) {
    return TemporalSql.difference(unit, "?2", "?3");
  }

  @Override
  public String castPattern(CastType from, CastType to) {
    var pattern = Casts.pattern(from, to);
    return pattern == null ? super.castPattern(from, to) : pattern;
  }

  @Override
  public String trimPattern(TrimSpec specification, boolean isWhitespace) {
    var function = switch (specification) {
      case LEADING -> "ltrim";
      case TRAILING -> "rtrim";
      case BOTH -> "trim";
    };
    return function + (isWhitespace ? "(?1)" : "(?1,?2)");
  }

  /** In UTC, as SQLite's own {@code current_timestamp}: who asks for it here does not say whether he has a zone. */
  @Override
  public String currentTimestamp() {
    return TemporalSql.CURRENT_INSTANT;
  }

  @Override
  public String currentDate() {
    return TemporalSql.CURRENT_DATE;
  }

  @Override
  public String currentTime() {
    return TemporalSql.CURRENT_TIME;
  }

  /** In the form that sqlite-jdbc's {@code getTimestamp()} reads: of the process's zone, with all milliseconds. */
  @Override
  public String getCurrentTimestampSelectString() {
    return "select strftime('%Y-%m-%d %H:%M:%f','now','localtime')";
  }

  // Statements

  @Override
  public SqlAstTranslatorFactory getSqlAstTranslatorFactory() {
    return new SqliteTranslatorFactory();
  }

  @Override
  public MutationOperation createOptionalTableUpdateOperation(EntityMutationTarget target, OptionalTableUpdate update,
      SessionFactoryImplementor factory) {
    return SqliteUpserts.operation(update, factory);
  }

  @Override
  public LimitHandler getLimitHandler() {
    return SqliteLimitHandler.INSTANCE;
  }

  @Override
  public IdentityColumnSupport getIdentityColumnSupport() {
    return identity;
  }

  @Override
  public String getTruncateTableStatement(String table) {
    return "delete from " + table;
  }

  // Errors

  @Override
  public SQLExceptionConversionDelegate buildSQLExceptionConversionDelegate() {
    return errors;
  }

  @Override
  public ViolatedConstraintNameExtractor getViolatedConstraintNameExtractor() {
    return errors;
  }

  // Schema

  @Override
  public Exporter<Table> getTableExporter() {
    return tableExporter;
  }

  @Override
  public Cleaner getTableCleaner() {
    return tableCleaner;
  }

  @Override
  public SqliteTableMigrator getTableMigrator() {
    return tableMigrator;
  }

  @Override
  public SchemaManagementTool getFallbackSchemaManagementTool(Map<String, Object> settings,
      ServiceRegistryImplementor registry) {
    return new SqliteSchemaTool();
  }

  @Override
  public Exporter<ForeignKey> getForeignKeyExporter() {
    return foreignKeyExporter;
  }

  @Override
  public Exporter<Index> getIndexExporter() {
    return indexExporter;
  }

  @Override
  public Exporter<UserDefinedType> getUserDefinedTypeExporter() {
    return new NoUserDefinedTypes();
  }

  @Override
  public UniqueDelegate getUniqueDelegate() {
    return uniqueDelegate;
  }

  /** SQLite finds a name without regard to the case of its ASCII letters, in quotes too. */
  @Override
  public IdentifierHelper buildIdentifierHelper(IdentifierHelperBuilder builder, DatabaseMetaData metadata)
      throws SQLException {
    builder.applyReservedWords(getKeywords());
    builder.setNameQualifierSupport(getNameQualifierSupport());
    builder.setUnquotedCaseStrategy(IdentifierCaseStrategy.LOWER);
    builder.setQuotedCaseStrategy(IdentifierCaseStrategy.LOWER);
    return builder.build();
  }

  @Override
  public String toQuotedIdentifier(String name) {
    return name == null ? null : '"' + name.replace("\"", "\"\"") + '"';
  }

  // Temporary tables, for updates and deletes of several tables at once; always in the schema "temp"
  // (lang_createtable.html, section 2), where Hibernate would put them into that of the entity's table

  @Override
  public SqmMultiTableMutationStrategy getFallbackSqmMutationStrategy(EntityMappingType entity,
      RuntimeModelCreationContext context) {
    return new LocalTemporaryTableMutationStrategy(
        TemporaryTable.createIdTable(entity, name -> "temp." + TemporaryTable.ID_TABLE_PREFIX + name, this, context),
        context.getSessionFactory());
  }

  @Override
  public SqmMultiTableInsertStrategy getFallbackSqmInsertStrategy(EntityMappingType entity,
      RuntimeModelCreationContext context) {
    return new LocalTemporaryTableInsertStrategy(
        TemporaryTable.createEntityTable(entity, name -> "temp." + TemporaryTable.ENTITY_TABLE_PREFIX + name, this,
            context),
        context.getSessionFactory());
  }
}

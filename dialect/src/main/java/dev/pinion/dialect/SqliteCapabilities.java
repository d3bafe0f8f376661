package dev.pinion.dialect;

import dev.pinion.dialect.impl.id.SqliteSequences;
import dev.pinion.dialect.impl.json.JsonAggregates;
import dev.pinion.dialect.impl.schema.AttachedDatabases;
import java.sql.DatabaseMetaData;
import org.hibernate.ScrollMode;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.DmlTargetColumnQualifierSupport;
import org.hibernate.dialect.FunctionalDependencyAnalysisSupport;
import org.hibernate.dialect.FunctionalDependencyAnalysisSupportImpl;
import org.hibernate.dialect.NationalizationSupport;
import org.hibernate.dialect.NullOrdering;
import org.hibernate.dialect.SelectItemReferenceStrategy;
import org.hibernate.dialect.aggregate.AggregateSupport;
import org.hibernate.dialect.sequence.SequenceSupport;
import org.hibernate.dialect.temptable.TemporaryTableKind;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
import org.hibernate.query.sqm.mutation.internal.temptable.BeforeUseAction;
import org.hibernate.tool.schema.extract.spi.SequenceInformationExtractor;
import org.hibernate.type.SqlTypes;

/**
 * What SQLite can and cannot do, as far as Hibernate asks with a yes or no, a number or a word.
 */
abstract class SqliteCapabilities extends Dialect {

  /** The default of SQLITE_MAX_VARIABLE_NUMBER (limits.html, section 9). */
  private static final int MAX_PARAMETERS = 32_766;
  private static final int BATCH_SIZE = 50;

  SqliteCapabilities(DatabaseVersion version) {
    super(version);
  }

  @Override
  public NationalizationSupport getNationalizationSupport() {
    return NationalizationSupport.IMPLICIT;
  }

  @Override
  public boolean supportsJdbcConnectionLobCreation(DatabaseMetaData metadata) {
    return false;
  }

  @Override
  public boolean getDefaultNonContextualLobCreation() {
    return true;
  }

  /** A large object that was read is a copy in memory: writing into it changes nothing that is stored. */
  @Override
  public boolean supportsLobValueChangePropagation() {
    return false;
  }

  @Override
  public boolean useInputStreamToInsertBlob() {
    return false;
  }

  @Override
  public boolean useConnectionToCreateLob() {
    return false;
  }

  /** All text is Unicode, and sqlite-jdbc has no {@code setNString()}. */
  @Override
  public boolean supportsNationalizedMethods() {
    return false;
  }

  @Override
  public boolean supportsBitType() {
    return false;
  }

  @Override
  public int getPreferredSqlTypeCodeForArray() {
    return SqlTypes.ARRAY;
  }

  /** Arrays are all text of JSON. */
  @Override
  public String getArrayTypeName(String javaElementTypeName, String elementTypeName, Integer maxLength) {
    return "text";
  }

  @Override
  public AggregateSupport getAggregateSupport() {
    return JsonAggregates.INSTANCE;
  }

  @Override
  public long getFractionalSecondPrecisionInNanos() {
    return 1;
  }

  @Override
  public boolean supportsInsertReturning() {
    return true;
  }

  @Override
  public boolean supportsInsertReturningRowId() {
    return false;
  }

  /** {@code returning} gives the keys without the query that the driver would need. */
  @Override
  public boolean getDefaultUseGetGeneratedKeys() {
    return false;
  }

  @Override
  public int getDefaultStatementBatchSize() {
    return BATCH_SIZE;
  }

  @Override
  public int getParameterCountLimit() {
    return MAX_PARAMETERS;
  }

  @Override
  public DmlTargetColumnQualifierSupport getDmlTargetColumnQualifierSupport() {
    return DmlTargetColumnQualifierSupport.TABLE_ALIAS;
  }

  @Override
  public SelectItemReferenceStrategy getGroupBySelectItemReferenceStrategy() {
    return SelectItemReferenceStrategy.EXPRESSION;
  }

  @Override
  @SuppressWarnings("deprecation")
  public String getNoColumnsInsertString() {
    return "default values";
  }

  @Override
  public NullOrdering getNullOrdering() {
    return NullOrdering.SMALLEST;
  }

  @Override
  public boolean supportsCaseInsensitiveLike() {
    return true;
  }

  @Override
  public boolean supportsTruncateWithCast() {
    return false;
  }

  @Override
  public boolean supportsDistinctFromPredicate() {
    return true;
  }

  @Override
  public boolean supportsIsTrue() {
    return true;
  }

  @Override
  public boolean supportsOffsetInSubquery() {
    return true;
  }

  @Override
  public boolean supportsCurrentTimestampSelection() {
    return true;
  }

  @Override
  public boolean isCurrentTimestampSelectStringCallable() {
    return false;
  }

  @Override
  public boolean supportsWindowFunctions() {
    return true;
  }

  @Override
  public boolean supportsPartitionBy() {
    return true;
  }

  /** Columns that are not grouped by are those of any row of the group (lang_select.html, section 2.5). */
  @Override
  public FunctionalDependencyAnalysisSupport getFunctionalDependencyAnalysisSupport() {
    return FunctionalDependencyAnalysisSupportImpl.TABLE_GROUP_AND_CONSTANTS;
  }

  @Override
  public boolean supportsRecursiveCTE() {
    return true;
  }

  @Override
  public boolean supportsValuesList() {
    return true;
  }

  @Override
  public boolean supportsFromClauseInUpdate() {
    return true;
  }

  @Override
  public boolean supportsTupleDistinctCounts() {
    return false;
  }

  /** For entities that ask for it; others may be {@code without rowid} (rowidtable.html). */
  @Override
  public String rowId(String name) {
    return name == null ? null : "_rowid_";
  }

  @Override
  public int rowIdSqlType() {
    return SqlTypes.BIGINT;
  }

  @Override
  public ScrollMode defaultScrollMode() {
    return ScrollMode.FORWARD_ONLY;
  }

  @Override
  public boolean supportsResultSetPositionQueryMethodsOnForwardOnlyCursor() {
    return false;
  }

  @Override
  public SequenceSupport getSequenceSupport() {
    return SqliteSequences.INSTANCE;
  }

  @Override
  public String getQuerySequencesString() {
    return SqliteSequences.QUERY;
  }

  @Override
  public SequenceInformationExtractor getSequenceInformationExtractor() {
    return SqliteSequences.Extractor.INSTANCE;
  }

  @Override
  public String getForUpdateString() {
    return "";
  }

  @Override
  public boolean supportsLockTimeouts() {
    return false;
  }

  @Override
  public boolean supportsOuterJoinForUpdate() {
    return false;
  }

  /** Keys, uniques and indexes go with their table. */
  @Override
  public boolean dropConstraints() {
    return false;
  }

  @Override
  public boolean supportsIfExistsBeforeTableName() {
    return true;
  }

  @Override
  public boolean canCreateSchema() {
    return false;
  }

  /** A catalog and a schema are both an attached database; see {@link AttachedDatabases}. */
  @Override
  public NameQualifierSupport getNameQualifierSupport() {
    return NameQualifierSupport.BOTH;
  }

  @Override
  public TemporaryTableKind getSupportedTemporaryTableKind() {
    return TemporaryTableKind.LOCAL;
  }

  @Override
  public String getTemporaryTableCreateCommand() {
    return "create temporary table if not exists";
  }

  @Override
  public BeforeUseAction getTemporaryTableBeforeUseAction() {
    return BeforeUseAction.CREATE;
  }
}

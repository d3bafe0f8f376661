package dev.pinion.dialect.impl.id;

import static org.hibernate.internal.util.config.ConfigurationHelper.getInt;
import static org.hibernate.internal.util.config.ConfigurationHelper.getString;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IdentifierGenerationException;
import org.hibernate.id.IdentifierGeneratorHelper;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.OptimizerFactory;
import org.hibernate.id.enhanced.StandardOptimizerDescriptor;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.id.factory.spi.StandardGenerator;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.Type;

/**
 * {@link TableGenerator} for SQLite, with all of its parameters: see {@link SessionIds} for what differs.
 */
public final class SqliteTableGenerator extends TableGenerator
    implements StandardGenerator, CountingGenerator, SessionIds.Source {

  private SessionIds ids;
  private Counter counter;
  private String insert;
  private boolean storesLastUsed;

  @Override
  public void configure(Type type, Properties parameters, ServiceRegistry registry) {
    super.configure(type, parameters, registry);
    storesLastUsed = registry.requireService(ConfigurationService.class)
        .getSetting(AvailableSettings.TABLE_GENERATOR_STORE_LAST_USED, StandardConverters.BOOLEAN, true);
    ids = new SessionIds(getOptimizer(), () -> newOptimizer(type, parameters));
  }

  private Optimizer newOptimizer(Type type, Properties parameters) {
    String name = getString(OPT_PARAM, parameters,
        OptimizerFactory.determineImplicitOptimizerName(getIncrementSize(), parameters));
    return OptimizerFactory.buildOptimizer(StandardOptimizerDescriptor.fromExternalName(name), type.getReturnedClass(),
        getIncrementSize(), getInt(INITIAL_PARAM, parameters, -1));
  }

  /** Called once the name of the table is known. */
  @Override
  protected String buildUpdateQuery(String table, SqlStringGenerationContext context) {
    int increment = getOptimizer().applyIncrementSizeToSourceValues() ? getIncrementSize() : 1;
    counter = Counter.of(table, getValueColumnName(), increment, getSegmentColumnName(), getSegmentValue());
    return counter.sql();
  }

  /** Adds the row unless another process was first. */
  @Override
  protected String buildInsertQuery(String table, SqlStringGenerationContext context) {
    insert = "insert into " + table + " (" + getSegmentColumnName() + ", " + getValueColumnName() + ") select ?1, ?2"
        + " where not exists (select 1 from " + table + " where " + getSegmentColumnName() + " = ?1)";
    return insert;
  }

  @Override
  public Object generate(SharedSessionContractImplementor session, Object entity) {
    return ids.next(session, this);
  }

  @Override
  public void beforeCommit(SharedSessionContractImplementor session) {
    counter.keep(session);
  }

  @Override
  public IntegralDataTypeHolder take(SharedSessionContractImplementor session) {
    TableAccesses.count(this);
    OptionalLong stored = counter.take(session);
    if (stored.isEmpty()) {
      SessionStatements.update(session, insert, statement -> {
        statement.setString(1, getSegmentValue());
        statement.setLong(2, firstStored());
      });
      stored = counter.take(session);
    }
    long value = stored.orElseThrow(() -> new IdentifierGenerationException("There is no row for '" + getSegmentValue()
        + "' although one was just inserted. SQL: " + insert));
    return sourceValue(value);
  }

  private long firstStored() {
    return storesLastUsed ? getInitialValue() - 1L : getInitialValue();
  }

  @Override
  public Blocks blocks() {
    return ids.blocks();
  }

  @Override
  public Counter counter() {
    return counter;
  }

  @Override
  public Optional<Insert> insert() {
    return Optional.of(new Insert(insert, new Object[] {getSegmentValue(), firstStored()}));
  }

  @Override
  public IntegralDataTypeHolder sourceValue(long counted) {
    return IdentifierGeneratorHelper.getIntegralDataTypeHolder(getIdentifierType().getReturnedClass())
        .initialize(storesLastUsed ? counted + 1 : counted);
  }
}

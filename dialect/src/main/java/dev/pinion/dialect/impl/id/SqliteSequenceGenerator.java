package dev.pinion.dialect.impl.id;

import java.util.Optional;
import java.util.Properties;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.OptimizerFactory;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.factory.spi.StandardGenerator;
import org.hibernate.internal.util.config.ConfigurationHelper;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.Type;

/**
 * {@link SequenceStyleGenerator} for SQLite, with all of its parameters: see {@link SessionIds} for what differs.
 */
public final class SqliteSequenceGenerator extends SequenceStyleGenerator
    implements StandardGenerator, CountingGenerator {

  private SessionIds ids;

  @Override
  public void configure(Type type, Properties parameters, ServiceRegistry registry) {
    super.configure(type, parameters, registry);
    Optimizer optimizer = super.getOptimizer();
    int increment = optimizer.getIncrementSize();
    ids = new SessionIds(optimizer, () -> newOptimizer(type, parameters, increment));
  }

  private Optimizer newOptimizer(Type type, Properties parameters, int increment) {
    return OptimizerFactory.buildOptimizer(
        determineOptimizationStrategy(parameters, determineIncrementSize(parameters)), type.getReturnedClass(),
        increment, ConfigurationHelper.getInt(INITIAL_PARAM, parameters, -1));
  }

  @Override
  protected DatabaseStructure buildSequenceStructure(Type type, Properties parameters, JdbcEnvironment environment,
      QualifiedName name, int initialValue, int incrementSize) {
    return new CountedSequence(environment, contributor(parameters), name, initialValue, incrementSize,
        type.getReturnedClass());
  }

  @Override
  protected DatabaseStructure buildTableStructure(Type type, Properties parameters, JdbcEnvironment environment,
      QualifiedName name, int initialValue, int incrementSize) {
    Identifier column = determineValueColumnName(parameters, environment);
    return new CountedTable(environment, contributor(parameters), name, column, initialValue, incrementSize,
        type.getReturnedClass());
  }

  private static String contributor(Properties parameters) {
    return parameters.getProperty(CONTRIBUTOR_NAME, "orm");
  }

  @Override
  public Object generate(SharedSessionContractImplementor session, Object entity) {
    return ids.next(session, access());
  }

  private CounterAccess access() {
    return ((CountedStructure) getDatabaseStructure()).access();
  }

  @Override
  public Blocks blocks() {
    return ids.blocks();
  }

  @Override
  public Counter counter() {
    return access().counter();
  }

  @Override
  public Optional<Insert> insert() {
    return Optional.empty();
  }

  @Override
  public IntegralDataTypeHolder sourceValue(long counted) {
    return access().holder(counted);
  }

  @Override
  public Optimizer getOptimizer() {
    return new AskedForEachRow(super.getOptimizer());
  }

  /** A value cannot be taken inside of an {@code INSERT … SELECT}. */
  @Override
  public boolean supportsBulkInsertionIdentifierGeneration() {
    return false;
  }
}

package dev.pinion.dialect.impl.id;

import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.enhanced.AccessCallback;
import org.hibernate.id.enhanced.SequenceStructure;

/** An emulated sequence, which the schema tools export as {@link SqliteSequences} says. */
final class CountedSequence extends SequenceStructure implements CountedStructure {

  private final Class<?> numberType;
  private CounterAccess access;

  CountedSequence(JdbcEnvironment environment, String contributor, QualifiedName name, int initialValue,
      int incrementSize, Class<?> numberType) {
    super(environment, contributor, name, initialValue, incrementSize, numberType);
    this.numberType = numberType;
  }

  @Override
  public void initialize(SqlStringGenerationContext context) {
    super.initialize(context);
    access = new CounterAccess(numberType,
        Counter.of(context.format(getPhysicalName()), SqliteSequences.VALUE, getSourceIncrementSize()));
  }

  @Override
  public CounterAccess access() {
    return access;
  }

  @Override
  public AccessCallback buildCallback(SharedSessionContractImplementor session) {
    return access.callback(session);
  }

  @Override
  public int getTimesAccessed() {
    return access.times();
  }

  @Override
  public String[] getAllSqlForTests() {
    return access.sql();
  }
}

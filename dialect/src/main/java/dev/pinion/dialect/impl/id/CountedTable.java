package dev.pinion.dialect.impl.id;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.enhanced.AccessCallback;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.TableStructure;

/** The table that a sequence generator uses when it is told to ({@code force_table_use}). */
final class CountedTable extends TableStructure implements CountedStructure {

  private final Identifier column;
  private final Class<?> numberType;
  private int sourceIncrement;
  private CounterAccess access;

  CountedTable(JdbcEnvironment environment, String contributor, QualifiedName name, Identifier column,
      int initialValue, int incrementSize, Class<?> numberType) {
    super(environment, contributor, name, column, initialValue, incrementSize, numberType);
    this.column = column;
    this.numberType = numberType;
  }

  @Override
  public void configure(Optimizer optimizer) {
    super.configure(optimizer);
    sourceIncrement = optimizer.applyIncrementSizeToSourceValues() ? getIncrementSize() : 1;
  }

  @Override
  public void initialize(SqlStringGenerationContext context) {
    super.initialize(context);
    access = new CounterAccess(numberType, Counter.of(context.format(getPhysicalName()),
        column.render(context.getDialect()), sourceIncrement));
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

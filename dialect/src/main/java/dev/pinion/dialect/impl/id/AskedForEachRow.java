package dev.pinion.dialect.impl.id;

import java.io.Serializable;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.enhanced.AccessCallback;
import org.hibernate.id.enhanced.Optimizer;

/**
 * Has an HQL insert from a select number its rows first and then ask for an id for each. Hibernate does so where blocks
 * are larger than one; else it would take the numbers for ids, as it cannot call a sequence within the statement.
 */
public record AskedForEachRow(Optimizer optimizer) implements Optimizer {

  @Override
  public int getIncrementSize() {
    return Math.max(2, optimizer.getIncrementSize());
  }

  @Override
  public Serializable generate(AccessCallback callback) {
    return optimizer.generate(callback);
  }

  @Override
  public IntegralDataTypeHolder getLastSourceValue() {
    return optimizer.getLastSourceValue();
  }

  @Override
  public boolean applyIncrementSizeToSourceValues() {
    return optimizer.applyIncrementSizeToSourceValues();
  }
}

package dev.pinion.dialect.impl.id;

import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IdentifierGenerationException;
import org.hibernate.id.IdentifierGeneratorHelper;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.enhanced.AccessCallback;

/** How an optimizer comes to the values of a counter. */
final class CounterAccess implements SessionIds.Source {

  private final Class<?> numberType;
  private final Counter counter;
  private final AtomicInteger times = new AtomicInteger();

  CounterAccess(Class<?> numberType, Counter counter) {
    this.numberType = numberType;
    this.counter = counter;
  }

  Counter counter() {
    return counter;
  }

  int times() {
    return times.get();
  }

  String[] sql() {
    return new String[] {counter.sql()};
  }

  @Override
  public IntegralDataTypeHolder take(SharedSessionContractImplementor session) {
    times.incrementAndGet();
    long value = counter.take(session).orElseThrow(() -> new IdentifierGenerationException(
        "The sequence has no row; insert one with the next value. SQL: " + counter.sql()));
    return holder(value);
  }

  IntegralDataTypeHolder holder(long value) {
    return IdentifierGeneratorHelper.getIntegralDataTypeHolder(numberType).initialize(value);
  }

  @Override
  public void beforeCommit(SharedSessionContractImplementor session) {
    counter.keep(session);
  }

  AccessCallback callback(SharedSessionContractImplementor session) {
    return new AccessCallback() {
      @Override
      public IntegralDataTypeHolder getNextValue() {
        return take(session);
      }

      @Override
      public String getTenantIdentifier() {
        return session.getTenantIdentifier();
      }
    };
  }
}

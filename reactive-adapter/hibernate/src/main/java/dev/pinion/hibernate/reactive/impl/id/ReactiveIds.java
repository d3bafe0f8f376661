package dev.pinion.hibernate.reactive.impl.id;

import dev.pinion.dialect.impl.id.Counter;
import dev.pinion.dialect.impl.id.CountingGenerator;
import io.vertx.sqlclient.Transaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IdentifierGenerationException;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.enhanced.AccessCallback;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.reactive.id.ReactiveIdentifierGenerator;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.session.ReactiveConnectionSupplier;

/**
 * Hands out the ids of one generator to reactive sessions. A block that is taken inside a transaction belongs to that
 * transaction alone: upon commit what is left of it goes to everybody, upon rollback it is thrown away.
 *
 * <p>Thread-safe; blocks no thread.
 */
final class ReactiveIds implements ReactiveIdentifierGenerator<Object> {

  private final CountingGenerator generator;
  private final Map<Transaction, Lease> leases = Collections.synchronizedMap(new WeakHashMap<>());

  ReactiveIds(CountingGenerator generator) {
    this.generator = generator;
  }

  @Override
  public CompletionStage<Object> generate(ReactiveConnectionSupplier supplier, Object entity) {
    SharedSessionContractImplementor session = (SharedSessionContractImplementor) supplier;
    Object tenant = Counter.tenant(session);
    // The connection itself, past what batches its updates.
    ReactiveConnection connection = supplier.getReactiveConnection().withBatchSize(1);
    Transaction transaction = RunningTransaction.of(connection);
    if (transaction != null) {
      return leases.computeIfAbsent(transaction, running -> lease(running, tenant))
          .next(connection, session.getTenantIdentifier());
    }
    Lease lease = new Lease(tenant);
    return lease.next(connection, session.getTenantIdentifier()).whenComplete((id, failure) -> lease.end(id != null));
  }

  private Lease lease(Transaction transaction, Object tenant) {
    Lease lease = new Lease(tenant);
    transaction.completion().onComplete(end -> {
      leases.remove(transaction);
      lease.end(end.succeeded());
    });
    return lease;
  }

  private CompletionStage<Long> take(ReactiveConnection connection, Object tenant) {
    return count(connection, tenant).thenCompose(value -> {
      CountingGenerator.Insert insert = generator.insert().orElse(null);
      return value != null || insert == null
          ? CompletableFuture.completedFuture(value)
          : connection.update(insert.sql(), insert.parameters()).thenCompose(inserted -> count(connection, tenant));
    });
  }

  private CompletionStage<Long> count(ReactiveConnection connection, Object tenant) {
    Counter counter = generator.counter();
    return connection.selectIdentifier(counter.sql(), counter.parameters(tenant), Long.class).thenApply(value -> {
      if (value != null) {
        counter.seen(tenant, value);
      }
      return value;
    });
  }

  /** An optimizer in the hands of one transaction. */
  private final class Lease {

    private final Object tenant;
    private Optimizer optimizer;
    private boolean tookBlock;

    Lease(Object tenant) {
      this.tenant = tenant;
      this.optimizer = generator.blocks().take(tenant);
    }

    CompletionStage<Object> next(ReactiveConnection connection, String tenantIdentifier) {
      return next(connection, tenantIdentifier, List.of());
    }

    /** Asks the optimizer again, with one more value each time, until it has as many as it needs. */
    private CompletionStage<Object> next(ReactiveConnection connection, String tenantIdentifier, List<Long> values) {
      Values source = new Values(tenantIdentifier, values);
      try {
        return CompletableFuture.completedFuture(optimizer.generate(source));
      } catch (MissingValueException e) {
        tookBlock = true;
        if (!values.isEmpty()) {
          // It has begun with the values and does not go on in the middle.
          optimizer = generator.blocks().fresh();
        }
        return take(connection, tenant).thenCompose(value -> {
          if (value == null) {
            throw new IdentifierGenerationException("The sequence has no row; insert one with the next value. SQL: "
                + generator.counter().sql());
          }
          List<Long> more = new ArrayList<>(values);
          more.add(value);
          return next(connection, tenantIdentifier, more);
        });
      }
    }

    void end(boolean committed) {
      if (committed || !tookBlock) {
        generator.blocks().giveBack(tenant, optimizer);
      }
    }
  }

  /** Gives an optimizer the values that have been taken for it. */
  private final class Values implements AccessCallback {

    private final String tenantIdentifier;
    private final Queue<Long> left;

    Values(String tenantIdentifier, List<Long> values) {
      this.tenantIdentifier = tenantIdentifier;
      this.left = new ArrayDeque<>(values);
    }

    @Override
    public IntegralDataTypeHolder getNextValue() {
      Long value = left.poll();
      if (value == null) {
        throw new MissingValueException();
      }
      return generator.sourceValue(value);
    }

    @Override
    public String getTenantIdentifier() {
      return tenantIdentifier;
    }
  }

  /** Thrown through the optimizer, which asks synchronously for what comes asynchronously. */
  private static final class MissingValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingValueException() {
      super(null, null, false, false);
    }
  }
}

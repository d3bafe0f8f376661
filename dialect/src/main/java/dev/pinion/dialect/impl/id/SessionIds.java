package dev.pinion.dialect.impl.id;

import java.io.Serializable;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.enhanced.AccessCallback;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.resource.transaction.spi.TransactionCoordinator;
import org.hibernate.resource.transaction.spi.TransactionObserver;

/**
 * Hands out the ids of one generator. A block that is taken inside a transaction belongs to that transaction alone:
 * upon commit what is left of it goes to everybody, upon rollback it is thrown away, as the row that counted it is
 * rolled back too. So no id comes twice, neither after a rollback nor in another process.
 *
 * <p>Thread-safe.
 */
final class SessionIds {

  private final Blocks blocks;
  private final Map<TransactionCoordinator, Lease> leases = Collections.synchronizedMap(new WeakHashMap<>());

  /** Where the blocks come from. */
  interface Source {

    /** Takes the next value from the database. */
    IntegralDataTypeHolder take(SharedSessionContractImplementor session);

    /** The transaction that has taken some is about to commit. */
    void beforeCommit(SharedSessionContractImplementor session);
  }

  /**
   * The ids of a generator.
   *
   * @param first the optimizer that the generator shows to others; used first
   * @param further makes more of its kind
   */
  SessionIds(Optimizer first, Supplier<Optimizer> further) {
    AtomicReference<Optimizer> unused = new AtomicReference<>(first);
    this.blocks = new Blocks(() -> {
      Optimizer optimizer = unused.getAndSet(null);
      return optimizer != null ? optimizer : further.get();
    });
  }

  Blocks blocks() {
    return blocks;
  }

  Serializable next(SharedSessionContractImplementor session, Source source) {
    if (session.isTransactionInProgress()) {
      return leases.computeIfAbsent(session.getTransactionCoordinator(), coordinator -> lease(session, source))
          .next(session, source);
    }
    Lease lease = new Lease(Counter.tenant(session), blocks.take(Counter.tenant(session)));
    Serializable id = lease.next(session, source);
    lease.end(isAutoCommitting(session));
    return id;
  }

  private Lease lease(SharedSessionContractImplementor session, Source source) {
    Object tenant = Counter.tenant(session);
    Lease lease = new Lease(tenant, blocks.take(tenant));
    TransactionCoordinator coordinator = session.getTransactionCoordinator();
    coordinator.addObserver(new TransactionObserver() {
      @Override
      public void afterBegin() {
        // The lease is of the transaction that has begun already.
      }

      @Override
      public void beforeCompletion() {
        // Under JTA a session may be closed before its transaction ends, and has no connection any more.
        if (lease.tookBlock && session.getJdbcCoordinator().getLogicalConnection().isOpen()) {
          source.beforeCommit(session);
        }
      }

      @Override
      public void afterCompletion(boolean successful, boolean delayed) {
        coordinator.removeObserver(this);
        leases.remove(coordinator);
        lease.end(successful);
      }
    });
    return lease;
  }

  /** Whether what was just done outside of a transaction of Hibernate's has been committed. */
  private static boolean isAutoCommitting(SharedSessionContractImplementor session) {
    try {
      return session.getJdbcCoordinator().getLogicalConnection().getPhysicalConnection().getAutoCommit();
    } catch (SQLException e) {
      throw session.getJdbcServices().getSqlExceptionHelper().convert(e, "could not read the auto-commit mode");
    }
  }

  /** An optimizer in the hands of one transaction. */
  private final class Lease {

    private final Object tenant;
    private final Optimizer optimizer;
    private boolean tookBlock;

    Lease(Object tenant, Optimizer optimizer) {
      this.tenant = tenant;
      this.optimizer = optimizer;
    }

    Serializable next(SharedSessionContractImplementor session, Source source) {
      return optimizer.generate(new AccessCallback() {
        @Override
        public IntegralDataTypeHolder getNextValue() {
          tookBlock = true;
          return source.take(session);
        }

        @Override
        public String getTenantIdentifier() {
          return session.getTenantIdentifier();
        }
      });
    }

    void end(boolean committed) {
      if (committed || !tookBlock) {
        blocks.giveBack(tenant, optimizer);
      }
    }
  }
}

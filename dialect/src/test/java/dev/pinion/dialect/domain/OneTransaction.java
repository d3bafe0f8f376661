package dev.pinion.dialect.domain;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import javax.transaction.xa.XAResource;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;

/** A JTA platform that has one transaction at a time and no resources. */
public final class OneTransaction extends AbstractJtaPlatform implements TransactionManager, UserTransaction {

  private Current current;

  private static final class Current implements Transaction {

    private final List<Synchronization> synchronizations = new ArrayList<>();

    private void end(int status) {
      if (status == Status.STATUS_COMMITTED) {
        synchronizations.forEach(Synchronization::beforeCompletion);
      }
      synchronizations.forEach(each -> each.afterCompletion(status));
    }

    @Override
    public void commit() {
      end(Status.STATUS_COMMITTED);
    }

    @Override
    public void rollback() {
      end(Status.STATUS_ROLLEDBACK);
    }

    @Override
    public void registerSynchronization(Synchronization synchronization) {
      synchronizations.add(synchronization);
    }

    @Override
    public int getStatus() {
      return Status.STATUS_ACTIVE;
    }

    @Override
    public boolean enlistResource(XAResource resource) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean delistResource(XAResource resource, int flag) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setRollbackOnly() {
      throw new UnsupportedOperationException();
    }
  }

  @Override
  public void begin() {
    current = new Current();
  }

  @Override
  public void commit() {
    var ending = current;
    ending.commit();
    current = null;
  }

  @Override
  public void rollback() {
    var ending = current;
    ending.rollback();
    current = null;
  }

  @Override
  public int getStatus() {
    return current == null ? Status.STATUS_NO_TRANSACTION : current.getStatus();
  }

  @Override
  public Transaction getTransaction() {
    return current;
  }

  @Override
  public Transaction suspend() {
    var suspended = current;
    current = null;
    return suspended;
  }

  @Override
  public void resume(Transaction transaction) {
    current = (Current) transaction;
  }

  @Override
  public void setRollbackOnly() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setTransactionTimeout(int seconds) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected TransactionManager locateTransactionManager() {
    return this;
  }

  @Override
  protected UserTransaction locateUserTransaction() {
    return this;
  }
}

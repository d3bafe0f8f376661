package dev.pinion.hibernate.reactive.impl.id;

import io.vertx.sqlclient.Transaction;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.impl.SqlClientConnection;

/** The transaction of a connection, which Hibernate Reactive keeps to itself. */
final class RunningTransaction {

  private static final VarHandle TRANSACTION;

  static {
    try {
      TRANSACTION = MethodHandles.privateLookupIn(SqlClientConnection.class, MethodHandles.lookup())
          .findVarHandle(SqlClientConnection.class, "transaction", Transaction.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Hibernate Reactive hides the transactions in which ids are generated;"
          + " use the version that Pinion was built with", e);
    }
  }

  private RunningTransaction() {
  }

  /** Null if none is running. */
  static Transaction of(ReactiveConnection connection) {
    return (Transaction) TRANSACTION.get((SqlClientConnection) connection);
  }
}

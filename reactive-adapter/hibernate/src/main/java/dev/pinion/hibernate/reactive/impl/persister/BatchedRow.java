package dev.pinion.hibernate.reactive.impl.persister;

import dev.pinion.hibernate.reactive.impl.DriverConnection;
import dev.pinion.sqlclient.impl.SqliteConnectionImpl;
import io.vertx.sqlclient.SqlResult;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.mutation.OperationResultChecker;
import org.hibernate.engine.jdbc.mutation.group.PreparedStatementDetails;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.reactive.session.ReactiveConnectionSupplier;

/**
 * Checks what a batch has done to one row. Hibernate Reactive asks the first row of a batch about all of them, and with
 * the count of the first row; this looks up the row that is meant and what the driver has counted for it.
 */
final class BatchedRow implements OperationResultChecker {

  private final OperationResultChecker checker;
  private final SharedSessionContractImplementor session;
  private BatchedRow next;

  BatchedRow(OperationResultChecker checker, SharedSessionContractImplementor session) {
    this.checker = checker;
    this.session = session;
  }

  void precedes(BatchedRow row) {
    next = row;
  }

  @Override
  public boolean checkResult(PreparedStatementDetails details, int firstCount, int position) throws SQLException {
    BatchedRow row = this;
    SqlResult<?> result = position > 0 ? lastBatch() : null;
    for (int i = 0; i < position; i++) {
      row = row.next;
      result = result == null ? null : result.next();
    }
    return row.checker.checkResult(details, result == null ? firstCount : result.rowCount(), position);
  }

  /** Null if the driver is not ours. */
  private SqlResult<?> lastBatch() {
    return DriverConnection.of(((ReactiveConnectionSupplier) session).getReactiveConnection())
        .map(SqliteConnectionImpl::lastBatch)
        .orElse(null);
  }
}

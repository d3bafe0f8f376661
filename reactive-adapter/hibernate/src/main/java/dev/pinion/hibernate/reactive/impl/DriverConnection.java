package dev.pinion.hibernate.reactive.impl;

import dev.pinion.sqlclient.impl.SqliteConnectionImpl;
import io.vertx.sqlclient.SqlConnection;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.impl.SqlClientConnection;

/** The driver's connection under one of Hibernate Reactive, which keeps it to itself. */
public final class DriverConnection {

  private static final int UNBATCHED = 0;
  private static final VarHandle CONNECTION;

  static {
    try {
      CONNECTION = MethodHandles.privateLookupIn(SqlClientConnection.class, MethodHandles.lookup())
          .findVarHandle(SqlClientConnection.class, "connection", SqlConnection.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Hibernate Reactive hides the connections of its sessions;"
          + " use the version that Pinion was built with", e);
    }
  }

  private DriverConnection() {
  }

  /**
   * The connection of Pinion's driver.
   *
   * @param connection a session's, which may batch statements
   * @return empty if it is of another driver, or in a wrapper that is not Hibernate's
   */
  public static Optional<SqliteConnectionImpl> of(ReactiveConnection connection) {
    return connection.withBatchSize(UNBATCHED) instanceof SqlClientConnection client
        && (SqlConnection) CONNECTION.get(client) instanceof SqliteConnectionImpl sqlite
        ? Optional.of(sqlite) : Optional.empty();
  }
}

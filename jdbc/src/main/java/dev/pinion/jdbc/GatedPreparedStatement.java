package dev.pinion.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A prepared statement that runs when its connection may. */
final class GatedPreparedStatement extends JDBC4PreparedStatement {

  private final Sql compiled;
  private final Execution execution;
  private final boolean wantsKeys;
  private boolean keysWaiting;

  GatedPreparedStatement(GatedConnection connection, String sql, boolean wantsKeys) throws SQLException {
    super(connection, sql);
    this.compiled = Sql.one(sql);
    this.execution = new Execution(connection, this);
    this.wantsKeys = wantsKeys;
  }

  @Override
  public boolean execute() throws SQLException {
    return execution.run(compiled, super::execute, this::hasRowsLeft);
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    return execution.run(compiled, super::executeQuery, this::hasRowsLeft);
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    return execution.run(compiled, super::executeLargeUpdate, this::hasRowsLeft);
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    return execution.run(compiled, super::executeLargeBatch, this::hasRowsLeft);
  }

  @Override
  public void close() throws SQLException {
    try {
      super.close();
    } finally {
      execution.finish();
    }
  }

  /** Called after each INSERT; unless the keys were asked for beforehand, the query is run when they are. */
  @Override
  public void updateGeneratedKeys() throws SQLException {
    keysWaiting = !wantsKeys;
    if (wantsKeys) {
      super.updateGeneratedKeys();
    }
  }

  @Override
  public ResultSet getGeneratedKeys() throws SQLException {
    if (keysWaiting) {
      keysWaiting = false;
      super.updateGeneratedKeys();
    }
    return super.getGeneratedKeys();
  }

  private boolean hasRowsLeft() {
    return resultsWaiting || rs.isOpen();
  }
}

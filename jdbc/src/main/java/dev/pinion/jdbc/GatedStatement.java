package dev.pinion.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.sqlite.jdbc4.JDBC4Statement;

/** A statement that runs when its connection may. */
final class GatedStatement extends JDBC4Statement {

  private final Execution execution;
  private boolean keysWaiting;

  GatedStatement(GatedConnection connection) {
    super(connection);
    this.execution = new Execution(connection, this);
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    return execution.run(Sql.one(sql), () -> super.execute(sql), this::hasRowsLeft);
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    return execution.run(Sql.one(sql), () -> super.executeQuery(sql), this::hasRowsLeft);
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    return execution.run(Sql.all(sql), () -> super.executeLargeUpdate(sql), this::hasRowsLeft);
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    if (batch == null || batchPos == 0) {
      return super.executeLargeBatch();
    }
    String script = Arrays.stream(batch, 0, batchPos).map(String::valueOf).collect(Collectors.joining(";\n"));
    return execution.run(Sql.all(script), super::executeLargeBatch, this::hasRowsLeft);
  }

  @Override
  public void close() throws SQLException {
    try {
      super.close();
    } finally {
      execution.finish();
    }
  }

  /** Called after each INSERT; the query that it takes is run only if somebody wants to know. */
  @Override
  public void updateGeneratedKeys() {
    keysWaiting = true;
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

package dev.pinion.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;

/**
 * The executions of one statement, one after the other. Outside of a transaction a statement that writes has the write
 * gate for itself, until its rows are read too: SQLite ends it only then (lang_returning.html, section 3).
 */
final class Execution {

  /** A call of sqlite-jdbc's. */
  interface Call<T> {
    T run() throws SQLException;
  }

  private final GatedConnection connection;
  private final Statement statement;
  private boolean holdsTurn;

  Execution(GatedConnection connection, Statement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  /**
   * Runs it.
   *
   * @param rowsLeft whether there are rows that were not read yet
   */
  <T> T run(Sql sql, Call<T> call, BooleanSupplier rowsLeft) throws SQLException {
    finish();
    holdsTurn = connection.enter(sql);
    boolean succeeded = false;
    try {
      T result = QueryTimeout.within(connection.getDatabase(), statement.getQueryTimeout(), call);
      succeeded = true;
      if (holdsTurn) {
        connection.checkWritten();
      }
      return result;
    } catch (SQLException e) {
      connection.failed(e);
      throw e;
    } finally {
      connection.ran(sql);
      if (!succeeded || !rowsLeft.getAsBoolean()) {
        finish();
      }
    }
  }

  void finish() {
    if (holdsTurn) {
      holdsTurn = false;
      connection.leave();
    }
  }
}

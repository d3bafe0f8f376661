package dev.pinion.dialect.impl.id;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.hibernate.JDBCException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** Statements on a session's own connection, seen by its listeners and inspectors as its others are. */
final class SessionStatements {

  /** Sets the parameters. */
  interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private interface Run<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private SessionStatements() {
  }

  /** The number in the first row, if there is one. */
  static OptionalLong query(SharedSessionContractImplementor session, String sql, Binder binder) {
    var coordinator = session.getJdbcCoordinator();
    return prepared(session, sql, statement -> {
      binder.bind(statement);
      ResultSet row = coordinator.getResultSetReturn().extract(statement, sql);
      OptionalLong value = row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      coordinator.getLogicalConnection().getResourceRegistry().release(row, statement);
      return value;
    });
  }

  static int update(SharedSessionContractImplementor session, String sql, Binder binder) {
    return prepared(session, sql, statement -> {
      binder.bind(statement);
      return session.getJdbcCoordinator().getResultSetReturn().executeUpdate(statement, sql);
    });
  }

  /** Runs an update that is not logged, counted or inspected, as it is rather a part of the commit. */
  static void updateUnseen(SharedSessionContractImplementor session, String sql, Binder binder) {
    var connection = session.getJdbcCoordinator().getLogicalConnection().getPhysicalConnection();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(session, sql, e);
    }
  }

  private static JDBCException failed(SharedSessionContractImplementor session, String sql, SQLException cause) {
    return session.getJdbcServices().getSqlExceptionHelper().convert(cause, "could not take the next ids", sql);
  }

  private static <T> T prepared(SharedSessionContractImplementor session, String sql, Run<T> run) {
    var coordinator = session.getJdbcCoordinator();
    PreparedStatement statement = coordinator.getStatementPreparer().prepareStatement(sql);
    try {
      return run.on(statement);
    } catch (SQLException e) {
      throw failed(session, sql, e);
    } finally {
      coordinator.getLogicalConnection().getResourceRegistry().release(statement);
      coordinator.afterStatementExecution();
    }
  }
}

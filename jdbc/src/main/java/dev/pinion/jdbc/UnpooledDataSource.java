package dev.pinion.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** What the pool takes its connections from: each call opens the database anew. */
final class UnpooledDataSource implements DataSource {

  /** How long HikariCP lets a connection that is being opened finish when it closes. */
  private static final int OPENING_SECONDS = 5;

  private final Opener opener;

  UnpooledDataSource(SqliteUrl url, Runnable onMoved) {
    this.opener = new Opener(url, onMoved);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return opener.open();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    if (user != null && !user.isEmpty() || password != null && !password.isEmpty()) {
      throw new SQLException("SQLite has neither users nor passwords; set none", "28000");
    }
    return opener.open();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter writer) throws SQLException {
    throw new SQLFeatureNotSupportedException("Logs go to SLF4J");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("A file is opened without a login");
  }

  @Override
  public int getLoginTimeout() {
    return OPENING_SECONDS;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("Logs go to SLF4J");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("This is no " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}

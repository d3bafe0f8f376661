package dev.pinion.sqlclient;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;

/**
 * What SQLite refused and why.
 *
 * <p>{@link #getErrorCode()} is SQLite's extended result code (rescode.html), {@link #getSqlState()} the SQLState by
 * the standard's classes: 23502 not null, 23503 foreign key, 23505 unique and primary key, 23514 check, 40001
 * snapshot conflict, 55P03 busy or locked, 57014 interrupted. The message begins with SQLite's own text and contains
 * the SQL, never the values of its parameters.
 */
public final class SqliteException extends DatabaseException {

  private final String codeName;
  private final String sql;

  /**
   * An error of SQLite or of its driver.
   *
   * @param message what is wrong, and how to mend it
   * @param codeName the name of the result code, for example {@code SQLITE_CONSTRAINT_UNIQUE}
   * @param extendedCode SQLite's extended result code
   * @param sqlState the SQLState
   * @param sql the statement, or null if none was involved
   * @param cause the error of the JDBC driver, or null
   */
  public SqliteException(
      String message, String codeName, int extendedCode, String sqlState, String sql, SQLException cause) {
    super(sql == null ? message : message + "\nSQL: " + sql, extendedCode, sqlState, cause);
    this.codeName = codeName;
    this.sql = sql;
  }

  /**
   * The primary result code, which is the low byte of the extended one (rescode.html, section 2).
   *
   * @return for example 19 for every kind of constraint
   */
  public int primaryCode() {
    return getErrorCode() & 0xFF;
  }

  /**
   * The extended result code.
   *
   * @return for example 2067 for a unique constraint
   */
  public int extendedCode() {
    return getErrorCode();
  }

  /**
   * The name of the extended result code.
   *
   * @return for example {@code SQLITE_CONSTRAINT_UNIQUE}
   */
  public String codeName() {
    return codeName;
  }

  /**
   * The statement that failed.
   *
   * @return the SQL text, or null if no statement was involved
   */
  public String sql() {
    return sql;
  }
}

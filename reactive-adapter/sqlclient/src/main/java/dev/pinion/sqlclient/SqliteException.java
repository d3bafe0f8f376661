package dev.pinion.sqlclient;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;
import java.util.Set;

/**
 * What SQLite refused and why.
 *
 * <p>{@link #getErrorCode()} is SQLite's extended result code (rescode.html). {@link #getSqlState()} is an SQLState by
 * the classes of the SQL standard; where the standard has none, the one that PostgreSQL gives to the same case:
 *
 * <table>
 * <caption>Result codes and SQLStates</caption>
 * <tr><th>result code</th><th>SQLState</th><th>retryable</th></tr>
 * <tr><td>CONSTRAINT_NOTNULL</td><td>23502</td><td></td></tr>
 * <tr><td>CONSTRAINT_FOREIGNKEY</td><td>23503</td><td></td></tr>
 * <tr><td>CONSTRAINT_UNIQUE, _PRIMARYKEY, _ROWID</td><td>23505</td><td></td></tr>
 * <tr><td>CONSTRAINT_CHECK</td><td>23514</td><td></td></tr>
 * <tr><td>CONSTRAINT_TRIGGER (RAISE), _VTAB, _FUNCTION, _COMMITHOOK, _PINNED</td><td>23000</td><td></td></tr>
 * <tr><td>CONSTRAINT_DATATYPE (STRICT tables), MISMATCH</td><td>22000</td><td></td></tr>
 * <tr><td>BUSY_SNAPSHOT, SCHEMA, ERROR_RETRY, ERROR_SNAPSHOT</td><td>40001</td><td>yes</td></tr>
 * <tr><td>BUSY, LOCKED, PROTOCOL</td><td>55P03</td><td>yes</td></tr>
 * <tr><td>ABORT_ROLLBACK: the transaction is lost, to what can be retried</td><td>40001</td><td>yes</td></tr>
 * <tr><td>ABORT_ROLLBACK: the transaction is lost, to something else</td><td>40000</td><td></td></tr>
 * <tr><td>INTERRUPT, ABORT</td><td>57014</td><td></td></tr>
 * <tr><td>FULL</td><td>53100</td><td></td></tr>
 * <tr><td>NOMEM, IOERR_NOMEM</td><td>53200</td><td></td></tr>
 * <tr><td>READONLY</td><td>25006</td><td></td></tr>
 * <tr><td>READONLY_DBMOVED: the file is gone</td><td>58P01</td><td></td></tr>
 * <tr><td>PERM, AUTH</td><td>42501</td><td></td></tr>
 * <tr><td>CANTOPEN, NOTADB</td><td>08001</td><td></td></tr>
 * <tr><td>MISUSE: the connection is closed</td><td>08003</td><td></td></tr>
 * <tr><td>MISUSE: the cursor is no longer open</td><td>24000</td><td></td></tr>
 * <tr><td>not run: its connection was lost before, to what has this code</td><td>08006</td><td></td></tr>
 * <tr><td>IOERR, NOLFS</td><td>58030</td><td></td></tr>
 * <tr><td>CORRUPT</td><td>XX001</td><td></td></tr>
 * <tr><td>CORRUPT_INDEX</td><td>XX002</td><td></td></tr>
 * <tr><td>TOOBIG: longer than SQLite's limit (limits.html, item 1)</td><td>54000</td><td></td></tr>
 * <tr><td>RANGE</td><td>07009</td><td></td></tr>
 * <tr><td>INTERNAL</td><td>XX000</td><td></td></tr>
 * <tr><td>all others</td><td>HY000</td><td></td></tr>
 * </table>
 *
 * <p>SQLite's general {@code SQLITE_ERROR} is told apart by its text: 42601 syntax, 42P01 no such table or view,
 * 42703 no such column, 42883 no such function or not with so many arguments, 42704 no such index, trigger,
 * collation or module, 3F000 no such database, 3B001 no such savepoint, 42P07 the table, view or index exists, 42710
 * the trigger exists, 42P06 the attached database exists, 42701 and 42702 duplicate and ambiguous column, 42803
 * misuse of an aggregate, 42P20 of a window function, 42P10 a term out of range, 42P16 more than one primary key,
 * 42809 not for a view, 428C9 a generated column, 42830 a foreign key without a key to refer to, 42939 a reserved
 * name, 42501 forbidden, 22003 integer overflow, 22019 a bad ESCAPE, 22032 malformed JSON, 22000 a bad JSON path or
 * full-text query, 25001 not inside of a transaction, 25P01 no transaction, 55006 other statements are in progress,
 * 54000 beyond a limit of SQLite; else 42000.
 *
 * <p>The message begins with SQLite's own text and contains the SQL, never the values of its parameters. The one text
 * that an application can put values into itself is that of {@code RAISE} in a trigger.
 */
public final class SqliteException extends DatabaseException {

  private static final Set<String> RETRYABLE = Set.of("40001", "55P03");

  private final String codeName;
  private final String sql;
  private final transient SqliteConstraint constraint;

  /**
   * An error of SQLite or of its driver that is no violation of a constraint.
   *
   * @param message what is wrong, and how to mend it
   * @param codeName the name of the result code, for example {@code SQLITE_BUSY}
   * @param extendedCode SQLite's extended result code
   * @param sqlState the SQLState
   * @param sql the statement, or null if none was involved
   * @param cause the error of the JDBC driver, or null
   */
  public SqliteException(
      String message, String codeName, int extendedCode, String sqlState, String sql, SQLException cause) {
    this(message, codeName, extendedCode, sqlState, sql, null, cause);
  }

  /**
   * An error of SQLite or of its driver.
   *
   * @param message what is wrong, and how to mend it
   * @param codeName the name of the result code, for example {@code SQLITE_CONSTRAINT_UNIQUE}
   * @param extendedCode SQLite's extended result code
   * @param sqlState the SQLState
   * @param sql the statement, or null if none was involved
   * @param constraint the violated constraint, or null if none was
   * @param cause the error of the JDBC driver, or null
   */
  public SqliteException(String message, String codeName, int extendedCode, String sqlState, String sql,
      SqliteConstraint constraint, SQLException cause) {
    super(sql == null ? message : message + "\nSQL: " + sql, extendedCode, sqlState, cause);
    this.codeName = codeName;
    this.sql = sql;
    this.constraint = constraint;
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

  /**
   * The violated constraint.
   *
   * @return kind, table, columns and name as far as SQLite tells them; null if the error is another
   */
  public SqliteConstraint constraint() {
    return constraint;
  }

  /**
   * Whether the same work can succeed when it is done again: it met others who were using the database, and there is
   * nothing wrong with it. That is so for the SQLStates 40001 and 55P03.
   *
   * <p>Inside of a transaction roll back and run the whole transaction again: after 40001 no statement of it can
   * succeed any more. Outside of one, run the statement again.
   *
   * @return true if trying again makes sense
   */
  public boolean isRetryable() {
    return RETRYABLE.contains(getSqlState());
  }
}

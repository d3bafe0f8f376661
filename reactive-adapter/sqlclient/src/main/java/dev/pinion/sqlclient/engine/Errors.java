package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteConstraint;
import dev.pinion.sqlclient.SqliteException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns sqlite-jdbc's errors into the driver's, with code, SQLState, constraint and remedy. */
final class Errors {

  private Errors() {
  }

  static SqliteException of(SQLException error, String sql) {
    SQLiteErrorCode code = error instanceof SQLiteException e ? e.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
    String whole = text(error, code);
    String text = Withheld.in(whole, sql);
    SqliteConstraint constraint = ConstraintText.parse(code, text, sql);
    String state = constraint == null ? SqlStates.of(code, text) : constraint.kind().sqlState();
    String remedy = remedy(code);
    String message = text + " [" + code.name() + "]" + (remedy.isEmpty() ? "" : "\n" + remedy);
    SQLException cause = text.equals(whole) ? error : null;
    return new SqliteException(message, code.name(), code.code, state, sql, constraint, cause);
  }

  static SqliteException of(SQLiteErrorCode code, String message, String sql) {
    return of(code, message, sql, null);
  }

  static SqliteException of(SQLiteErrorCode code, String message, String sql, SQLException cause) {
    return new SqliteException(
        message + " [" + code.name() + "]", code.name(), code.code, SqlStates.of(code, message), sql, cause);
  }

  static SqliteException transactionLost(SqliteException lostTo, String sql) {
    SQLiteErrorCode code = SQLiteErrorCode.SQLITE_ABORT_ROLLBACK;
    String message = "SQLite has rolled this transaction back; roll it back here too and run it again. It was lost to: "
        + lostTo.getMessage() + " [" + code.name() + "]";
    String state = lostTo.isRetryable() ? SqlStates.TRY_AGAIN : SqlStates.LOST;
    return new SqliteException(message, code.name(), code.code, state, sql, null);
  }

  static SqliteException cursorGone(String sql) {
    SQLiteErrorCode code = SQLiteErrorCode.SQLITE_MISUSE;
    String message = "This cursor is no longer open: it failed, or it ended with its transaction or when its "
        + "connection was given back. Open it anew [" + code.name() + "]";
    return new SqliteException(message, code.name(), code.code, SqlStates.INVALID_CURSOR, sql, null);
  }

  static SqliteException inScript(SqliteException error, int number, int count) {
    return located(error, "It is statement " + number + " of " + count + " of a script: those before it have run, "
        + "those after it have not.");
  }

  static SqliteException inBatch(SqliteException error, int number, int count) {
    return located(error, "It is tuple " + number + " of " + count + " of a batch, none of which takes effect.");
  }

  /** The same error, which says also where, in front of the SQL. */
  private static SqliteException located(SqliteException error, String where) {
    String message = error.getMessage();
    int sql = error.sql() == null ? -1 : message.lastIndexOf("\nSQL: " + error.sql());
    String told = (sql < 0 ? message : message.substring(0, sql)) + "\n" + where;
    SQLException cause = error.getCause() instanceof SQLException e ? e : null;
    SqliteException located = new SqliteException(told, error.codeName(), error.extendedCode(), error.getSqlState(),
        error.sql(), error.constraint(), cause);
    for (Throwable suppressed : error.getSuppressed()) {
      located.addSuppressed(suppressed);
    }
    return located;
  }

  /** For a command that was not run because an earlier one left the connection unusable. */
  static SqliteException connectionLost(Throwable cause, String path) {
    SQLiteErrorCode code = cause instanceof SqliteException e
        ? SQLiteErrorCode.getErrorCode(e.extendedCode()) : SQLiteErrorCode.SQLITE_INTERNAL;
    return new SqliteException("This was not run: the connection to " + path + " is closed after a failure that it "
        + "cannot go on from; get a new one from the pool or connect again. It was lost to: " + cause + " ["
        + code.name() + "]", code.name(), code.code, SqlStates.CONNECTION_LOST, null, null);
  }

  static boolean isBusy(SQLException error) {
    return isPrimary(error, SQLiteErrorCode.SQLITE_BUSY);
  }

  static boolean isInterrupt(SQLException error) {
    return isPrimary(error, SQLiteErrorCode.SQLITE_INTERRUPT);
  }

  private static boolean isPrimary(SQLException error, SQLiteErrorCode code) {
    return error instanceof SQLiteException e && (e.getResultCode().code & 0xFF) == code.code;
  }

  /** sqlite-jdbc writes {@code [NAME] description (SQLite's text)}; the text in the parentheses is what counts. */
  private static String text(SQLException error, SQLiteErrorCode code) {
    String message = String.valueOf(error.getMessage());
    String prefix = code + " (";
    if (message.startsWith(prefix) && message.endsWith(")")) {
      return message.substring(prefix.length(), message.length() - 1);
    }
    return message;
  }

  private static String remedy(SQLiteErrorCode code) {
    SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(code.code & 0xFF);
    if (code == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT) {
      return "Another connection wrote after this transaction first read; run the transaction again, or begin it "
          + "IMMEDIATE.";
    }
    return switch (primary) {
      case SQLITE_BUSY -> "Another process holds the lock; raise busy_timeout or let it finish.";
      case SQLITE_NOTADB -> "The file is not a SQLite database, or it is encrypted; check the path.";
      case SQLITE_FULL -> "The disk is full or max_page_count is reached; make room and run it again.";
      case SQLITE_READONLY -> "The database or its directory cannot be written; check the permissions and mode=.";
      case SQLITE_CORRUPT -> "The file is damaged; run PRAGMA integrity_check and restore it from a backup.";
      case SQLITE_TOOBIG -> "A text or blob has at most SQLITE_MAX_LENGTH bytes; store it in parts.";
      default -> "";
    };
  }
}

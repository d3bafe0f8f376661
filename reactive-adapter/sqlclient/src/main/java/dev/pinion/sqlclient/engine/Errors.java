package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns sqlite-jdbc's errors into the driver's, with code, SQLState and remedy. */
final class Errors {

  private static final String IN_FAILED_TRANSACTION = "40000";
  private static final String INVALID_CURSOR = "24000";

  private Errors() {
  }

  static SqliteException of(SQLException error, String sql) {
    SQLiteErrorCode code = error instanceof SQLiteException e ? e.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
    String text = text(error, code);
    String remedy = remedy(code);
    String message = text + " [" + code.name() + "]" + (remedy.isEmpty() ? "" : "\n" + remedy);
    return new SqliteException(message, code.name(), code.code, sqlState(code), sql, error);
  }

  static SqliteException of(SQLiteErrorCode code, String message, String sql) {
    return of(code, message, sql, null);
  }

  static SqliteException of(SQLiteErrorCode code, String message, String sql, SQLException cause) {
    return new SqliteException(message + " [" + code.name() + "]", code.name(), code.code, sqlState(code), sql, cause);
  }

  static SqliteException transactionLost(Throwable cause, String sql) {
    SQLiteErrorCode code = SQLiteErrorCode.SQLITE_ABORT_ROLLBACK;
    String message = "SQLite has rolled this transaction back; roll it back here too and run it again. It was lost to: "
        + cause.getMessage() + " [" + code.name() + "]";
    return new SqliteException(message, code.name(), code.code, IN_FAILED_TRANSACTION, sql, null);
  }

  static SqliteException cursorGone(String sql) {
    SQLiteErrorCode code = SQLiteErrorCode.SQLITE_MISUSE;
    String message = "This cursor is no longer open: it failed, or it ended with its transaction or when its "
        + "connection was given back. Open it anew [" + code.name() + "]";
    return new SqliteException(message, code.name(), code.code, INVALID_CURSOR, sql, null);
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

  private static String sqlState(SQLiteErrorCode code) {
    return switch (code) {
      case SQLITE_CONSTRAINT_NOTNULL -> "23502";
      case SQLITE_CONSTRAINT_FOREIGNKEY -> "23503";
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID -> "23505";
      case SQLITE_CONSTRAINT_CHECK -> "23514";
      case SQLITE_BUSY_SNAPSHOT -> "40001";
      case SQLITE_ABORT_ROLLBACK -> IN_FAILED_TRANSACTION;
      default -> sqlStateOfPrimary(code.code & 0xFF);
    };
  }

  private static String sqlStateOfPrimary(int primary) {
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(primary);
    return switch (code) {
      case SQLITE_CONSTRAINT -> "23000";
      case SQLITE_BUSY, SQLITE_LOCKED -> "55P03";
      case SQLITE_INTERRUPT, SQLITE_ABORT -> "57014";
      case SQLITE_FULL, SQLITE_NOMEM -> "53000";
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> "42501";
      case SQLITE_CANTOPEN, SQLITE_NOTADB -> "08001";
      case SQLITE_IOERR, SQLITE_CORRUPT -> "58030";
      case SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE -> "22000";
      case SQLITE_ERROR -> "42000";
      default -> "HY000";
    };
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
      default -> "";
    };
  }
}

package dev.pinion.dialect.impl.error;

import static org.hibernate.exception.ConstraintViolationException.ConstraintKind.OTHER;
import static org.hibernate.exception.ConstraintViolationException.ConstraintKind.UNIQUE;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.JDBCException;
import org.hibernate.QueryTimeoutException;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.exception.DataException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.exception.LockTimeoutException;
import org.hibernate.exception.SQLGrammarException;
import org.hibernate.exception.spi.SQLExceptionConversionDelegate;
import org.hibernate.exception.spi.ViolatedConstraintNameExtractor;

/**
 * Turns SQLite's result codes into Hibernate's exceptions. What has no counterpart is left to Hibernate, which then
 * looks at the SQLState.
 */
public final class SqliteErrorConversion implements SQLExceptionConversionDelegate, ViolatedConstraintNameExtractor {

  private static final Pattern INDEX = Pattern.compile("index '(.*)'");

  private final UniqueNames uniqueNames = new UniqueNames();

  /** Takes note of the names that a mapping gives to its constraints. */
  void learn(Metadata metadata) {
    uniqueNames.learn(metadata);
  }

  /**
   * The columns of a unique or primary key of the mapping, as SQL has them.
   *
   * @param table as SQL has it
   * @return empty if the table has no key of that name
   */
  public List<String> columnsOf(String key, String table, Dialect dialect) {
    return uniqueNames.columns(key, table, dialect);
  }

  @Override
  public JDBCException convert(SQLException exception, String message, String sql) {
    var error = SqliteError.of(exception);
    if (error.is("SQLITE_CONSTRAINT_DATATYPE")) {
      return new DataException(message, exception, sql);
    }
    if (error.is("SQLITE_CONSTRAINT")) {
      return new ConstraintViolationException(message, exception, sql, kind(error), name(error));
    }
    return switch (primary(error)) {
      case "SQLITE_BUSY" -> error.is("SQLITE_BUSY_SNAPSHOT")
          ? new LockAcquisitionException(message, exception, sql)
          : new LockTimeoutException(message, exception, sql);
      case "SQLITE_LOCKED", "SQLITE_PROTOCOL" -> new LockAcquisitionException(message, exception, sql);
      case "SQLITE_INTERRUPT" -> new QueryTimeoutException(message, exception, sql);
      case "SQLITE_MISMATCH", "SQLITE_TOOBIG", "SQLITE_RANGE" -> new DataException(message, exception, sql);
      case "SQLITE_CANTOPEN", "SQLITE_NOTADB" -> new JDBCConnectionException(message, exception, sql);
      case "SQLITE_ERROR" -> isAboutData(error)
          ? new DataException(message, exception, sql)
          : new SQLGrammarException(message, exception, sql);
      default -> null;
    };
  }

  @Override
  public String extractConstraintName(SQLException exception) {
    return name(SqliteError.of(exception));
  }

  private String name(SqliteError error) {
    var constraint = error.constraint();
    if (constraint == null || kind(error) != UNIQUE) {
      return constraint;
    }
    var index = INDEX.matcher(constraint);
    return index.matches() ? index.group(1) : uniqueNames.of(constraint);
  }

  private static ConstraintKind kind(SqliteError error) {
    return error.is("SQLITE_CONSTRAINT_UNIQUE") || error.is("SQLITE_CONSTRAINT_PRIMARYKEY")
        || error.is("SQLITE_CONSTRAINT_ROWID") ? UNIQUE : OTHER;
  }

  /** Errors that SQLite reports under its general code although the statement itself is right. */
  private static boolean isAboutData(SqliteError error) {
    var message = error.message();
    return message.contains("integer overflow") || message.contains("malformed JSON")
        || message.contains("bad JSON path") || message.contains("string or blob too big");
  }

  private static String primary(SqliteError error) {
    int end = error.code().indexOf('_', "SQLITE_".length());
    return end < 0 ? error.code() : error.code().substring(0, end);
  }
}

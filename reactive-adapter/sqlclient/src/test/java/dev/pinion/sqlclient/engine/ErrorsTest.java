package dev.pinion.sqlclient.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.SqliteException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.DB;

/** The codes that no test can bring about at will. */
class ErrorsTest {

  @ParameterizedTest
  @CsvSource({
      "SQLITE_BUSY, 55P03, true",
      "SQLITE_BUSY_RECOVERY, 55P03, true",
      "SQLITE_BUSY_TIMEOUT, 55P03, true",
      "SQLITE_BUSY_SNAPSHOT, 40001, true",
      "SQLITE_LOCKED, 55P03, true",
      "SQLITE_LOCKED_SHAREDCACHE, 55P03, true",
      "SQLITE_PROTOCOL, 55P03, true",
      "SQLITE_SCHEMA, 40001, true",
      "SQLITE_ERROR_RETRY, 40001, true",
      "SQLITE_ERROR_SNAPSHOT, 40001, true",
      "SQLITE_ERROR_MISSING_COLLSEQ, 42704, false",
      "SQLITE_ABORT_ROLLBACK, 40000, false",
      "SQLITE_ABORT, 57014, false",
      "SQLITE_INTERRUPT, 57014, false",
      "SQLITE_FULL, 53100, false",
      "SQLITE_NOMEM, 53200, false",
      "SQLITE_IOERR_NOMEM, 53200, false",
      "SQLITE_IOERR, 58030, false",
      "SQLITE_IOERR_FSYNC, 58030, false",
      "SQLITE_IOERR_SHORT_READ, 58030, false",
      "SQLITE_NOLFS, 58030, false",
      "SQLITE_READONLY, 25006, false",
      "SQLITE_READONLY_ROLLBACK, 25006, false",
      "SQLITE_READONLY_DIRECTORY, 25006, false",
      "SQLITE_READONLY_DBMOVED, 58P01, false",
      "SQLITE_PERM, 42501, false",
      "SQLITE_AUTH, 42501, false",
      "SQLITE_CANTOPEN, 08001, false",
      "SQLITE_CANTOPEN_ISDIR, 08001, false",
      "SQLITE_NOTADB, 08001, false",
      "SQLITE_MISUSE, 08003, false",
      "SQLITE_CORRUPT, XX001, false",
      "SQLITE_CORRUPT_VTAB, XX001, false",
      "SQLITE_CORRUPT_INDEX, XX002, false",
      "SQLITE_TOOBIG, 54000, false",
      "SQLITE_MISMATCH, 22000, false",
      "SQLITE_RANGE, 07009, false",
      "SQLITE_INTERNAL, XX000, false",
      "SQLITE_CONSTRAINT, 23000, false",
      "SQLITE_CONSTRAINT_VTAB, 23000, false",
      "SQLITE_CONSTRAINT_FUNCTION, 23000, false",
      "SQLITE_CONSTRAINT_COMMITHOOK, 23000, false",
      "SQLITE_CONSTRAINT_PINNED, 23000, false",
      "SQLITE_NOTFOUND, HY000, false",
      "SQLITE_WARNING, HY000, false"})
  void a_code_has_a_state_and_is_retryable_or_not(SQLiteErrorCode code, String state, boolean retryable) {
    SQLException thrown = DB.newSQLException(code.code, "what SQLite says");

    SqliteException error = Errors.of(thrown, "select 1");

    assertThat(error.extendedCode()).isEqualTo(code.code);
    assertThat(error.primaryCode()).isEqualTo(code.code & 0xFF);
    assertThat(error.codeName()).isEqualTo(code.name());
    assertThat(error.getSqlState()).isEqualTo(state);
    assertThat(error.isRetryable()).isEqualTo(retryable);
    assertThat(error).hasMessageStartingWith("what SQLite says [" + code.name() + "]").hasCause(thrown);
  }

  @Test
  void a_transaction_lost_to_what_can_be_retried_can_be_retried() {
    SqliteException conflict = Errors.of(DB.newSQLException(SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT.code, "locked"), "x");
    SqliteException full = Errors.of(DB.newSQLException(SQLiteErrorCode.SQLITE_FULL.code, "full"), "x");

    assertThat(Errors.transactionLost(conflict, "y").getSqlState()).isEqualTo("40001");
    assertThat(Errors.transactionLost(conflict, "y").isRetryable()).isTrue();
    assertThat(Errors.transactionLost(full, "y").getSqlState()).isEqualTo("40000");
    assertThat(Errors.transactionLost(full, "y").isRetryable()).isFalse();
  }
}

package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import dev.pinion.storage.gate.SqlText;
import dev.pinion.storage.gate.WriteGate;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * Whether a connection is in a transaction, whether SQLite has taken it away, and whether the connection holds the
 * write gate; owned by one worker thread.
 */
final class TransactionState {

  private static final Set<String> ENDING = Set.of("COMMIT", "END", "ROLLBACK");

  private final WriteGate gate;
  private final int gateTimeoutMillis;
  private final TransactionTimer timer;
  private final Interruption interruption;
  private final JDBC4PreparedStatement probeBegin;
  private final JDBC4PreparedStatement probeEnd;
  private WriteGate.Ticket ticket;
  private int openWriters;
  private boolean active;
  private boolean managed;
  private boolean readOnly;
  private SqliteException lostTo;

  TransactionState(SQLiteConnection connection, WriteGate gate, int gateTimeoutMillis, TransactionTimer timer,
      Interruption interruption) throws SQLException {
    this.gate = gate;
    this.gateTimeoutMillis = gateTimeoutMillis;
    this.timer = timer;
    this.interruption = interruption;
    this.probeBegin = (JDBC4PreparedStatement) connection.prepareStatement("BEGIN");
    this.probeEnd = (JDBC4PreparedStatement) connection.prepareStatement("COMMIT");
  }

  boolean isActive() {
    return active;
  }

  /** From now on the transaction is one that must be ended by commit or rollback, whatever SQLite does to it. */
  void manage(Throwable begun, boolean onlyReads) {
    managed = true;
    readOnly = onlyReads;
    timer.setBegun(begun);
  }

  void unmanage() {
    managed = false;
    lostTo = null;
  }

  SqliteException lostTo() {
    return lostTo;
  }

  /** The transaction is rolled back though its user has not asked for it. */
  void lose(SqliteException reason) {
    lostTo = reason;
  }

  /** Refuses what would otherwise run outside of the transaction that its caller believes to be in. */
  void checkUsable(String sql) {
    if (lostTo != null) {
      SqliteException reason = lostTo;
      if (!managed && ENDING.contains(SqlText.firstWord(sql))) {
        lostTo = null;
      }
      throw Errors.transactionLost(reason, sql);
    }
  }

  /** Waits for the write gate unless this connection holds it; refuses to write in a transaction that only reads. */
  void enterWrite(String sql) {
    if (readOnly) {
      throw Errors.of(SQLiteErrorCode.SQLITE_READONLY, "This transaction was begun to read only; write in one that is "
          + "begun by begin()", sql);
    }
    openWriters++;
    if (ticket != null) {
      return;
    }
    Thread worker = Thread.currentThread();
    WriteGate.Ticket asked = gate.request(() -> LockSupport.unpark(worker));
    while (!asked.isGranted()) {
      if (interruption.isDue()) {
        gate.release(asked);
        openWriters--;
        interruption.check(sql);
      }
      long left = gateTimeoutMillis == 0
          ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(gateTimeoutMillis) - gate.heldForNanos();
      if (left <= 0) {
        gate.release(asked);
        openWriters--;
        throw Errors.of(SQLiteErrorCode.SQLITE_BUSY, "Another transaction of this JVM has kept the write gate for more "
            + "than " + gateTimeoutMillis + " ms (write_gate_timeout); end it, and do not wait inside of a "
            + "transaction for what a second connection writes", sql);
      }
      LockSupport.parkNanos(this, Math.min(left, interruption.nanosLeft()));
    }
    ticket = asked;
  }

  /** A statement that entered is done. */
  void leaveWrite() {
    openWriters--;
    openGateIfIdle();
  }

  /** Takes note of how a statement ended that may have begun or ended a transaction. */
  void settle() {
    setActive(probe());
    openGateIfIdle();
  }

  /** Takes note of an error; upon some SQLite rolls the transaction back (lang_transaction.html, section 3). */
  void failed(SqliteException error) {
    if (active) {
      setActive(probe());
      if (!active && managed) {
        lostTo = error;
      }
      openGateIfIdle();
    }
  }

  /** The connection is closed, and with it whatever it was in: nobody else must wait for it. */
  void abandon() {
    setActive(false);
    openWriters = 0;
    openGateIfIdle();
  }

  private void setActive(boolean now) {
    active = now;
    if (now) {
      timer.start();
    } else {
      readOnly = false;
      timer.stop();
    }
  }

  private void openGateIfIdle() {
    if (ticket != null && !active && openWriters == 0) {
      WriteGate.Ticket held = ticket;
      ticket = null;
      gate.release(held);
    }
  }

  /** sqlite3_get_autocommit is not reachable through JDBC; BEGIN fails exactly in a transaction. */
  private boolean probe() {
    try {
      boolean began = probeBegin.pointer.safeRunInt(DB::step) == Codes.SQLITE_DONE;
      probeBegin.pointer.safeRunInt(DB::reset);
      if (began) {
        probeEnd.pointer.safeRunInt(DB::step);
        probeEnd.pointer.safeRunInt(DB::reset);
      }
      return !began;
    } catch (SQLException e) {
      throw Errors.of(e, "BEGIN");
    }
  }
}

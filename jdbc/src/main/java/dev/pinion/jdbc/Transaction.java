package dev.pinion.jdbc;

import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.core.DB;

/**
 * Whether a connection is in a transaction, and whether SQLite has taken it away.
 *
 * <p>Used by one thread at a time, as its connection is.
 */
final class Transaction {

  private static final String LOST = "40000";

  private final DB db;
  private final WriteTurn turn;
  private boolean open;
  private boolean holdsTurn;
  private SQLException lostTo;

  Transaction(DB db, WriteTurn turn) {
    this.db = db;
    this.turn = turn;
  }

  WriteTurn turn() {
    return turn;
  }

  boolean isOpen() {
    return open;
  }

  boolean mayWrite() {
    return holdsTurn;
  }

  /** Refuses what would otherwise run outside of the transaction that its caller believes to be in. */
  void checkUsable() throws SQLException {
    if (lostTo != null) {
      throw new SQLException("SQLite has rolled this transaction back; roll it back here too and run it again. It was "
          + "lost to: " + lostTo.getMessage(), LOST, lostTo.getErrorCode(), lostTo);
    }
  }

  /**
   * Begins it.
   *
   * @param writes whether it takes the write lock at once, for which it waits
   */
  void begin(String mode, boolean writes) throws SQLException {
    if (writes) {
      turn.enter();
    }
    try {
      db._exec("BEGIN " + mode.toUpperCase(Locale.ROOT));
      open = true;
      holdsTurn = writes;
    } finally {
      if (writes && !open) {
        turn.leave();
      }
    }
  }

  /**
   * Makes a turn that was just taken the transaction's.
   *
   * @return false if there is no transaction
   */
  boolean keepTurn() {
    holdsTurn = open;
    return open;
  }

  void commit() throws SQLException {
    checkUsable();
    if (open) {
      try {
        db._exec("COMMIT");
      } catch (SQLException e) {
        failed(e, true);
        throw e;
      }
      end();
    }
  }

  void rollback() throws SQLException {
    lostTo = null;
    if (open) {
      try {
        db._exec("ROLLBACK");
      } finally {
        settle();
      }
    }
  }

  /** Takes note of how a statement ended that may have begun or ended a transaction. */
  void settle() throws SQLException {
    if (!probe()) {
      end();
    } else if (!open) {
      open = true;
      if (turn.isTaken()) {
        turn.enter();
        holdsTurn = true;
      }
    }
  }

  /** Takes note of an error; upon some SQLite rolls the transaction back (lang_transaction.html, section 3). */
  void failed(SQLException error, boolean managed) {
    if (open && !probe()) {
      end();
      lostTo = managed ? error : null;
    }
  }

  private void end() {
    open = false;
    if (holdsTurn) {
      holdsTurn = false;
      turn.leave();
    }
  }

  /** sqlite3_get_autocommit is not reachable through JDBC; BEGIN fails exactly in a transaction. */
  private boolean probe() {
    try {
      db._exec("BEGIN");
      db._exec("COMMIT");
      return false;
    } catch (SQLException e) {
      return true;
    }
  }
}

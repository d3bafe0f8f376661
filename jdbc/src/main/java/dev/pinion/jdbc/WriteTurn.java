package dev.pinion.jdbc;

import dev.pinion.storage.gate.WriteGate;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteErrorCode;

/**
 * The place of one connection at the write gate of its file: taken by the first of its uses, which are a transaction
 * and the statements outside of one, and given up with the last.
 *
 * <p>Used by one thread at a time, as its connection is.
 */
final class WriteTurn {

  private final WriteGate gate;
  private final int timeoutMillis;
  private WriteGate.Ticket ticket;
  private int uses;

  WriteTurn(WriteGate gate, int timeoutMillis) {
    this.gate = gate;
    this.timeoutMillis = timeoutMillis;
  }

  /** Waits until this connection may write. */
  void enter() throws SQLException {
    if (ticket == null) {
      ticket = await();
    }
    uses++;
  }

  void leave() {
    uses--;
    if (uses == 0) {
      abandon();
    }
  }

  boolean isTaken() {
    return ticket != null;
  }

  /** The connection is closed: nobody must wait for it any more. */
  void abandon() {
    if (ticket != null) {
      WriteGate.Ticket held = ticket;
      ticket = null;
      uses = 0;
      gate.release(held);
    }
  }

  private WriteGate.Ticket await() throws SQLException {
    Thread thread = Thread.currentThread();
    WriteGate.Ticket asked = gate.request(() -> LockSupport.unpark(thread));
    while (!asked.isGranted()) {
      long left = timeoutMillis == 0
          ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(timeoutMillis) - gate.heldForNanos();
      if (left <= 0) {
        gate.release(asked);
        throw new BusyException("Another transaction of this JVM has kept the write gate for more than " + timeoutMillis
            + " ms (write_gate_timeout); end it. If it is this thread's own, on another connection, use one connection "
            + "for both");
      }
      if (Thread.interrupted()) {
        gate.release(asked);
        thread.interrupt();
        throw new BusyException("The thread was interrupted while it waited for the write gate");
      }
      LockSupport.parkNanos(this, left);
    }
    return asked;
  }

  /** An error with SQLite's code for it, and the SQLState that the Vert.x driver gives it. */
  private static final class BusyException extends SQLException {

    BusyException(String message) {
      super("[" + SQLiteErrorCode.SQLITE_BUSY.name() + "] " + message, "55P03", SQLiteErrorCode.SQLITE_BUSY.code);
    }
  }
}

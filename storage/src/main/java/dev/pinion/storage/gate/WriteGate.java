package dev.pinion.storage.gate;

import java.util.ArrayDeque;

/**
 * Lets one writer of a database at a time through, in the order of asking. SQLite admits only one, and would make
 * the others fail or sleep (isolation.html); waiting here costs a queue entry.
 *
 * <p>Thread-safe; called from threads that may block only.
 */
public final class WriteGate {

  /** A place in the queue, later the right to write; owned by the thread that asked. */
  public static final class Ticket {
    private final Runnable onGranted;
    private volatile boolean granted;
    private long grantedAt;

    private Ticket(Runnable onGranted) {
      this.onGranted = onGranted;
    }

    /**
     * Whether the right has been granted.
     *
     * @return true from the grant on, also after the release
     */
    public boolean isGranted() {
      return granted;
    }
  }

  private final ArrayDeque<Ticket> waiting = new ArrayDeque<>();
  private Ticket holder;

  /**
   * Asks for the right to write.
   *
   * @param onGranted called when it is granted, by the thread that released it, or before this returns
   * @return the place in the queue, to be given to {@link #release(Ticket)} in any case
   */
  public Ticket request(Runnable onGranted) {
    Ticket ticket = new Ticket(onGranted);
    synchronized (this) {
      if (holder != null) {
        waiting.add(ticket);
        return ticket;
      }
      grant(ticket);
    }
    onGranted.run();
    return ticket;
  }

  /**
   * Gives the right back, or leaves the queue if it was not granted yet.
   *
   * @param ticket what {@link #request(Runnable)} returned
   */
  public void release(Ticket ticket) {
    Ticket next;
    synchronized (this) {
      if (holder != ticket) {
        waiting.remove(ticket);
        return;
      }
      holder = null;
      next = waiting.poll();
      if (next != null) {
        grant(next);
      }
    }
    if (next != null) {
      next.onGranted.run();
    }
  }

  /**
   * How long the present holder has had the right.
   *
   * @return nanoseconds; 0 if nobody has it
   */
  public synchronized long heldForNanos() {
    return holder == null ? 0 : System.nanoTime() - holder.grantedAt;
  }

  private void grant(Ticket ticket) {
    holder = ticket;
    ticket.grantedAt = System.nanoTime();
    ticket.granted = true;
  }
}

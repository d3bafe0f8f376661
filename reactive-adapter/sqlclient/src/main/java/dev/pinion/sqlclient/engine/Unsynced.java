package dev.pinion.sqlclient.engine;

import dev.pinion.storage.gate.Effect;

/** Whether a connection has committed something since somebody asked; owned by one worker thread. */
final class Unsynced {

  private boolean written;
  private boolean committed;

  /** Takes note of a statement that has run. A rollback counts as a commit, which costs a sync that nobody needs. */
  void ran(Effect effect, boolean inTransaction) {
    written |= effect.needsGate() && !effect.endsOrBegins();
    if (written && !inTransaction) {
      committed = true;
      written = false;
    }
  }

  boolean takeCommitted() {
    boolean taken = committed;
    committed = false;
    return taken;
  }
}

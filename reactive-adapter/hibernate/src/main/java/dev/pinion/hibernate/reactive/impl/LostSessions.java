package dev.pinion.hibernate.reactive.impl;

import dev.pinion.sqlclient.impl.SqliteConnectionImpl;
import java.lang.ref.Cleaner;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jboss.logging.Logger;

/**
 * Gives back the connections of sessions that nobody can close any more, because nobody refers to them: those that were
 * forgotten, and those of a Uni that was cancelled by one thread while another was handing the session on, when Mutiny
 * drops it. The garbage collector finds them.
 */
final class LostSessions {

  private static final Logger log = Logger.getLogger(LostSessions.class);
  private static final Cleaner CLEANER = Cleaner.create();

  private LostSessions() {
  }

  /**
   * Watches the connection until it is given back or lost.
   *
   * @param opened where the session was opened, null if that is not known
   */
  static void watch(ReactiveConnection connection, Throwable opened) {
    DriverConnection.of(connection)
        .ifPresent(leased -> CLEANER.register(connection, new GiveBack(leased, opened)));
  }

  /** Must not refer to what is watched. */
  private record GiveBack(SqliteConnectionImpl connection, Throwable opened) implements Runnable {
    @Override
    public void run() {
      if (connection.isLeased()) {
        log.warn("A session was lost without being closed; its connection is given back. "
            + (opened == null ? "With pinion.leak_stacks=true its opening is told" : "It was opened here"), opened);
        connection.close();
      }
    }
  }
}

package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import io.netty.channel.EventLoop;
import io.vertx.core.impl.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Brings the outcomes of one worker to those who asked, in the order in which they came out; what was committed only
 * once it is on disk. Outcomes are held back until {@link #flush()}, but no more than a few.
 *
 * <p>Used by the worker's thread, and by that of the sync.
 */
final class Outbox {

  private static final int MAX_HELD = 16;

  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private final Map<EventLoop, LoopQueue> loops = new ConcurrentHashMap<>();
  /** Outcomes that wait for a sync, or behind one that does. */
  private final AtomicInteger unsynced = new AtomicInteger();
  /** Where outcomes were held back; the same one may be there twice, which costs nothing. */
  private final List<LoopQueue> asleep = new ArrayList<>();
  private int held;

  /**
   * Sends an outcome.
   *
   * @param committed whether the command has committed something
   * @param sync brings commits to the disk, or null if SQLite has done so
   */
  void send(Outcome outcome, boolean committed, LogSync sync) {
    if (sync != null && (committed || unsynced.get() > 0)) {
      unsynced.incrementAndGet();
      sync.whenSynced(failure -> synced(outcome, failure));
      return;
    }
    LoopQueue loop = loop(outcome.mail().context());
    loop.add(outcome);
    if (asleep.isEmpty() || asleep.get(asleep.size() - 1) != loop) {
      asleep.add(loop);
    }
    held++;
    if (held == MAX_HELD) {
      flush();
    }
  }

  /** Lets everybody know of whatever was held back. */
  void flush() {
    if (held > 0) {
      held = 0;
      for (int i = 0; i < asleep.size(); i++) {
        asleep.get(i).wake();
      }
      asleep.clear();
    }
  }

  /** Has something done on a context. */
  void execute(ContextInternal context, Runnable action) {
    LoopQueue loop = loop(context);
    loop.add(() -> context.emit(null, nothing -> action.run()));
    loop.wake();
  }

  /** Waits until nothing waits for a sync any more. */
  void awaitSync() {
    while (unsynced.get() > 0) {
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
  }

  /** On the sync's thread; only when nobody is before them are those told directly that come after. */
  private void synced(Outcome outcome, SqliteException failure) {
    LoopQueue loop = loop(outcome.mail().context());
    loop.add(failure == null || outcome.failure() != null ? outcome : new Outcome(outcome.mail(), null, failure));
    loop.wake();
    unsynced.decrementAndGet();
  }

  private LoopQueue loop(ContextInternal context) {
    return loops.computeIfAbsent(context.nettyEventLoop(), LoopQueue::new);
  }
}

package dev.pinion.sqlclient.engine;

import io.vertx.core.Future;
import io.vertx.core.impl.ContextInternal;

/** Where commands are put to be done; may be used from any thread and blocks none. */
public interface CommandTarget {

  /**
   * Has a command done.
   *
   * @param context where the future completes
   * @param command what to do
   * @param <T> what it yields
   * @return the outcome; fails at once if nothing more is taken or too much waits already
   */
  <T> Future<T> submit(ContextInternal context, Command<T> command);
}

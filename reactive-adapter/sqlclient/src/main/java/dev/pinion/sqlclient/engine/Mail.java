package dev.pinion.sqlclient.engine;

import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.future.PromiseInternal;

/**
 * A command in a worker's mailbox, with who waits for its outcome; written by its sender, read by the worker.
 *
 * @param <T> what the command yields
 */
final class Mail<T> {

  private final Command<T> command;
  private final ContextInternal context;
  private final PromiseInternal<T> promise;
  private volatile boolean interrupted;

  Mail(Command<T> command, ContextInternal context, PromiseInternal<T> promise) {
    this.command = command;
    this.context = context;
    this.promise = promise;
  }

  Command<T> command() {
    return command;
  }

  ContextInternal context() {
    return context;
  }

  PromiseInternal<T> promise() {
    return promise;
  }

  @SuppressWarnings("unchecked") // a command yields what its class says
  void tell(Outcome outcome) {
    if (outcome.failure() == null) {
      promise.complete((T) outcome.result());
    } else {
      promise.fail(outcome.failure());
    }
  }

  /** Nobody wants the outcome any more; called from any thread. */
  void interrupt() {
    interrupted = true;
  }

  boolean isInterrupted() {
    return interrupted;
  }
}

package dev.pinion.sqlclient.engine;

/**
 * How a command came out, on its way to whom asked for it.
 *
 * @param mail the command
 * @param result what it yielded, or null
 * @param failure why it failed, or null
 */
record Outcome(Mail<?> mail, Object result, Throwable failure) implements Runnable {

  /** Tells it, on the event loop of whom asked. */
  @Override
  public void run() {
    mail.context().emit(this, outcome -> outcome.mail().tell(outcome));
  }
}

package dev.pinion.sqlclient.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The mailbox of one worker. It counts what was sent and is not done yet. Thread-safe. */
final class OwnMailbox implements MailSource {

  private final Queue<Mail<?>> mails = new ConcurrentLinkedQueue<>();
  private final AtomicInteger pending = new AtomicInteger();

  /** Counts a mail that is about to be added, so that the worker waits for it; the count with it. */
  int announce() {
    return pending.incrementAndGet();
  }

  void add(Mail<?> mail) {
    mails.add(mail);
  }

  int pending() {
    return pending.get();
  }

  @Override
  public Mail<?> peek() {
    return mails.peek();
  }

  @Override
  public Mail<?> poll() {
    return mails.poll();
  }

  /** One that was announced is done, or will not come. */
  @Override
  public void done() {
    pending.decrementAndGet();
  }
}

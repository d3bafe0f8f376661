package dev.pinion.sqlclient.engine;

/** Mails in the order in which a worker is to do them; read by one worker at a time where the order matters. */
interface MailSource {

  /** The next mail, which stays; null if there is none. */
  Mail<?> peek();

  /** Takes the next mail; null if there is none. */
  Mail<?> poll();

  /** One that was taken is done. */
  void done();
}

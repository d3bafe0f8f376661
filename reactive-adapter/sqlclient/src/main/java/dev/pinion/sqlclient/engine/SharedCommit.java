package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.sqlite.SQLiteErrorCode;

/**
 * Autocommit writes that wait behind each other run in one transaction and share its COMMIT, which is what waits for
 * the disk. Each stays atomic and fails alone: SQLite undoes a statement that fails without its transaction
 * (lang_conflict.html, ABORT). If the transaction as a whole is lost, all of them have to run again one by one.
 *
 * <p>One object for each such transaction; owned by one worker thread.
 */
final class SharedCommit {

  /** So that the first of a group does not wait long for its answer, nor other writers for the gate. */
  private static final long MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Session session;
  private final int maxSize;
  private final Consumer<Mail<?>> beginning;
  private final List<Outcome> outcomes = new ArrayList<>();
  private boolean done;

  /**
   * A group that is yet to run.
   *
   * @param beginning told of each further command before it runs
   */
  SharedCommit(Session session, int maxSize, Consumer<Mail<?>> beginning) {
    this.session = session;
    this.maxSize = maxSize;
    this.beginning = beginning;
  }

  /**
   * Runs a command and those that wait behind it and may share its commit.
   *
   * @throws SqliteException if the connection is lost with all that it has done
   */
  void run(Mail<?> first, MailSource waiting) {
    try {
      if (begin(first)) {
        runAll(first, waiting);
      }
    } finally {
      session.endGroup();
    }
  }

  private void runAll(Mail<?> first, MailSource waiting) {
    long startedAt = System.nanoTime();
    Mail<?> mail = first;
    while (mail != null) {
      outcomes.add(outcome(mail));
      if (!session.isInTransaction()) {
        return;
      }
      boolean full = outcomes.size() >= maxSize || System.nanoTime() - startedAt > MAX_NANOS;
      mail = full ? null : next(waiting);
    }
    commit();
  }

  /** Whether all that came out is in the database; if not, nothing is. */
  boolean isDone() {
    return done;
  }

  /** Whether running the command again would be against its caller's wish. */
  static boolean isFinal(Outcome outcome) {
    return outcome.failure() instanceof IllegalArgumentException || outcome.failure() instanceof SqliteException e
        && e.primaryCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code;
  }

  /** How each command came out, in the order in which they ran; empty if the transaction could not begin. */
  List<Outcome> outcomes() {
    return outcomes;
  }

  /** If it fails it will fail for the first alone as well, which then tells why. */
  private boolean begin(Mail<?> first) {
    session.interruption().begin(first);
    try {
      session.interruption().check(null);
      session.health().checkBefore();
      session.beginGroup();
      return true;
    } catch (SqliteException e) {
      if (session.health().isBeyondRepair(e)) {
        throw e;
      }
      return false;
    } finally {
      session.interruption().end();
    }
  }

  private Outcome outcome(Mail<?> mail) {
    session.interruption().begin(mail);
    try {
      session.interruption().check(null);
      return new Outcome(mail, mail.command().run(session), null);
    } catch (RuntimeException e) {
      if (session.health().isLostTo(e, mail.command())) {
        session.rollbackAfter(e);
      }
      if (session.health().isBeyondRepair(e)) {
        throw e;
      }
      return new Outcome(mail, null, e);
    } finally {
      session.interruption().end();
    }
  }

  private Mail<?> next(MailSource waiting) {
    Mail<?> mail = waiting.peek();
    if (mail == null || !session.mayShareCommit(mail.command())) {
      return null;
    }
    beginning.accept(mail);
    return waiting.poll();
  }

  private void commit() {
    try {
      session.commitGroup();
      done = true;
    } catch (SqliteException e) {
      if (session.health().isBeyondRepair(e)) {
        throw e;
      }
    }
  }
}
